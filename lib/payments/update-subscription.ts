import { createHash } from 'node:crypto';
import Stripe from 'stripe';
import { unreachable } from '../errors';
import { isPassing } from './passing-failure';
import { stripe } from './stripe-client';

export type ItemOnPlan = {
  /** The item at Stripe. */
  itemId: string;
  planNumber: number;
  /** As invoices name it. */
  name: string;
  /** Minor units, for each unit and period. */
  unitAmount: number;
  currency: string;
  interval: 'month' | 'year';
  quantity: number;
};

export type SubscriptionUpdate =
  /** It ends with the period that is paid. */
  | { kind: 'cancel' }
  /** A planned end is withdrawn. */
  | { kind: 'keep' }
  /** Renewals are not collected until it is resumed; their invoices are voided. */
  | { kind: 'pause' }
  | { kind: 'resume' }
  /** Another plan or quantity from now on; the difference is paid at once, or left as credit. */
  | { kind: 'change_item'; item: ItemOnPlan };

export type UpdateSubscriptionResult =
  | { ok: true }
  /** payment_refused: the card did not pay the difference, and nothing was changed. refused: Stripe's words. */
  | { ok: false; reason: 'payments_unreachable' | 'payment_refused' }
  | { ok: false; reason: 'refused'; detail: string };

/**
 * Changes a subscription at Stripe. Asking twice for the same under the same `requestId` changes once, and is answered as the
 * first time; something else under the same `requestId` is another change.
 */
export async function updateSubscription(
  subscriptionId: string,
  update: SubscriptionUpdate,
  requestId: string,
): Promise<UpdateSubscriptionResult> {
  try {
    const params = await paramsOf(subscriptionId, update);
    const idempotencyKey = `${requestId}-${digestOf(params)}`;
    await stripe().subscriptions.update(subscriptionId, params, { idempotencyKey });
    return { ok: true };
  } catch (error) {
    if (isPassing(error)) return { ok: false, reason: 'payments_unreachable' };
    if (error instanceof Stripe.errors.StripeCardError) return { ok: false, reason: 'payment_refused' };
    if (error instanceof Stripe.errors.StripeError) return { ok: false, reason: 'refused', detail: error.message };
    throw error;
  }
}

// Of what is really sent: Stripe refuses a key that comes again with other parameters. And a header takes neither every
// letter of a name nor more than 255 of them.
function digestOf(params: Stripe.SubscriptionUpdateParams | Stripe.ProductCreateParams): string {
  return createHash('sha256').update(JSON.stringify(params)).digest('base64url');
}

async function paramsOf(subscriptionId: string, update: SubscriptionUpdate): Promise<Stripe.SubscriptionUpdateParams> {
  switch (update.kind) {
    case 'cancel':
      return { cancel_at_period_end: true };
    case 'keep':
      return { cancel_at_period_end: false };
    case 'pause':
      return { pause_collection: { behavior: 'void' } };
    case 'resume':
      return { pause_collection: '' };
    case 'change_item':
      return {
        items: [await itemParams(subscriptionId, update.item)],
        proration_behavior: 'always_invoice',
        // What is not paid is not given: Stripe then changes nothing.
        payment_behavior: 'error_if_incomplete',
      };
    default:
      return unreachable(update);
  }
}

async function itemParams(subscriptionId: string, item: ItemOnPlan): Promise<Stripe.SubscriptionUpdateParams.Item> {
  const { itemId, planNumber, name, quantity, unitAmount, currency, interval } = item;
  const plan_number = String(planNumber);
  // A day is long enough for Stripe to forget the key; a second product of that name does no harm.
  const idempotencyKey = `plan-${plan_number}-${digestOf({ name })}`;
  const product = await stripe().products.create({ name }, { idempotencyKey });
  return {
    id: itemId,
    quantity,
    metadata: { plan_number },
    price_data: {
      product: product.id,
      unit_amount: unitAmount,
      currency,
      recurring: { interval },
      ...(await taxBehaviorOf(subscriptionId, itemId)),
    },
  };
}

/** The new price is meant as the old one: with its tax, or without. What never said so goes on saying nothing. */
async function taxBehaviorOf(subscriptionId: string, itemId: string) {
  const { items } = await stripe().subscriptions.retrieve(subscriptionId);
  const behavior = items.data.find(({ id }) => id === itemId)?.price.tax_behavior;
  return behavior && behavior !== 'unspecified' ? { tax_behavior: behavior } : {};
}

/** Opens Stripe's page where this customer changes the card or cancels. `undefined`: Stripe cannot be reached. */
export async function openPortalPage(
  stripeCustomerId: string,
  returnUrl: string,
): Promise<{ url: string } | undefined> {
  try {
    const { url } = await stripe().billingPortal.sessions.create({ customer: stripeCustomerId, return_url: returnUrl });
    return { url };
  } catch (error) {
    if (isPassing(error)) return undefined;
    throw error;
  }
}
