import { randomUUID } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { Prisma } from '../db/generated/client';
import { isEventType } from './event-types';
import { lockEndpoint } from './lock-endpoint';
import { jobKeyPrefix, type PromisedDelivery, promiseDeliveries } from './promise-delivery';
import { wantsMessage } from './write-messages';

/** At most so many at once; the oldest first, so that the rest can be had by asking again. */
const MOST = 2_000;

export type RecoverResult =
  | { ok: true; recovered: number; hasMore: boolean }
  | { ok: false; reason: 'endpoint_not_found' | 'endpoint_disabled' };

/**
 * Sends an endpoint what did not arrive there: every message since that instant whose delivery failed or waits for a later
 * attempt, or that was never on its way because the endpoint was disabled. What arrived is not sent again.
 */
export async function recoverDeliveries(
  id: string,
  since: Date,
  by: { actor: Actor; at?: Date },
): Promise<RecoverResult> {
  const { actor, at = now() } = by;
  return inTransaction<RecoverResult>(async (tx) => {
    const endpoint = await lockEndpoint(tx, id);
    if (!endpoint) return { ok: false, reason: 'endpoint_not_found' };
    if (endpoint.disabledAt) return { ok: false, reason: 'endpoint_disabled' };
    const missed = await findMissed(tx, id, { since, at });
    const wanted = missed.filter(
      ({ type, happenedAt, deliveryId }) =>
        deliveryId !== null || (isEventType(type) && wantsMessage(endpoint, { type, at: happenedAt })),
    );
    await sendOff(tx, id, wanted, at);
    const after = { since: since.toISOString(), recovered: wanted.length };
    const object = { objectKind: 'webhook_endpoint', objectId: id };
    await recordAudit(tx, { at, actor, action: 'webhook_endpoint.recover', ...object, after });
    return { ok: true, recovered: wanted.length, hasMore: missed.length === MOST };
  });
}

type Missed = { messageId: string; type: string; happenedAt: Date; deliveryId: string | null; round: number | null };

function findMissed(tx: Tx, endpointId: string, { since, at }: { since: Date; at: Date }): Promise<Missed[]> {
  return tx.$queryRaw<Missed[]>`
    SELECT m.id AS "messageId", m.type, m.at AS "happenedAt", d.id AS "deliveryId", d.round
    FROM webhook_message m
    LEFT JOIN webhook_delivery d ON d.message_id = m.id AND d.endpoint_id = ${endpointId}::uuid
    LEFT JOIN outbox_entry o ON d.state = 'waiting' AND o.dedupe_key = ${jobKeyPrefix} || d.id::text || '|' || d.round::text
    WHERE m.created_at >= ${since}
      AND (d.state = 'failed' OR o.available_at > ${at} OR (d.id IS NULL AND m.type <> 'webhook.test'))
    ORDER BY m.created_at, m.id LIMIT ${MOST}`;
}

async function sendOff(tx: Tx, endpointId: string, missed: Missed[], at: Date): Promise<void> {
  const promised: PromisedDelivery[] = missed.map(({ deliveryId, round }) => ({
    id: deliveryId ?? randomUUID(),
    endpointId,
    round: (round ?? 0) + 1,
  }));
  const again = missed.flatMap(({ deliveryId }) => deliveryId ?? []);
  await tx.$executeRaw`
    UPDATE webhook_delivery SET state = 'waiting', ended_at = NULL, round = round + 1
    WHERE id IN (${Prisma.join(again.length > 0 ? again.map((one) => Prisma.sql`${one}::uuid`) : [Prisma.sql`NULL`])})`;
  await tx.webhookDelivery.createMany({
    data: missed.flatMap(({ messageId, deliveryId }, i) => {
      const id = promised[i]?.id;
      return deliveryId === null && id !== undefined ? [{ id, endpointId, messageId, createdAt: at }] : [];
    }),
  });
  await promiseDeliveries(tx, promised);
}
