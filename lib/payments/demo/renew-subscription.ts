import { periodEnd } from './add-period';
import { type Double, seconds } from './double';
import { draftInvoice, nameOf, periodLine } from './draft-invoice';
import { giveUpInvoice, voidInvoice } from './end-invoice';
import { endSubscription } from './end-subscription';
import { finalizeInvoice } from './finalize-invoice';
import { found } from './find';
import { rhythmOf } from './make-subscription';
import type { WireInvoice, WireSubscription } from './wire';

/** Stripe leaves a renewal an hour as a draft before it collects. */
const DRAFT_SECONDS = 3600;

/**
 * The next period begins. The period moves before it is paid, and the subscription stays active until collecting fails:
 * a reader that takes the period's end for what was paid gives away a month.
 */
export function renewSubscription(double: Double, subscription: WireSubscription): void {
  const ended = periodOf(subscription);
  if (subscription.status === 'trialing' && endTrial(double, subscription) === 'stopped') return;
  for (const item of subscription.items.data) {
    item.current_period_start = item.current_period_end;
    item.current_period_end = periodEnd(
      subscription.billing_cycle_anchor,
      rhythmOf(item.price),
      item.current_period_start,
    );
  }
  const pausing = subscription.pause_collection?.behavior;
  const invoice = draftInvoice(double, subscription, {
    reason: 'subscription_cycle',
    lines: subscription.items.data.map((item) => periodLine(subscription, item, nameOf(double, item))),
    period: ended,
    finalizesAt: pausing || subscription.status === 'unpaid' ? null : seconds(double) + DRAFT_SECONDS,
  });
  if (pausing) withhold(double, invoice, pausing);
  double.announce('customer.subscription.updated', subscription);
}

export function periodOf({ items }: WireSubscription): { start: number; end: number } {
  const [first] = items.data;
  if (!first) throw new Error('A subscription has at least one item');
  return { start: first.current_period_start, end: first.current_period_end };
}

/** A trial without a card ends as its settings say; with one, the first paid period begins. */
export function endTrial(double: Double, subscription: WireSubscription): 'goes_on' | 'stopped' {
  const customer = found(double.state.facts.customers, 'customer', String(subscription.customer));
  const hasCard = subscription.default_payment_method ?? customer.invoice_settings.default_payment_method;
  const without = subscription.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice';
  if (!hasCard && without === 'cancel') {
    endSubscription(double, subscription, 'cancellation_requested');
    return 'stopped';
  }
  if (!hasCard && without === 'pause') {
    subscription.status = 'paused';
    double.announce('customer.subscription.updated', subscription);
    double.announce('customer.subscription.paused', subscription);
    return 'stopped';
  }
  subscription.status = 'active';
  return 'goes_on';
}

function withhold(double: Double, invoice: WireInvoice, behavior: string): void {
  if (behavior === 'keep_as_draft') return;
  if (behavior === 'mark_uncollectible') {
    finalizeInvoice(double, invoice);
    giveUpInvoice(double, invoice);
  } else {
    voidInvoice(double, invoice);
  }
}
