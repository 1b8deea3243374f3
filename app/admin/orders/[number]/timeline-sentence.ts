import { unreachable } from '@/lib/errors';
import type { TimelineFact } from '@/lib/orders/timeline-facts';
import { text } from '../../../_texts/text';
import { formatDate } from '../../../_ui/format-date';
import { formatPrice } from '../../../_ui/format-price';

type Told = Exclude<TimelineFact, { kind: 'mail' | 'note' }>;

/** What happened, in a plain sentence. Amounts are of the order's currency. */
export function sentenceOf(fact: Told, currency: string): string {
  const money = (minorUnits: number) => formatPrice(minorUnits, currency);
  switch (fact.kind) {
    case 'placed':
    case 'awaiting_payment':
    case 'cancelled':
    case 'held':
    case 'note_deleted':
    case 'mail_again':
    case 'associated_handed_out':
      return text(`orders.event.${fact.kind}`);
    case 'paid':
      return fact.amount === 0
        ? text('orders.event.paidNothing')
        : text('orders.event.paid', { amount: money(fact.amount) });
    case 'entered':
      return entered(fact);
    case 'refund_asked':
      return text('orders.event.refund_asked', {
        amount: money(fact.amount),
        reason: text(`orders.reason.${fact.reason}`),
      });
    case 'refund_refused':
      return text('orders.event.refund_refused', { detail: fact.detail });
    case 'refunded':
      return refunded(fact, money(fact.refundedAmount));
    case 'disputed':
      return text(`orders.event.dispute.${fact.status}`);
    case 'keys_issued':
    case 'revoked':
    case 'restored':
    case 'suspended':
    case 'resumed':
    case 'grace':
      return text(`orders.event.${fact.kind}`, { resource: String(fact.resource) });
    case 'limit_changed':
    case 'term_changed':
      return changed(fact);
    case 'activated':
    case 'activation_deleted':
      return text(`orders.event.${fact.kind}`, { place: fact.place.replace(/^https?:\/\//i, '') });
    default:
      return unreachable(fact);
  }
}

function entered({ paid, reference }: Extract<Told, { kind: 'entered' }>): string {
  if (paid === 'free') return text('orders.event.enteredFree');
  return reference ? text('orders.event.enteredReference', { reference }) : text('orders.event.enteredOutside');
}

function refunded({ isAll, refundedAmount }: Extract<Told, { kind: 'refunded' }>, amount: string): string {
  if (isAll) return text('orders.event.refundedAll');
  return refundedAmount === 0 ? text('orders.event.refundUndone') : text('orders.event.refunded', { amount });
}

function changed(fact: Extract<Told, { kind: 'limit_changed' | 'term_changed' }>): string {
  const resource = String(fact.resource);
  if (fact.kind === 'term_changed') {
    const day = (at: Date | null) => (at ? formatDate(at, 'day', 'UTC') : text('orders.event.noEnd'));
    return text('orders.event.term_changed', { resource, was: day(fact.was), is: day(fact.is) });
  }
  const places = (limit: number | null) => limit ?? text('orders.unlimited');
  return text('orders.event.limit_changed', { resource, was: places(fact.was), is: places(fact.is) });
}
