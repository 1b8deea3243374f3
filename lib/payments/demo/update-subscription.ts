import type Stripe from 'stripe';
import { z } from 'zod';
import { changeItems, type ItemChange } from './change-subscription';
import { type Double, seconds } from './double';
import { planEnd } from './end-subscription';
import { expandWith } from './expand-fields';
import { found } from './find';
import { cardKind, findPaymentMethod } from './make-card';
import { makePrice } from './make-catalog';
import { cardRefusal } from './pay-at-once';
import { boolean, expand, integer, metadata, paramsOf, priceData, readParams } from './read-params';
import { renewSubscription } from './renew-subscription';
import { attachCard } from './save-card';
import { invalid } from './stripe-error';
import type { WirePrice, WireSubscription } from './wire';

type Params = Stripe.SubscriptionUpdateParams;

const update = paramsOf<Params>()({
  cancel_at: z.union([z.literal(''), integer]).optional(),
  cancel_at_period_end: boolean.optional(),
  default_payment_method: z.string().optional(),
  description: z.string().optional(),
  expand: expand.optional(),
  items: z
    .array(
      paramsOf<Stripe.SubscriptionUpdateParams.Item>()({
        deleted: boolean.default(false),
        id: z.string().optional(),
        metadata: metadata.optional(),
        price: z.string().optional(),
        price_data: priceData.optional(),
        quantity: integer.pipe(z.number().min(1).max(999_999)).optional(),
      }),
    )
    .optional(),
  metadata: metadata.default({}),
  // An empty text takes the pause away, as at Stripe.
  pause_collection: z
    .union([
      z.literal(''),
      paramsOf<Stripe.SubscriptionUpdateParams.PauseCollection>()({
        behavior: z.enum(['keep_as_draft', 'mark_uncollectible', 'void']),
        resumes_at: integer.optional(),
      }),
    ])
    .optional(),
  payment_behavior: z.enum(['allow_incomplete', 'error_if_incomplete']).optional(),
  proration_behavior: z.enum(['always_invoice', 'create_prorations', 'none']).default('create_prorations'),
  trial_end: z.literal('now').optional(),
});

/** What the store, or its customer on the portal, changes about a running subscription. */
export function updateSubscription(double: Double, subscription: WireSubscription, params: URLSearchParams): object {
  const wanted = readParams(update, params);
  if (subscription.ended_at !== null) {
    throw invalid('A canceled subscription can only update its cancellation_details and metadata.');
  }
  subscription.description = wanted.description ?? subscription.description;
  Object.assign(subscription.metadata, wanted.metadata);
  changeCard(double, subscription, wanted.default_payment_method);
  if (wanted.pause_collection !== undefined) {
    subscription.pause_collection = wanted.pause_collection === '' ? null : pauseOf(wanted.pause_collection);
  }
  changeEnd(double, subscription, wanted);
  if (wanted.items) {
    const changes = wanted.items.map((item) => ({
      itemId: item.id,
      price: item.price || item.price_data ? readPrice(double, item) : undefined,
      quantity: item.quantity,
      metadata: item.metadata,
      isRemoved: item.deleted,
    }));
    if (wanted.payment_behavior === 'error_if_incomplete') expectPayment(double, subscription, changes);
    changeItems(double, subscription, changes, wanted.proration_behavior);
    // What ends with the period ends with the new one.
    if (subscription.cancel_at_period_end) planEnd(double, subscription, { atPeriodEnd: true });
  }
  if (wanted.trial_end && subscription.status === 'trialing') endTrialNow(double, subscription);
  else double.announce('customer.subscription.updated', subscription);
  return expandWith(double, subscription, wanted.expand);
}

/** Nothing is changed when the card would not pay what comes on top now. */
function expectPayment(double: Double, subscription: WireSubscription, changes: ItemChange[]): void {
  if (subscription.status === 'trialing' || !costsMore(subscription, changes)) return;
  const methodId = subscription.default_payment_method;
  const method = typeof methodId === 'string' ? findPaymentMethod(double, methodId) : undefined;
  const kind = method && cardKind(method);
  if (!method || kind === 'declines' || kind === 'authenticates') throw cardRefusal();
}

function costsMore({ items }: WireSubscription, changes: ItemChange[]): boolean {
  return changes.some(({ itemId, price, quantity }) => {
    const item = items.data.find(({ id }) => id === itemId);
    if (!item) return true;
    const next = price ?? item.price;
    const isOtherRhythm = next.recurring?.interval !== item.price.recurring?.interval;
    const was = (item.price.unit_amount ?? 0) * (item.quantity ?? 1);
    return isOtherRhythm || (next.unit_amount ?? 0) * (quantity ?? item.quantity ?? 1) > was;
  });
}

/** A price by its id, or a new one that the call describes. */
export function readPrice(
  double: Double,
  { price, price_data }: { price?: string | undefined; price_data?: z.infer<typeof priceData> | undefined },
): WirePrice {
  const { prices, products } = double.state.facts;
  if (price_data) {
    const product = found(products, 'product', price_data.product);
    const made = makePrice(double, {
      productId: product.id,
      unitAmount: price_data.unit_amount,
      currency: price_data.currency,
      recurring: price_data.recurring,
    });
    made.tax_behavior = price_data.tax_behavior ?? 'unspecified';
    prices[made.id] = made;
    return made;
  }
  const known = found(prices, 'price', price ?? '');
  if (!known.recurring) throw invalid('The price specified is set to `type=one_time`.', 'items');
  return known;
}

function changeCard(double: Double, subscription: WireSubscription, card: string | undefined): void {
  if (!card) return;
  const customer = found(double.state.facts.customers, 'customer', String(subscription.customer));
  subscription.default_payment_method = attachCard(double, customer, findPaymentMethod(double, card)).id;
}

function changeEnd(
  double: Double,
  subscription: WireSubscription,
  wanted: { cancel_at?: '' | number | undefined; cancel_at_period_end?: boolean | undefined },
): void {
  if (wanted.cancel_at !== undefined)
    planEnd(double, subscription, { at: wanted.cancel_at === '' ? null : wanted.cancel_at });
  if (wanted.cancel_at_period_end !== undefined) {
    planEnd(double, subscription, { atPeriodEnd: wanted.cancel_at_period_end });
  }
}

function pauseOf(pause: {
  behavior: 'keep_as_draft' | 'mark_uncollectible' | 'void';
  resumes_at?: number | undefined;
}) {
  return { behavior: pause.behavior, resumes_at: pause.resumes_at ?? null };
}

/** The trial's period ends at this instant and the first paid one begins. */
function endTrialNow(double: Double, subscription: WireSubscription): void {
  const at = seconds(double);
  subscription.trial_end = at;
  subscription.billing_cycle_anchor = at;
  for (const item of subscription.items.data) item.current_period_end = at;
  renewSubscription(double, subscription);
}
