import { z } from 'zod';
import {
  DELIVERY_STATES,
  type ListedDelivery,
  listDeliveries,
  readDelivery,
} from '../../../../../webhooks/list-deliveries';
import { readEndpoint } from '../../../../../webhooks/list-endpoints';
import { recoverDeliveries } from '../../../../../webhooks/recover-deliveries';
import { replayDelivery } from '../../../../../webhooks/replay-delivery';
import { sendTestEvent } from '../../../../../webhooks/send-test-event';
import { wireIdOf } from '../../../../../webhooks/signing-secret';
import { operation } from '../../operation';
import {
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
  told,
  words,
} from '../shop-fields';
import { endpointPath } from './fields';

const deliveryPath = endpointPath.extend({ delivery: z.uuid() });

const deliverySchema = z.object({
  id: z.uuid(),
  message_id: z.string().describe('The `webhook-id` that the endpoint gets, the same at every attempt.'),
  type: z.string(),
  state: z.enum(DELIVERY_STATES),
  attempts: z.int(),
  last_status: z.int().nullable(),
  last_failure: z.string().nullable(),
  next_attempt_at: maybeTold,
  created_at: told,
  ended_at: maybeTold,
});

const readDeliverySchema = deliverySchema.extend({
  body: z.string().describe('As it is sent.'),
  attempt_log: z
    .array(
      z.object({
        at: told,
        duration_ms: z.int(),
        status: z.int().nullable(),
        failure: z.string().nullable(),
        detail: z.string().nullable(),
        response: z.string().describe('The beginning of what was answered.'),
      }),
    )
    .describe('The newest first.'),
});

function presentDelivery(row: ListedDelivery): z.input<typeof deliverySchema> {
  const { id, type, state, attempts } = row;
  return {
    id,
    message_id: wireIdOf(row.messageId),
    type,
    state,
    attempts,
    last_status: row.lastStatus,
    last_failure: row.lastFailure,
    next_attempt_at: isoOf(row.nextAt),
    created_at: isoOf(row.createdAt),
    ended_at: isoOf(row.endedAt),
  };
}

export const listDeliveriesOperation = operation({
  id: 'webhooks.list_deliveries',
  area: 'webhooks',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/webhooks/{id}/deliveries',
  summary: 'List what an endpoint was told, is being told, or could not be told.',
  description: 'The newest first, 60 days back.',
  refusals: ['not_found'],
  pathSchema: endpointPath,
  querySchema: z.object({
    ...pageFields,
    state: z.enum(DELIVERY_STATES).optional(),
    type: words(100).optional(),
  }),
  answerSchema: listOf(deliverySchema),
  handle: async ({ path, query }) => {
    if (!(await readEndpoint(path.id))) return notFound;
    const { state, type } = query;
    const page = await listDeliveries({ endpointId: path.id, ...given({ state, type }) }, keysetWish(query));
    return answerPage(page, query, presentDelivery);
  },
});

export const readDeliveryOperation = operation({
  id: 'webhooks.read_delivery',
  area: 'webhooks',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/webhooks/{id}/deliveries/{delivery}',
  summary: 'Read a delivery with its body and every attempt.',
  refusals: ['not_found'],
  pathSchema: deliveryPath,
  answerSchema: readDeliverySchema,
  handle: async ({ path }) => {
    const delivery = await readDelivery({ id: path.delivery, endpointId: path.id });
    if (!delivery) return notFound;
    const log = delivery.tries.map(({ at, durationMs, status, failure, detail, response }) => ({
      at: isoOf(at),
      duration_ms: durationMs,
      status,
      failure,
      detail,
      response,
    }));
    return { ok: true, body: { ...presentDelivery(delivery), body: delivery.body, attempt_log: log } };
  },
});

const accepted = z.object({ delivery_id: z.uuid() });

export const replayOperation = operation({
  id: 'webhooks.replay',
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/webhooks/{id}/deliveries/{delivery}/replay',
  summary: 'Send a message to its endpoint once more, under the same id.',
  refusals: ['not_found', 'endpoint_disabled'],
  idempotency: 'taken',
  success: 202,
  pathSchema: deliveryPath,
  answerSchema: accepted,
  handle: async ({ path, caller, at }) => {
    const which = { id: path.delivery, endpointId: path.id };
    const replayed = await replayDelivery(which, { actor: caller.actor, at });
    if (replayed.ok) return { ok: true, status: 202, body: { delivery_id: path.delivery } };
    return replayed.reason === 'endpoint_disabled' ? refuse({ reason: 'endpoint_disabled' }) : notFound;
  },
});

export const recoverOperation = operation({
  id: 'webhooks.recover',
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/webhooks/{id}/recover',
  summary: 'Send an endpoint everything since an instant that did not arrive there.',
  description: 'At most 2,000 messages at once, the oldest first; `has_more` asks for another call.',
  refusals: ['not_found', 'endpoint_disabled'],
  idempotency: 'taken',
  success: 202,
  pathSchema: endpointPath,
  bodySchema: z.object({ since: instant }),
  answerSchema: z.object({ recovered: z.int(), has_more: z.boolean() }),
  handle: async ({ path, body, caller, at }) => {
    const result = await recoverDeliveries(path.id, new Date(body.since), { actor: caller.actor, at });
    if (result.ok) return { ok: true, status: 202, body: { recovered: result.recovered, has_more: result.hasMore } };
    return result.reason === 'endpoint_disabled' ? refuse({ reason: 'endpoint_disabled' }) : notFound;
  },
});

export const testOperation = operation({
  id: 'webhooks.test',
  area: 'webhooks',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/webhooks/{id}/test',
  summary: 'Send an endpoint a test event.',
  description: 'Its delivery tells what came of it.',
  refusals: ['not_found', 'endpoint_disabled'],
  idempotency: 'taken',
  success: 202,
  pathSchema: endpointPath,
  answerSchema: accepted,
  handle: async ({ path, caller, at }) => {
    const sent = await sendTestEvent(path.id, { actor: caller.actor, at });
    if (sent.ok) return { ok: true, status: 202, body: { delivery_id: sent.deliveryId } };
    return sent.reason === 'endpoint_disabled' ? refuse({ reason: 'endpoint_disabled' }) : notFound;
  },
});
