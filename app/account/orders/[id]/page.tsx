import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { readOrder } from '@/lib/orders/read-order';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { LinkButton } from '../../../_ui/link-button';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { OrderStatus } from '../../_parts/order-status';
import { OrderItems } from './order-items';
import { OrderTotals } from './order-totals';

export const metadata: Metadata = { title: text('account.orderNumber'), referrer: 'same-origin' };

type OrderProps = { params: Promise<{ id: string }> };

/** One order of the signed-in customer, by its id or its number; anybody else's is not found. */
export default async function OrderPage({ params }: OrderProps) {
  const { id } = await params;
  const customer = await requireCustomer(`/account/orders/${encodeURIComponent(id)}`);
  const which = /^\d{1,10}$/.test(id) ? { orderNumber: Number(id) } : { orderId: id };
  const order = await readOrder({ customerId: customer.id, ...which });
  if (!order) notFound();
  return (
    <>
      <PageHeader
        title={text('account.order', { number: String(order.number) })}
        actions={
          <>
            {order.paidAt ? (
              <LinkButton href={`/account/orders/${order.id}/invoice`} variant="secondary" size="small">
                {text('invoices.link')}
              </LinkButton>
            ) : null}
            <LinkButton href="/account/api-keys" variant="secondary" size="small">
              {text('account.apiKeys')}
            </LinkButton>
            <LinkButton href="/account/api-downloads" variant="secondary" size="small">
              {text('account.apiDownloads')}
            </LinkButton>
          </>
        }
      />
      <p className="flex flex-wrap items-center gap-3">
        <OrderStatus status={order.status} />
        <span className="text-muted">
          {text('account.orderPlaced')} <DateTime at={order.placedAt} form="moment" />
        </span>
      </p>
      {order.status === 'awaiting_payment' ? <Notice tone="warn">{text('account.orderWaiting')}</Notice> : null}
      <OrderItems order={order} />
      <OrderTotals order={order} />
    </>
  );
}
