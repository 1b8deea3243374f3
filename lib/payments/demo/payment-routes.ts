import type Stripe from 'stripe';
import { z } from 'zod';
import type { Double } from './double';
import { found, newestFirst } from './find';
import { findPaymentMethod } from './make-card';
import { payAtOnce } from './pay-at-once';
import { expand, integer, metadata, paramsOf, readParams } from './read-params';
import { refundCharge } from './refund-charge';
import { listOf, type Route, route } from './route-table';
import { invalid } from './stripe-error';

const retrieve = z.strictObject({ expand: expand.optional() });
const pageOf = { limit: integer.optional(), starting_after: z.string().optional() };

const createRefund = paramsOf<Stripe.RefundCreateParams>()({
  amount: integer.optional(),
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.default({}),
});
const listRefunds = paramsOf<Stripe.RefundListParams>()({
  ...pageOf,
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
});
const listCharges = paramsOf<Stripe.ChargeListParams>()({ ...pageOf, payment_intent: z.string().optional() });
const listEvents = paramsOf<Stripe.EventListParams>()({ ...pageOf, type: z.string().optional() });

const createIntent = paramsOf<Stripe.PaymentIntentCreateParams>()({
  amount: integer.pipe(z.number().min(1)),
  confirm: z.literal('true'),
  currency: z.string().regex(/^[a-z]{3}$/),
  customer: z.string().optional(),
  description: z.string().optional(),
  metadata: metadata.default({}),
  payment_method: z.string(),
  // Gone from the SDK, but Stripe's CLI still sends it.
}).extend({ payment_method_types: z.array(z.literal('card')).optional() });

export const paymentRoutes: Route[] = [
  route('POST', 'payment_intents', ({ double, params }) => {
    const wanted = readParams(createIntent, params);
    return payAtOnce(double, {
      amount: wanted.amount,
      currency: wanted.currency,
      customerId: wanted.customer ?? null,
      description: wanted.description ?? null,
      metadata: wanted.metadata,
      method: findPaymentMethod(double, wanted.payment_method),
    });
  }),
  route('GET', 'payment_intents/:id', ({ double, id, params }) => {
    readParams(retrieve, params);
    return found(double.state.facts.paymentIntents, 'payment_intent', id);
  }),
  route('GET', 'charges', ({ double, params }) => {
    const wanted = readParams(listCharges, params);
    const all = Object.values(double.state.facts.charges).filter(
      (charge) => !wanted.payment_intent || charge.payment_intent === wanted.payment_intent,
    );
    return listOf('/v1/charges', newestFirst(all), wanted);
  }),
  route('GET', 'charges/:id', ({ double, id, params }) => {
    readParams(retrieve, params);
    return found(double.state.facts.charges, 'charge', id);
  }),
  route('POST', 'refunds', ({ double, params }) => {
    const wanted = readParams(createRefund, params);
    return refundCharge(double, {
      charge: chargeToRefund(double, wanted),
      amount: wanted.amount,
      reason: wanted.reason ?? null,
      metadata: wanted.metadata,
    });
  }),
  route('GET', 'refunds', ({ double, params }) => {
    const wanted = readParams(listRefunds, params);
    const all = Object.values(double.state.facts.refunds).filter(
      (refund) =>
        (!wanted.charge || refund.charge === wanted.charge) &&
        (!wanted.payment_intent || refund.payment_intent === wanted.payment_intent),
    );
    return listOf('/v1/refunds', newestFirst(all), wanted);
  }),
  route('GET', 'refunds/:id', ({ double, id, params }) => {
    readParams(retrieve, params);
    return found(double.state.facts.refunds, 'refund', id);
  }),
  route('GET', 'events', ({ double, params }) => {
    const wanted = readParams(listEvents, params);
    const all = double.state.facts.events.filter((event) => !wanted.type || event.type === wanted.type);
    return listOf('/v1/events', newestFirst(all), wanted);
  }),
  route('GET', 'events/:id', ({ double, id, params }) => {
    readParams(retrieve, params);
    return found(Object.fromEntries(double.state.facts.events.map((event) => [event.id, event])), 'event', id);
  }),
];

function chargeToRefund(double: Double, wanted: z.infer<typeof createRefund>): Stripe.Charge {
  const { charges, paymentIntents } = double.state.facts;
  if (wanted.charge) return found(charges, 'charge', wanted.charge);
  if (!wanted.payment_intent) throw invalid('One of the following params should be provided: payment_intent, charge.');
  const intent = found(paymentIntents, 'payment_intent', wanted.payment_intent);
  if (intent.status !== 'succeeded' || typeof intent.latest_charge !== 'string') {
    throw invalid(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, 'payment_intent');
  }
  return found(charges, 'charge', intent.latest_charge);
}
