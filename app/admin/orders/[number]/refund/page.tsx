import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readAdminOrder } from '@/lib/orders/read-admin-order';
import { text } from '../../../../_texts/text';
import { Link } from '../../../../_ui/link';
import { Notice } from '../../../../_ui/notice';
import { PageHeader } from '../../../../_ui/page-header';
import { readOrderNumber } from '../../order-number';
import { RefundForm } from './refund-form';
import { refundItems } from './refund-items';

export const metadata: Metadata = { title: text('orders.refund') };

/** Where an admin gives money back, having seen what stops. */
export default async function RefundPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  await requireAdmin(`/admin/orders/${encodeURIComponent(number)}/refund`);
  const orderNumber = readOrderNumber(number);
  const order = orderNumber === undefined ? undefined : await readAdminOrder(orderNumber);
  if (!order) notFound();
  const obstacle = !order.paidAt ? 'orders.refused.not_paid' : 'orders.refused.nothing_left';
  const items = order.paidAt && order.status !== 'refunded' ? refundItems(order) : [];
  return (
    <>
      <p>
        <Link href={`/admin/orders/${order.number}`} className="link">
          {text('orders.order', { number: String(order.number) })}
        </Link>
      </p>
      <PageHeader
        title={text('orders.refundTitle', { number: String(order.number) })}
        text={text('orders.refundText')}
      />
      {order.byStripe ? null : <Notice tone="warn">{text('orders.refundOutside')}</Notice>}
      {items.length === 0 ? (
        <Notice>{text(obstacle)}</Notice>
      ) : (
        <RefundForm orderNumber={order.number} currency={order.currency} byStripe={order.byStripe} items={items} />
      )}
    </>
  );
}
