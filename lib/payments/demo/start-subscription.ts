import type { Double } from './double';
import { draftInvoice, nameOf, periodLine } from './draft-invoice';
import { finalizeInvoice } from './finalize-invoice';
import type { LineToMake } from './make-invoice';
import { makeSubscription, type SubscriptionToMake } from './make-subscription';
import { type PayHow, payInvoice } from './pay-invoice';
import type { WireInvoice, WireSubscription } from './wire';

export type StartHow = PayHow & {
  /** What else the first invoice bills, and how a promotion code lowers it: by item, in the order of the items. */
  extraLines?: LineToMake[];
  discounts?: { discount: number; tax: number }[];
};

/** Begins a subscription with its first invoice, which is finalized and collected at once, as at Stripe. */
export function startSubscription(
  double: Double,
  facts: SubscriptionToMake,
  how: StartHow = {},
): { subscription: WireSubscription; invoice: WireInvoice } {
  const { subscriptions } = double.state.facts;
  const subscription = makeSubscription(double, facts);
  subscriptions[subscription.id] = subscription;
  const lines = subscription.items.data.map((item, index) => ({
    ...periodLine(subscription, item, nameOf(double, item)),
    ...how.discounts?.[index],
  }));
  const start = subscription.start_date;
  const invoice = draftInvoice(double, subscription, {
    reason: 'subscription_create',
    lines: [...lines, ...(how.extraLines ?? [])],
    period: { start, end: start },
    finalizesAt: null,
  });
  double.announce('customer.subscription.created', subscription);
  finalizeInvoice(double, invoice);
  payInvoice(double, invoice, how);
  return { subscription, invoice };
}
