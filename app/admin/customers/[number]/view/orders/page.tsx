import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listOrders } from '@/lib/orders/list-orders';
import { text } from '../../../../../_texts/text';
import { requireView } from '../require-view';
import { ViewFrame } from '../view-frame';
import { ViewedOrders } from './viewed-orders';

export const metadata: Metadata = { title: text('customers.viewAs'), referrer: 'same-origin' };

/** The customer's orders as they see them. */
export default async function ViewedOrdersPage({ params }: { params: Promise<{ number: string }> }) {
  const admin = await requireAdmin('/admin/customers');
  const view = await requireView(admin, (await params).number);
  return (
    <ViewFrame view={view} page="/orders">
      <ViewedOrders orders={await listOrders({ customerId: view.customer.id })} />
    </ViewFrame>
  );
}
