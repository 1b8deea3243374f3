import type Stripe from 'stripe';
import { z } from 'zod';
import type { Double } from './double';
import { endSubscription } from './end-subscription';
import { expandWith } from './expand-fields';
import { found, newestFirst } from './find';
import { findPaymentMethod } from './make-card';
import { expand, integer, metadata, pageParams, paramsOf, priceData, readParams } from './read-params';
import { resumeSubscription } from './resume-subscription';
import { listOf, type Route, route } from './route-table';
import { attachCard } from './save-card';
import { startSubscription } from './start-subscription';
import { invalid } from './stripe-error';
import { readPrice, updateSubscription } from './update-subscription';
import type { WireSubscription } from './wire';

const quantity = integer.pipe(z.number().min(1).max(999_999));
const create = paramsOf<Stripe.SubscriptionCreateParams>()({
  customer: z.string(),
  default_payment_method: z.string().optional(),
  description: z.string().optional(),
  expand: expand.optional(),
  items: z
    .array(
      paramsOf<Stripe.SubscriptionCreateParams.Item>()({
        metadata: metadata.default({}),
        price: z.string().optional(),
        price_data: priceData.optional(),
        quantity: quantity.default(1),
      }),
    )
    .min(1)
    .max(20),
  metadata: metadata.default({}),
  trial_period_days: integer.pipe(z.number().min(1).max(730)).optional(),
  trial_settings: paramsOf<Stripe.SubscriptionCreateParams.TrialSettings>()({
    end_behavior: paramsOf<Stripe.SubscriptionCreateParams.TrialSettings.EndBehavior>()({
      missing_payment_method: z.enum(['cancel', 'create_invoice', 'pause']),
    }),
  }).optional(),
});
const retrieve = z.strictObject({ expand: expand.optional() });
const list = paramsOf<Stripe.SubscriptionListParams>()({
  ...pageParams,
  customer: z.string().optional(),
  status: z
    .enum(['active', 'all', 'canceled', 'ended', 'past_due', 'paused', 'trialing', 'unpaid', 'incomplete'])
    .optional(),
});
const cancel = paramsOf<Stripe.SubscriptionCancelParams>()({ expand: expand.optional() });
const resume = paramsOf<Stripe.SubscriptionResumeParams>()({ billing_cycle_anchor: z.literal('now').optional() });

export const subscriptionRoutes: Route[] = [
  route('POST', 'subscriptions', ({ double, params }) => createSubscription(double, params)),
  route('GET', 'subscriptions', ({ double, params }) => {
    const wanted = readParams(list, params);
    const all = Object.values(double.state.facts.subscriptions).filter(
      (subscription) =>
        (!wanted.customer || subscription.customer === wanted.customer) && hasStatus(subscription, wanted.status),
    );
    return listOf('/v1/subscriptions', newestFirst(all), wanted);
  }),
  route('GET', 'subscriptions/:id', ({ double, id, params }) => {
    const { expand: wanted } = readParams(retrieve, params);
    return expandWith(double, found(double.state.facts.subscriptions, 'subscription', id), wanted);
  }),
  route('POST', 'subscriptions/:id', ({ double, id, params }) =>
    updateSubscription(double, found(double.state.facts.subscriptions, 'subscription', id), params),
  ),
  route('POST', 'subscriptions/:id/resume', ({ double, id, params }) => {
    readParams(resume, params);
    return resumeSubscription(double, found(double.state.facts.subscriptions, 'subscription', id));
  }),
  route('DELETE', 'subscriptions/:id', ({ double, id, params }) => {
    readParams(cancel, params);
    const subscription = found(double.state.facts.subscriptions, 'subscription', id);
    if (subscription.ended_at !== null) throw invalid(`No such subscription: '${id}'`, 'id', 'resource_missing');
    endSubscription(double, subscription, 'cancellation_requested');
    return subscription;
  }),
];

function createSubscription(double: Double, params: URLSearchParams) {
  const wanted = readParams(create, params);
  const customer = found(double.state.facts.customers, 'customer', wanted.customer);
  const card = wanted.default_payment_method ? findPaymentMethod(double, wanted.default_payment_method) : undefined;
  const items = wanted.items.map((item) => ({
    price: readPrice(double, item),
    quantity: item.quantity,
    metadata: item.metadata,
  }));
  if (!wanted.trial_period_days && !card && !customer.invoice_settings.default_payment_method) {
    throw invalid(
      'This customer has no attached payment source or default payment method.',
      undefined,
      'resource_missing',
    );
  }
  if (card) attachCard(double, customer, card);
  const { subscription } = startSubscription(double, {
    customerId: customer.id,
    items,
    metadata: wanted.metadata,
    description: wanted.description ?? null,
    trialDays: wanted.trial_period_days ?? null,
    withoutCard: wanted.trial_settings?.end_behavior.missing_payment_method ?? 'create_invoice',
    paymentMethodId: card?.id ?? null,
  });
  return expandWith(double, subscription, wanted.expand);
}

/** Without a wish, Stripe lists everything that has not ended. */
function hasStatus(subscription: WireSubscription, wanted: string | undefined): boolean {
  const hasEnded = subscription.status === 'canceled' || subscription.status === 'incomplete_expired';
  if (wanted === undefined) return !hasEnded;
  if (wanted === 'all') return true;
  return wanted === 'ended' ? hasEnded : subscription.status === wanted;
}
