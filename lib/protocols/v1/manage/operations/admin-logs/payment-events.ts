import { z } from 'zod';
import { type ListedPaymentEvent, listPaymentEvents, readStoredEvent } from '../../../../../orders/list-payment-events';
import { maskPayload } from '../../../../../orders/mask-payload';
import { replayPaymentEvent } from '../../../../../orders/replay-payment-event';
import { operation } from '../../operation';
import {
  actorOf,
  answerPage,
  given,
  instant,
  isoOf,
  keysetWish,
  listOf,
  maybeTold,
  notFound,
  pageFields,
  refuse,
  searched,
  told,
  words,
} from '../shop-fields';

const event = z.object({
  id: z.string().describe('Stripe’s own.'),
  type: z.string(),
  is_live: z.boolean(),
  received_at: told,
  processed_at: maybeTold,
  outcome: z.string().nullable(),
  order_number: z.int().nullable(),
});

const eventPath = z.object({ id: words(255).min(1) });

export const listEventsOperation = operation({
  id: 'logs.list_payment_events',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/payment-events',
  summary: 'List the events that Stripe sent, the newest first.',
  refusals: [],
  querySchema: z.object({
    q: searched.optional().describe('An order number, or the id of an event, a payment or a session.'),
    type: words(100).optional(),
    since: instant.optional(),
    ...pageFields,
  }),
  answerSchema: listOf(event),
  handle: async ({ query }) => {
    const { q: text, type, since } = query;
    const filter = given({ text, type, since: since === undefined ? undefined : new Date(since) });
    return answerPage(await listPaymentEvents(filter, keysetWish(query)), query, present);
  },
});

export const readEventOperation = operation({
  id: 'logs.read_payment_event',
  area: 'logs',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/payment-events/{id}',
  summary: 'Read an event with its payload, secrets and card details masked.',
  refusals: ['not_found'],
  pathSchema: eventPath,
  answerSchema: event.extend({ payload: z.unknown() }),
  handle: async ({ path }) => {
    const found = await readStoredEvent(path.id);
    if (!found) return notFound;
    return { ok: true, body: { ...present(found), payload: JSON.parse(maskPayload(found.payload)) } };
  },
});

export const replayEventOperation = operation({
  id: 'logs.replay_payment_event',
  area: 'logs',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/payment-events/{id}/replay',
  summary: 'Run the handler of an event once more. What was done is not done twice.',
  refusals: ['not_found', 'payments_unreachable'],
  pathSchema: eventPath,
  answerSchema: z.object({ outcome: z.string() }),
  handle: async ({ caller, path, at }) => {
    const done = await replayPaymentEvent(path.id, { actor: actorOf(caller), at });
    if (done.ok) return { ok: true, body: { outcome: done.outcome } };
    return done.reason === 'event_not_found' ? notFound : refuse({ reason: done.reason });
  },
});

function present(row: ListedPaymentEvent) {
  return {
    id: row.id,
    type: row.type,
    is_live: row.livemode,
    received_at: isoOf(row.receivedAt),
    processed_at: isoOf(row.processedAt),
    outcome: row.outcome,
    order_number: row.orderNumber,
  };
}
