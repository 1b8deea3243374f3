import { unreachable } from '@/lib/errors';
import type { Today } from '@/lib/licensing/grants/explain-grants';
import type { StoryStep } from '@/lib/licensing/grants/read-licence-story';
import { text } from '../_texts/text';
import { formatPrice } from '../_ui/format-price';
import { dayIn } from './day-in';
import { tellOutcome, tellPlaces } from './tell-outcome';

type PlanNames = ReadonlyMap<string, string>;

/** One step as a sentence: what happened, and what the licence came to by it. Days in it stand as `dayIn` writes them. */
export function tellStep(step: StoryStep, planNames: PlanNames): string {
  return `${tellFact(step, planNames)}: ${tellOutcome(step)}.`;
}

/** The closing sentence, without its "So today:". */
export function tellToday({ state, why, standing }: Today): string {
  if (standing.isRevoked) return tellRevoked(why);
  const params = {
    places: tellPlaces(standing),
    endDay: dayIn(standing.expiresAt),
    graceDay: dayIn(standing.graceUntil),
  };
  switch (state) {
    case 'revoked':
      return text('story.today.revoked.paid_back');
    case 'suspended':
      return text(why === 'disputed' ? 'story.today.suspended.disputed' : 'story.today.suspended.by_admin');
    case 'grace':
      return text('story.today.grace.owed', params);
    case 'expired':
      if (why === 'owed') return text('story.today.expired.owed', params);
      return text(
        why === 'subscription_ended' ? 'story.today.expired.subscription_ended' : 'story.today.expired.term',
        params,
      );
    case 'live':
      if (why === 'lifetime') return text('story.today.live.lifetime', params);
      return text(why === 'renews' ? 'story.today.live.renews' : 'story.today.live.term', params);
    default:
      return unreachable(state);
  }
}

function tellRevoked(why: Today['why']): string {
  if (why === 'account_deleted') return text('story.today.revoked.account_deleted');
  const isBefore = why === 'closed_before_record';
  return text(isBefore ? 'story.today.revoked.closed_before_record' : 'story.today.revoked.paid_back');
}

function tellFact(step: StoryStep, planNames: PlanNames): string {
  const { grant } = step;
  const { fact } = grant;
  const who = text(`story.who.${grant.by}`);
  switch (fact.kind) {
    case 'purchase':
    case 'renewal':
    case 'period':
    case 'payment_failed':
    case 'payment_given_up':
      return tellPayment(step);
    case 'refund':
      return tellRefund(fact, step);
    case 'dispute':
      return text(`story.dispute.${fact.status}`, { payment: paymentWords(step) });
    case 'plan_change': {
      const plan = planNames.get(fact.planId) ?? text('story.plan.unknown');
      return text('story.plan_change', { plan, count: fact.units });
    }
    case 'subscription':
      return tellSubscription(fact);
    case 'term_edit':
      return text(`story.term_edit.${fact.rule}`, { who });
    case 'suspension':
      return text(fact.isSuspended ? 'story.suspension.on' : 'story.suspension.off', { who });
    case 'limit_edit':
    case 'updates_edit':
    case 'account_deleted':
    case 'undo':
    case 'carried_over':
      return text(`story.${fact.kind}`, { who });
    default:
      return unreachable(fact);
  }
}

type Fact = StoryStep['grant']['fact'];
type FactOf<K extends Fact['kind']> = Extract<Fact, { kind: K }>;

function tellPayment(step: StoryStep): string {
  const { fact } = step.grant;
  const order = step.order === undefined ? undefined : String(step.order.number);
  const invoice = step.invoiceNumber
    ? text('story.invoice.numbered', { invoice: step.invoiceNumber })
    : text('story.invoice.unknown');
  if (fact.kind === 'purchase') return tellPurchase(fact, order);
  if (fact.kind === 'renewal') {
    const term = termWords(fact.termDays);
    return order ? text('story.renewal.order', { order, term }) : text('story.renewal.unknown', { term });
  }
  if (fact.kind === 'period') {
    return text('story.period', { invoice, fromDay: dayIn(fact.startsAt), toDay: dayIn(fact.endsAt) });
  }
  return text(fact.kind === 'payment_failed' ? 'story.payment_failed' : 'story.payment_given_up', { invoice });
}

function tellPurchase({ isSubscription }: FactOf<'purchase'>, order: string | undefined): string {
  if (order === undefined)
    return text(isSubscription ? 'story.purchase.subscriptionUnknown' : 'story.purchase.unknown');
  return text(isSubscription ? 'story.purchase.subscription' : 'story.purchase.order', { order });
}

function termWords(days: number | null): string {
  return days === null ? text('story.term.lifetime') : text('story.term.days', { count: days });
}

function tellRefund(fact: FactOf<'refund'>, { money }: StoryStep): string {
  const told = { money: money && money.amount > 0 ? ` (${formatPrice(money.amount, money.currency)})` : '' };
  if (fact.isAll) return text('story.refund.all', told);
  return fact.units === 0 ? text('story.refund.failed') : text('story.refund.units', { ...told, count: fact.units });
}

function paymentWords({ order, invoiceNumber }: StoryStep): string {
  if (invoiceNumber) return text('story.payment.invoice', { invoice: invoiceNumber });
  return order ? text('story.payment.order', { order: String(order.number) }) : text('story.payment.unknown');
}

function tellSubscription({ state, endsAt }: FactOf<'subscription'>): string {
  if (state !== 'cancel_planned') return text(`story.subscription.${state}`);
  if (endsAt === null) return text('story.subscription.cancel_plannedUndated');
  return text('story.subscription.cancel_planned', { endDay: dayIn(endsAt) });
}
