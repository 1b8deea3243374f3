import type { AdminOrder } from '@/lib/orders/read-admin-order';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Price } from '../../../_ui/price';
import { SubmitButton } from '../../../_ui/submit-button';
import { Table, type TableRow } from '../../../_ui/table';
import { askStripeAgain } from './actions';

type Column = 'kind' | 'when' | 'status' | 'amount';
const TONES = { pending: 'warn', succeeded: 'good', failed: 'bad' } as const;

/** The money that came and went, refunds on their way among it. */
export function MoneyBox({ order }: { order: AdminOrder }) {
  const rows = [
    ...order.payments.filter(({ amount }) => amount > 0).map(paymentRow),
    ...order.refunds.map(refundRow),
    ...order.waitingRefunds.map((request) => waitingRow(order, request)),
  ];
  return (
    <section aria-labelledby="money" className="flex flex-col gap-2">
      <h2 id="money" className="text-lg">
        {text('orders.money')}
      </h2>
      {rows.length === 0 ? (
        <p className="text-muted">{text('orders.noMoney')}</p>
      ) : (
        <Table<Column>
          caption={text('orders.moneyCaption', { number: String(order.number) })}
          columns={[
            { key: 'kind', header: text('orders.kind') },
            { key: 'when', header: text('orders.when') },
            { key: 'status', header: text('orders.status') },
            { key: 'amount', header: text('orders.amount'), align: 'end' },
          ]}
          rows={rows}
        />
      )}
    </section>
  );
}

function paymentRow(payment: AdminOrder['payments'][number]): TableRow<Column> {
  const { status, amount, currency } = payment;
  return {
    id: payment.id,
    cells: {
      kind: <Kind words={text('orders.payment')} mark={payment.stripePaymentIntentId ?? payment.reference} />,
      when: <DateTime at={payment.paidAt ?? payment.createdAt} form="moment" />,
      status: <Badge tone={TONES[status]}>{text(`orders.paymentStatus.${status}`)}</Badge>,
      amount: <Price minorUnits={amount} currency={currency} />,
    },
  };
}

function refundRow(refund: AdminOrder['refunds'][number]): TableRow<Column> {
  const { status, amount, currency, stripeRefundId } = refund;
  const mark = stripeRefundId?.startsWith('outside_') ? null : stripeRefundId;
  return {
    id: refund.id,
    cells: {
      kind: <Kind words={text('orders.refundRow')} mark={mark} />,
      when: <DateTime at={refund.createdAt} form="moment" />,
      status: <Badge tone={TONES[status]}>{text(`orders.refundStatus.${status}`)}</Badge>,
      amount: <Price minorUnits={-amount} currency={currency} />,
    },
  };
}

function waitingRow(order: AdminOrder, request: AdminOrder['waitingRefunds'][number]): TableRow<Column> {
  const isMade = request.stripeRefundId !== null;
  const name = request.askedBy.name ?? request.askedBy.email;
  return {
    id: request.id,
    cells: {
      kind: <Kind words={text('orders.refundRow')} mark={null} about={text('orders.askedBy', { name })} />,
      when: <DateTime at={request.createdAt} form="moment" />,
      status: (
        <span className="flex flex-col items-end gap-2 sm:items-start">
          <Badge tone="warn">{text(isMade ? 'orders.refundStatus.waiting' : 'orders.refundStatus.unknown')}</Badge>
          <form action={askStripeAgain}>
            <input type="hidden" name="number" value={String(order.number)} />
            <input type="hidden" name="request" value={request.id} />
            <SubmitButton variant="secondary" size="small" pendingText={text('orders.askingAgain')}>
              {text('orders.askAgain')}
            </SubmitButton>
          </form>
        </span>
      ),
      amount: <Price minorUnits={-request.amount} currency={request.currency} />,
    },
  };
}

function Kind({ words, mark, about }: { words: string; mark: string | null; about?: string }) {
  return (
    <span className="flex min-w-0 flex-col items-start">
      <span>{words}</span>
      {mark ? <span className="break-all font-mono font-normal text-muted text-sm">{mark}</span> : null}
      {about ? <span className="font-normal text-muted text-sm">{about}</span> : null}
    </span>
  );
}
