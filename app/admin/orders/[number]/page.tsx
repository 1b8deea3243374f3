import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listOrderTimeline } from '@/lib/orders/list-order-timeline';
import { type AdminOrder, readAdminOrder } from '@/lib/orders/read-admin-order';
import { listSubscriptionsOfOrder } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { SubmitButton } from '../../../_ui/submit-button';
import { OrderStatus } from '../../../account/_parts/order-status';
import { PageNotice } from '../../../account/_parts/page-notice';
import { OrderTotals } from '../../../account/orders/[id]/order-totals';
import type { SearchParams } from '../../../products/catalogue-view';
import { subscriptionNotices } from '../../_subscriptions/subscription-notices';
import { SubscriptionsBox } from '../../_subscriptions/subscriptions-box';
import { readOrderNumber } from '../order-number';
import { resendMail } from './actions';
import { ActivationsBox } from './activations-box';
import { MasterKeyBox } from './master-key-box';
import { MoneyBox } from './money-box';
import { OrderFacts } from './order-facts';
import { OrderItems } from './order-items';
import { orderNotices } from './order-notices';
import { ResourcesBox } from './resources-box';
import { Timeline } from './timeline';

type OrderProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: OrderProps): Promise<Metadata> {
  const { number } = await params;
  return { title: text('orders.order', { number }), referrer: 'same-origin' };
}

/** One order: who bought what, its keys and where they run, its money, and what happened. */
export default async function AdminOrderPage({ params, searchParams }: OrderProps) {
  const { number } = await params;
  const admin = await requireAdmin(`/admin/orders/${encodeURIComponent(number)}`);
  const { notice } = await searchParams;
  const orderNumber = readOrderNumber(number);
  const order = orderNumber === undefined ? undefined : await readAdminOrder(orderNumber);
  if (!order) notFound();
  const timeline = await listOrderTimeline(order.number);
  const subscriptions = await listSubscriptionsOfOrder(order.id);
  return (
    <>
      <p>
        <Link href="/admin/orders" className="link">
          {text('orders.all')}
        </Link>
      </p>
      <PageHeader title={text('orders.order', { number: String(order.number) })} actions={<Actions order={order} />} />
      <PageNotice code={notice} known={{ ...orderNotices, ...subscriptionNotices }} />
      <OrderFacts order={order} />
      <OrderItems order={order} />
      <OrderTotals order={order} />
      {order.customer.deletedAt ? null : <MasterKeyBox masterKey={order.masterKey} />}
      <SubscriptionsBox subscriptions={subscriptions} at={{ place: 'orders', number: order.number }} />
      <ResourcesBox order={order} />
      <ActivationsBox order={order} />
      <MoneyBox order={order} />
      <Timeline order={order} entries={timeline} adminId={admin.id} />
    </>
  );
}

function Actions({ order: { number, paidAt, status, totalAmount, items, customer } }: { order: AdminOrder }) {
  const isPaid = paidAt !== null;
  // A free trial has no money to give back: it ends with its subscription, which is cancelled below.
  const isTrial = totalAmount === 0 && items.some(({ trialDays }) => trialDays !== null);
  return (
    <>
      <OrderStatus status={status} />
      {isPaid ? (
        <LinkButton href={`/admin/orders/${number}/invoice`} variant="secondary" size="small">
          {text('invoices.link')}
        </LinkButton>
      ) : null}
      {isPaid && customer.deletedAt === null ? (
        <form action={resendMail}>
          <input type="hidden" name="number" value={String(number)} />
          <input type="hidden" name="request" value={crypto.randomUUID()} />
          <SubmitButton variant="secondary" size="small" pendingText={text('orders.resending')}>
            {text('orders.resend')}
          </SubmitButton>
        </form>
      ) : null}
      {isPaid && status !== 'refunded' && !isTrial ? (
        <LinkButton href={`/admin/orders/${number}/refund`} variant="secondary" size="small">
          {text('orders.refund')}
        </LinkButton>
      ) : null}
    </>
  );
}
