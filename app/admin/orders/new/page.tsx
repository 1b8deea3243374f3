import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listProducts } from '@/lib/catalog/list-products';
import { text } from '../../../_texts/text';
import { formatPrice } from '../../../_ui/format-price';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { NewOrderForm } from './new-order-form';

export const metadata: Metadata = { title: text('orders.newTitle') };

/** Where an admin enters an order whose money did not come through the store. */
export default async function NewOrderPage() {
  await requireAdmin('/admin/orders/new');
  const { products } = await listProducts();
  const plans = products.flatMap(({ title, plans: offered }) =>
    offered
      .filter(({ billingInterval }) => billingInterval === null)
      .map(({ number, name, unitAmount, currency }) => ({
        number,
        title,
        planName: name,
        price: formatPrice(unitAmount, currency),
      })),
  );
  return (
    <>
      <p>
        <Link href="/admin/orders" className="link">
          {text('orders.all')}
        </Link>
      </p>
      <PageHeader title={text('orders.newTitle')} text={text('orders.newText')} />
      {plans.length === 0 ? (
        <Notice>{text('orders.noPlans')}</Notice>
      ) : (
        <NewOrderForm requestId={crypto.randomUUID()} plans={plans} />
      )}
    </>
  );
}
