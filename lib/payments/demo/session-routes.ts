import type Stripe from 'stripe';
import { z } from 'zod';
import type { Double } from './double';
import { expandSession } from './expand-session';
import { findSession, found, newestFirst } from './find';
import { makePrice, makeProduct } from './make-catalog';
import { makeLine, makeSession } from './make-session';
import { boolean, expand, integer, metadata, paramsOf, readParams, recurring, taxBehavior } from './read-params';
import { listOf, type Route, route } from './route-table';
import { checkSessionTax, sessionTaxParams, taxCode } from './session-tax';
import { expireSession } from './settle-session';
import type { StoredSession } from './state';
import { invalid, notFound } from './stripe-error';
import type { WireLineItem } from './wire';

type Create = Stripe.Checkout.SessionCreateParams;

const address = z.strictObject({
  city: z.string().optional(),
  country: z.string().optional(),
  line1: z.string().optional(),
  postal_code: z.string().optional(),
  state: z.string().optional(),
});

const lineItem = paramsOf<Stripe.Checkout.SessionCreateParams.LineItem>()({
  price: z.string().optional(),
  quantity: integer.pipe(z.number().min(1).max(999_999)).default(1),
  metadata: metadata.default({}),
  price_data: paramsOf<Stripe.Checkout.SessionCreateParams.LineItem.PriceData>()({
    currency: z.string().regex(/^[a-z]{3}$/),
    recurring: recurring.optional(),
    tax_behavior: taxBehavior.optional(),
    unit_amount: integer.pipe(z.number().min(0).max(99_999_999)),
    product_data: paramsOf<Stripe.Checkout.SessionCreateParams.LineItem.PriceData.ProductData>()({
      name: z.string().min(1),
      description: z.string().optional(),
      metadata: metadata.optional(),
      tax_code: taxCode.optional(),
    }),
  }).optional(),
});

const create = paramsOf<Create>()({
  ...sessionTaxParams,
  mode: z.enum(['payment', 'subscription']),
  ui_mode: z.literal('hosted_page').optional(),
  line_items: z.array(lineItem).min(1).max(100),
  allow_promotion_codes: boolean.optional(),
  cancel_url: z.url().optional(),
  success_url: z.url(),
  client_reference_id: z.string().max(200).optional(),
  customer_email: z
    .string()
    .regex(/^[^\s@]+@[^\s@]+$/)
    .optional(),
  customer: z.string().optional(),
  expires_at: integer.optional(),
  metadata: metadata.default({}),
  payment_intent_data: paramsOf<Stripe.Checkout.SessionCreateParams.PaymentIntentData>()({
    metadata: metadata.default({}),
    shipping: z.strictObject({ name: z.string(), address }).optional(),
  }).optional(),
  subscription_data: paramsOf<Stripe.Checkout.SessionCreateParams.SubscriptionData>()({
    description: z.string().optional(),
    metadata: metadata.default({}),
    trial_period_days: integer.pipe(z.number().min(1).max(730)).optional(),
  }).optional(),
});

const retrieve = paramsOf<Stripe.Checkout.SessionRetrieveParams>()({ expand: expand.optional() });
const list = paramsOf<Stripe.Checkout.SessionListParams>()({
  limit: integer.optional(),
  starting_after: z.string().optional(),
  payment_intent: z.string().optional(),
  subscription: z.string().optional(),
});
const page = paramsOf<Stripe.Checkout.SessionListLineItemsParams>()({
  limit: integer.optional(),
  starting_after: z.string().optional(),
});

export const sessionRoutes: Route[] = [
  route('POST', 'checkout/sessions', ({ double, params }) => createSession(double, params)),
  route('GET', 'checkout/sessions', ({ double, params }) => {
    const wanted = readParams(list, params);
    const all = Object.values(double.state.facts.sessions)
      .map((stored) => stored.session)
      .filter((session) => !wanted.payment_intent || session.payment_intent === wanted.payment_intent)
      .filter((session) => !wanted.subscription || session.subscription === wanted.subscription);
    return listOf('/v1/checkout/sessions', newestFirst(all), wanted);
  }),
  route('GET', 'checkout/sessions/:id', ({ double, id, params }) => {
    const { expand: wanted } = readParams(retrieve, params);
    return expandSession(double, findSession(double, id), wanted ?? []);
  }),
  route('GET', 'checkout/sessions/:id/line_items', ({ double, id, params }) =>
    listOf(`/v1/checkout/sessions/${id}/line_items`, findSession(double, id).lines, readParams(page, params)),
  ),
  route('POST', 'checkout/sessions/:id/expire', ({ double, id, params }) => {
    readParams(retrieve, params);
    const stored = findSession(double, id);
    const expired = expireSession(double, stored);
    if (!expired.ok) throw invalid('Only Checkout Sessions with a status in ["open"] can be expired.');
    return stored.session;
  }),
];

function createSession(double: Double, params: URLSearchParams) {
  const wanted = readParams(create, params);
  const lines = wanted.line_items.map((item, index) => lineOf(double, item, index));
  const currency = lines[0]?.currency ?? 'usd';
  const subscription = subscriptionPlan(wanted, lines);
  if (lines.some((line) => line.currency !== currency)) throw invalid('All prices must use the same currency.');
  checkSessionTax(wanted, lines);
  const session = makeSession(double, {
    lines,
    currency,
    allowPromotionCodes: wanted.allow_promotion_codes ?? null,
    successUrl: wanted.success_url,
    cancelUrl: wanted.cancel_url ?? null,
    customerEmail: wanted.customer_email ?? null,
    mode: wanted.mode,
    customerId: wanted.customer ? found(double.state.facts.customers, 'customer', wanted.customer).id : null,
    clientReferenceId: wanted.client_reference_id ?? null,
    expiresAt: wanted.expires_at ?? null,
    metadata: wanted.metadata,
    tax: wanted,
  });
  double.state.facts.sessions[session.id] = {
    session,
    lines,
    paymentMetadata: wanted.payment_intent_data?.metadata ?? {},
    promotionCodeId: null,
    ...(subscription ? { subscription } : {}),
  };
  return session;
}

/** What the session subscribes to; undefined when it is paid once. The recurring lines of a trial cost nothing today. */
function subscriptionPlan(wanted: z.infer<typeof create>, lines: WireLineItem[]): StoredSession['subscription'] {
  const recurring = lines.filter((line) => line.price?.recurring);
  if (wanted.mode === 'payment') {
    if (recurring.length > 0) {
      throw invalid(
        'You must provide at least one recurring price in `subscription` mode, and none in `payment` mode.',
      );
    }
    if (wanted.subscription_data) throw invalid('You can not pass `subscription_data` in `payment` mode.');
    return undefined;
  }
  if (recurring.length === 0) {
    throw invalid('You must provide at least one recurring price in `subscription` mode when using prices.');
  }
  if (wanted.payment_intent_data) throw invalid('You can not pass `payment_intent_data` in `subscription` mode.');
  const data = wanted.subscription_data;
  if (data?.trial_period_days) for (const line of recurring) line.amount_subtotal = line.amount_total = 0;
  return {
    metadata: data?.metadata ?? {},
    description: data?.description ?? null,
    trialDays: data?.trial_period_days ?? null,
  };
}

function lineOf(double: Double, item: z.infer<typeof lineItem>, index: number): WireLineItem {
  const { facts } = double.state;
  if (item.price_data) {
    const { product_data, unit_amount, currency } = item.price_data;
    const product = makeProduct(double, product_data.name, product_data.description ?? null);
    product.tax_code = product_data.tax_code ?? null;
    if (item.price_data.recurring) facts.products[product.id] = product;
    const price = makePrice(double, {
      productId: product.id,
      unitAmount: unit_amount,
      currency,
      recurring: item.price_data.recurring,
    });
    price.tax_behavior = item.price_data.tax_behavior ?? 'unspecified';
    return makeLine(price, item.quantity, item.metadata, product.name);
  }
  const price = facts.prices[item.price ?? ''];
  if (!price)
    throw item.price ? notFound('price', item.price) : invalid('Missing price', `line_items[${index}][price]`);
  const product = facts.products[typeof price.product === 'string' ? price.product : ''];
  return makeLine(price, item.quantity, item.metadata, product?.name ?? '');
}
