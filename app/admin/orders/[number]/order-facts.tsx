import type { ReactNode } from 'react';
import type { AdminOrder } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';

/** Who bought, when, and how it was paid. */
export function OrderFacts({ order }: { order: AdminOrder }) {
  const { customer } = order;
  return (
    <dl className="grid grid-cols-1 gap-x-8 gap-y-4 border-line border-y py-4 sm:grid-cols-2 lg:grid-cols-3">
      <Fact label={text('orders.customer')}>
        <Link href={`/admin/customers/${customer.number}`} className="link break-all">
          {customer.name ?? customer.email}
        </Link>
        {customer.name === null ? null : <span className="break-all text-muted text-sm">{customer.email}</span>}
        {customer.deletedAt ? <Badge>{text('customers.account.deleted')}</Badge> : null}
        {customer.disabledAt ? <Badge tone="bad">{text('orders.disabled')}</Badge> : null}
      </Fact>
      <Fact label={text('orders.placed')}>
        <DateTime at={order.placedAt} form="moment" />
      </Fact>
      <Fact label={text('orders.paidBy')}>
        <Payment order={order} />
      </Fact>
      {order.company ? <Fact label={text('orders.company')}>{order.company}</Fact> : null}
      {order.vatId ? <Fact label={text('orders.vatId')}>{order.vatId}</Fact> : null}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className="flex min-w-0 flex-col items-start">{children}</dd>
    </div>
  );
}

function Payment({ order }: { order: AdminOrder }) {
  const reference = order.payments.find((payment) => payment.reference)?.reference;
  return (
    <>
      <span>{text(howPaid(order))}</span>
      {reference ? <span className="text-muted text-sm">{text('orders.reference', { reference })}</span> : null}
    </>
  );
}

function howPaid(order: AdminOrder) {
  if (!order.paidAt) return 'orders.unpaid';
  if (order.checkoutId === null) return 'orders.imported';
  if (order.totalAmount === 0) return 'orders.free';
  return order.byStripe ? 'orders.byStripe' : 'orders.byHand';
}
