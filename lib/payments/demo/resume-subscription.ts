import { periodEnd } from './add-period';
import { type Double, seconds } from './double';
import { draftInvoice, nameOf, periodLine } from './draft-invoice';
import { finalizeInvoice } from './finalize-invoice';
import { rhythmOf } from './make-subscription';
import { payInvoice } from './pay-invoice';
import { invalid } from './stripe-error';
import type { WireSubscription } from './wire';

/** A subscription that a trial without a card paused begins its first paid period now. */
export function resumeSubscription(double: Double, subscription: WireSubscription): WireSubscription {
  if (subscription.status !== 'paused') {
    throw invalid(`Only subscriptions with status "paused" can be resumed (this one is ${subscription.status}).`);
  }
  const at = seconds(double);
  subscription.status = 'active';
  subscription.billing_cycle_anchor = at;
  for (const item of subscription.items.data) {
    item.current_period_start = at;
    item.current_period_end = periodEnd(at, rhythmOf(item.price), at);
  }
  const invoice = draftInvoice(double, subscription, {
    reason: 'subscription_cycle',
    lines: subscription.items.data.map((item) => periodLine(subscription, item, nameOf(double, item))),
    period: { start: at, end: at },
    finalizesAt: null,
  });
  double.announce('customer.subscription.resumed', subscription);
  double.announce('customer.subscription.updated', subscription);
  finalizeInvoice(double, invoice);
  payInvoice(double, invoice);
  return subscription;
}
