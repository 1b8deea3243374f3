import { Ban, CircleCheck, Clock, Undo2 } from 'lucide-react';
import type { OrderView } from '@/lib/orders/order-view';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { formatPrice } from '../../../_ui/format-price';

type Step = { id: string; state: keyof typeof LOOKS; words: string; at?: Date };

const LOOKS = {
  done: { icon: CircleCheck, ink: 'text-good' },
  waiting: { icon: Clock, ink: 'text-warn' },
  back: { icon: Undo2, ink: 'text-muted' },
  stopped: { icon: Ban, ink: 'text-bad' },
};

/** How far an order has come: placed, paid, its keys made, and what was given back. */
export function OrderSteps({ order }: { order: OrderView }) {
  return (
    <ol aria-label={text('orderView.steps')} className="flex flex-col gap-x-8 gap-y-3 sm:flex-row sm:flex-wrap">
      {stepsOf(order).map(({ id, state, words, at }) => {
        const { icon: Icon, ink } = LOOKS[state];
        return (
          <li key={id} className="flex gap-2">
            <Icon aria-hidden="true" className={`mt-0.5 size-5 shrink-0 ${ink}`} strokeWidth={1.75} />
            <span className="flex flex-col">
              <span>{words}</span>
              {at ? (
                <span className="text-muted text-sm">
                  <DateTime at={at} form="moment" />
                </span>
              ) : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function stepsOf(order: OrderView): Step[] {
  return [
    { id: 'placed', state: 'done', words: text('orderView.placed'), at: order.placedAt },
    ...paymentSteps(order),
    ...order.refunds.filter(({ status }) => status !== 'failed').map((refund) => refundStep(refund, order.currency)),
  ];
}

function paymentSteps({ status, totalAmount, paidAt, cancelledAt, items }: OrderView): Step[] {
  if (status === 'cancelled') {
    const words = text('account.status.cancelled');
    return [{ id: 'cancelled', state: 'stopped', words, ...(cancelledAt ? { at: cancelledAt } : {}) }];
  }
  if (!paidAt) return [{ id: 'paid', state: 'waiting', words: text('account.status.awaiting_payment') }];
  const paid = text(totalAmount === 0 ? 'orderView.free' : 'account.status.paid');
  // Keys are made with the payment; an order that came from another store may have none.
  const isIssued = items.some(({ licenceNumber }) => licenceNumber !== undefined);
  const keys = items.every(({ isRenewal }) => isRenewal) ? 'orderView.renewed' : 'orderView.keysMade';
  return [
    { id: 'paid', state: 'done', words: paid, at: paidAt },
    ...(isIssued ? [{ id: 'keys', state: 'done' as const, words: text(keys) }] : []),
  ];
}

function refundStep({ id, status, amount, createdAt }: OrderView['refunds'][number], currency: string): Step {
  const price = formatPrice(amount, currency);
  return {
    id,
    state: status === 'pending' ? 'waiting' : 'back',
    words: text(status === 'pending' ? 'orderView.refundPending' : 'orderView.refunded', { price }),
    at: createdAt,
  };
}
