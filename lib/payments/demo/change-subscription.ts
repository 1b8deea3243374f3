import type Stripe from 'stripe';
import { periodEnd } from './add-period';
import { type Double, seconds } from './double';
import { draftInvoice, nameOf, periodLine, productIdOf } from './draft-invoice';
import { finalizeInvoice } from './finalize-invoice';
import { found } from './find';
import { makeItem, planOf, rhythmOf } from './make-subscription';
import { newId } from './new-id';
import { payInvoice } from './pay-invoice';
import { periodOf } from './renew-subscription';
import { invalid } from './stripe-error';
import type { WirePrice, WireSubscription, WireSubscriptionItem } from './wire';

export type ItemChange = {
  /** Left out: a new item. */
  itemId?: string | undefined;
  price?: WirePrice | undefined;
  quantity?: number | undefined;
  metadata?: Stripe.Metadata | undefined;
  isRemoved: boolean;
};

export type Proration = 'create_prorations' | 'always_invoice' | 'none';

/**
 * Another plan, or another quantity, from now on. What was paid and will not be used is credited, the rest of the period
 * is charged: with the next invoice, or at once. Another rhythm begins a new period and is billed at once.
 */
export function changeItems(
  double: Double,
  subscription: WireSubscription,
  changes: ItemChange[],
  proration: Proration,
): void {
  const before = rhythmKey(subscription);
  const changed = changes.map((change) => applyChange(double, subscription, change));
  checkItems(subscription);
  const isTrial = subscription.status === 'trialing';
  const startsAnew = rhythmKey(subscription) !== before && !isTrial;
  const isFree = isTrial || proration === 'none';
  if (!isFree) prorate(double, subscription, changed, startsAnew);
  if (startsAnew) beginPeriod(double, subscription);
  if (startsAnew || (!isFree && proration === 'always_invoice')) billNow(double, subscription, startsAnew);
}

function checkItems({ items }: WireSubscription): void {
  if (items.data.length === 0) throw invalid('A subscription must have at least one active plan.', 'items');
  if (new Set(items.data.map(rhythmKeyOf)).size > 1) {
    throw invalid('All prices on a subscription must have the same `recurring.interval`.', 'items');
  }
}

type Changed = { old?: Charge; fresh?: Charge };

/** Credits what was paid, and charges what is new unless a whole new period is. */
function prorate(double: Double, subscription: WireSubscription, changed: Changed[], startsAnew: boolean): void {
  for (const { old, fresh } of changed) {
    if (old) awaitShare(double, subscription, old, -1);
    if (fresh && !startsAnew) awaitShare(double, subscription, fresh, 1);
  }
}

type Charge = { item: WireSubscriptionItem; price: WirePrice; quantity: number };

function applyChange(double: Double, subscription: WireSubscription, change: ItemChange): Changed {
  const { data } = subscription.items;
  if (!change.itemId) return { fresh: addItem(double, subscription, change) };
  const item = found(Object.fromEntries(data.map((one) => [one.id, one])), 'subscription_item', change.itemId);
  const old = { item, price: item.price, quantity: item.quantity ?? 1 };
  if (change.isRemoved) {
    subscription.items.data = data.filter((one) => one !== item);
    return { old };
  }
  item.price = change.price ?? item.price;
  item.plan = planOf(item.price);
  item.quantity = change.quantity ?? item.quantity ?? 1;
  Object.assign(item.metadata, change.metadata);
  const fresh = { item, price: item.price, quantity: item.quantity };
  return fresh.price === old.price && fresh.quantity === old.quantity ? {} : { old, fresh };
}

function addItem(double: Double, subscription: WireSubscription, change: ItemChange): Charge {
  if (!change.price) throw invalid('Missing required param: items[][price].', 'items', 'parameter_missing');
  const { start, end } = periodOf(subscription);
  const wanted = { price: change.price, quantity: change.quantity ?? 1, metadata: {} };
  const item = makeItem(double, subscription.id, wanted, { anchor: end, start, trialEnd: end });
  subscription.items.data.push(item);
  return { item, price: item.price, quantity: wanted.quantity };
}

/** The share of the running period that is left, as an item for the next invoice: a credit or a charge. */
function awaitShare(
  double: Double,
  subscription: WireSubscription,
  { item, price, quantity }: Charge,
  sign: 1 | -1,
): void {
  const at = seconds(double);
  const { current_period_start: start, current_period_end: end } = item;
  const left = Math.max(0, end - at) / Math.max(1, end - start);
  const name = nameOf(double, { ...item, price });
  const id = newId('ii');
  double.state.facts.invoiceItems[id] = {
    id,
    customerId: String(subscription.customer),
    currency: subscription.currency,
    amount: sign * Math.round((price.unit_amount ?? 0) * quantity * left),
    description: `${sign < 0 ? 'Unused' : 'Remaining'} time on ${quantity} × ${name}`,
    period: { start: at, end },
    proration: {
      subscriptionId: subscription.id,
      itemId: item.id,
      priceId: price.id,
      productId: productIdOf({ ...item, price }),
      quantity,
    },
  };
}

function beginPeriod(double: Double, subscription: WireSubscription): void {
  const at = seconds(double);
  subscription.billing_cycle_anchor = at;
  for (const item of subscription.items.data) {
    item.current_period_start = at;
    item.current_period_end = periodEnd(at, rhythmOf(item.price), at);
  }
}

function billNow(double: Double, subscription: WireSubscription, withPeriod: boolean): void {
  const at = seconds(double);
  const lines = subscription.items.data.map((item) => periodLine(subscription, item, nameOf(double, item)));
  const invoice = draftInvoice(double, subscription, {
    reason: 'subscription_update',
    lines: withPeriod ? lines : [],
    period: { start: at, end: at },
    finalizesAt: null,
  });
  finalizeInvoice(double, invoice);
  payInvoice(double, invoice);
}

function rhythmKey({ items }: WireSubscription): string {
  const [first] = items.data;
  return first ? rhythmKeyOf(first) : '';
}

function rhythmKeyOf({ price }: WireSubscriptionItem): string {
  const { interval, interval_count } = rhythmOf(price);
  return `${interval_count} ${interval}`;
}
