import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { listRenewals } from '@/lib/orders/list-renewals';
import { readAgainOffer } from '@/lib/orders/read-again-offer';
import { readOrder } from '@/lib/orders/read-order';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { BuyAgain } from './buy-again';
import { OrderItems } from './order-items';
import { OrderSteps } from './order-steps';
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
  const numbers = order.items.flatMap(({ licenceNumber }) => licenceNumber ?? []);
  const [renewals, offer] = await Promise.all([
    listRenewals({ customerId: customer.id, numbers }),
    readAgainOffer({ customerId: customer.id, orderId: order.id }),
  ]);
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
      <OrderSteps order={order} />
      {order.status === 'awaiting_payment' ? <Notice tone="warn">{text('account.orderWaiting')}</Notice> : null}
      <OrderItems order={order} renewals={renewals} />
      <OrderTotals order={order} />
      {offer ? <BuyAgain orderId={order.id} offer={offer} /> : null}
    </>
  );
}
