import { recordAudit } from '../audit/record-audit';
import { deviceTime, now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import type { Prisma } from '../db/generated/client';
import { GiveUp } from '../jobs/failure';
import type { Job, JobHandler } from '../jobs/job';
import { MAX_ATTEMPTS } from '../jobs/retry-delay';
import type { RemoteEdge } from '../storage/fetch-remote';
import { kindOfLane } from './delivery-lane';
import { auditedEndpoint, type DisabledReason } from './endpoint';
import { deliveryJob } from './promise-delivery';
import { type Sent, sendMessage } from './send-message';
import { openSecret, signedHeaders, wireIdOf } from './signing-secret';

// A receiver of which nothing was heard for so long is not coming back by itself.
const LONGEST_FAILING_MS = 5 * 86_400_000;

/** What keeps the promises of one lane. */
export function deliveryHandlers(lane: number, edge?: RemoteEdge): Record<string, JobHandler> {
  return { [kindOfLane(lane)]: (payload, job) => deliver(payload, job, edge) };
}

const withBoth = { endpoint: true, message: true } as const;
type Delivery = Prisma.WebhookDeliveryGetPayload<{ include: typeof withBoth }>;

async function deliver(payload: unknown, job: Job, edge: RemoteEdge | undefined): Promise<void> {
  const { deliveryId, round } = deliveryJob.parse(payload);
  const delivery = await db().webhookDelivery.findUnique({ where: { id: deliveryId }, include: withBoth });
  // Gone with its endpoint, sent off anew since, or done by a worker that lost its lease meanwhile.
  if (delivery?.round !== round || delivery.state !== 'waiting') return;
  if (delivery.endpoint.disabledAt) {
    const failed = { state: 'failed', lastFailure: 'endpoint_disabled', endedAt: now() } as const;
    await db().webhookDelivery.updateMany({ where: { id: deliveryId, round, state: 'waiting' }, data: failed });
    return;
  }
  const began = performance.now();
  const at = now();
  const sent = await sendMessage(await parcelOf(delivery, at), edge ? { edge } : {});
  const attempt = { at, durationMs: Math.round(performance.now() - began) };
  const isLast = job.attempt >= MAX_ATTEMPTS;
  const { isOver } = await inTransaction((tx) => noteAttempt(tx, { delivery, sent, isLast, ...attempt }));
  if (sent.failure === undefined) return;
  const said = `${sent.failure}: ${sent.detail}`;
  throw isOver ? new GiveUp(said) : new Error(said);
}

async function parcelOf({ endpoint, message }: Delivery, at: Date) {
  const secrets = [await openSecret(endpoint.sealedSecret, endpoint.id)];
  if (endpoint.sealedOldSecret && endpoint.oldSecretUntil && endpoint.oldSecretUntil > at) {
    secrets.push(await openSecret(endpoint.sealedOldSecret, endpoint.id));
  }
  const { id, body } = message;
  // Receivers compare with a clock of their own, which a demo store's moved one is not.
  return {
    url: endpoint.url,
    body,
    headers: signedHeaders({ id: wireIdOf(id), at: deviceTime(at), body }, secrets),
  };
}

type Attempt = { delivery: Delivery; sent: Sent; isLast: boolean; at: Date; durationMs: number };

/** Writes what came of an attempt, and what follows for the delivery and its endpoint. */
async function noteAttempt(tx: Tx, attempt: Attempt): Promise<{ isOver: boolean }> {
  const { delivery, sent, at, durationMs } = attempt;
  const { status = null, failure = null, detail, response } = sent;
  await tx.webhookAttempt.create({
    data: { deliveryId: delivery.id, at, durationMs, status, failure, detail: detail || null, response },
  });
  const reason = await judgeEndpoint(tx, attempt);
  const isOver = failure === null || reason !== undefined || attempt.isLast;
  const state = failure === null ? 'delivered' : isOver ? 'failed' : 'waiting';
  await tx.webhookDelivery.updateMany({
    where: { id: delivery.id, round: delivery.round },
    data: {
      state,
      attempts: { increment: 1 },
      lastStatus: status,
      lastFailure: failure,
      endedAt: isOver ? at : null,
    },
  });
  return { isOver };
}

/** Notes how the endpoint fares; disables one that wants nothing more, or that nothing reached for days. */
async function judgeEndpoint(tx: Tx, { delivery, sent, at }: Attempt): Promise<DisabledReason | undefined> {
  const { id } = delivery.endpoint;
  if (sent.failure === undefined) {
    await tx.webhookEndpoint.updateMany({ where: { id, failingSince: { not: null } }, data: { failingSince: null } });
    return undefined;
  }
  await tx.webhookEndpoint.updateMany({ where: { id, failingSince: null }, data: { failingSince: at } });
  const endpoint = await tx.webhookEndpoint.findUnique({ where: { id } });
  const since = endpoint?.failingSince?.getTime() ?? at.getTime();
  const reason = sent.failure === 'gone' ? 'gone' : at.getTime() - since >= LONGEST_FAILING_MS ? 'failing' : undefined;
  if (!endpoint || reason === undefined || endpoint.disabledAt) return reason;
  await tx.webhookEndpoint.update({ where: { id }, data: { disabledAt: at, disabledReason: reason } });
  await recordAudit(tx, {
    at,
    actor: { kind: 'system', via: `webhook_delivery:${delivery.id}` },
    action: 'webhook_endpoint.disable',
    objectKind: 'webhook_endpoint',
    objectId: id,
    before: { disabled: false },
    after: { disabled: true, reason, ...auditedEndpoint(endpoint) },
  });
  return reason;
}
