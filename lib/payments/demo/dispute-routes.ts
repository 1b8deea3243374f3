import type Stripe from 'stripe';
import { z } from 'zod';
import { answerDispute, closeDispute } from './dispute-charge';
import { found, newestFirst } from './find';
import { boolean, expand, metadata, pageParams, paramsOf, readParams } from './read-params';
import { listOf, type Route, route } from './route-table';

const retrieve = z.strictObject({ expand: expand.optional() });
const list = paramsOf<Stripe.DisputeListParams>()({
  ...pageParams,
  charge: z.string().optional(),
  payment_intent: z.string().optional(),
});
const text = z.string().max(20_000).optional();
const update = paramsOf<Stripe.DisputeUpdateParams>()({
  evidence: paramsOf<Stripe.DisputeUpdateParams.Evidence>()({
    access_activity_log: text,
    product_description: text,
    uncategorized_text: text,
  }).default({}),
  metadata: metadata.default({}),
  // Stripe sends evidence in unless told to wait.
  submit: boolean.default(true),
});

export const disputeRoutes: Route[] = [
  route('GET', 'disputes', ({ double, params }) => {
    const wanted = readParams(list, params);
    const all = Object.values(double.state.facts.disputes).filter(
      (dispute) =>
        (!wanted.charge || dispute.charge === wanted.charge) &&
        (!wanted.payment_intent || dispute.payment_intent === wanted.payment_intent),
    );
    return listOf('/v1/disputes', newestFirst(all), wanted);
  }),
  route('GET', 'disputes/:id', ({ double, id, params }) => {
    readParams(retrieve, params);
    return found(double.state.facts.disputes, 'dispute', id);
  }),
  route('POST', 'disputes/:id', ({ double, id, params }) =>
    answerDispute(double, found(double.state.facts.disputes, 'dispute', id), readParams(update, params)),
  ),
  route('POST', 'disputes/:id/close', ({ double, id, params }) => {
    readParams(retrieve, params);
    return closeDispute(double, found(double.state.facts.disputes, 'dispute', id).id, 'lost');
  }),
];
