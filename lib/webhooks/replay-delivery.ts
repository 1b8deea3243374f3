import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { promiseDeliveries } from './promise-delivery';

export type ReplayDeliveryResult = { ok: true } | { ok: false; reason: 'delivery_not_found' | 'endpoint_disabled' };

/**
 * Sends a message to its endpoint once more, at once: the same id and the same body with a new signature, so that a receiver
 * that knows it may leave it. All its attempts are before it again; the earlier ones stay in the log.
 */
export async function replayDelivery(
  which: { id: string; endpointId?: string },
  by: { actor: Actor; at?: Date },
): Promise<ReplayDeliveryResult> {
  const { id, endpointId } = which;
  const { actor, at = now() } = by;
  if (!isUuid(id)) return { ok: false, reason: 'delivery_not_found' };
  return inTransaction<ReplayDeliveryResult>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM webhook_delivery WHERE id = ${id}::uuid FOR UPDATE`;
    const delivery = await tx.webhookDelivery.findUnique({
      where: { id },
      include: { endpoint: { select: { disabledAt: true } }, message: { select: { type: true } } },
    });
    if (!delivery || (endpointId !== undefined && delivery.endpointId !== endpointId)) {
      return { ok: false, reason: 'delivery_not_found' };
    }
    if (delivery.endpoint.disabledAt) return { ok: false, reason: 'endpoint_disabled' };
    const round = delivery.round + 1;
    await tx.webhookDelivery.update({ where: { id }, data: { state: 'waiting', endedAt: null, round } });
    await promiseDeliveries(tx, [{ id, endpointId: delivery.endpointId, round }]);
    await recordAudit(tx, {
      at,
      actor,
      action: 'webhook_delivery.replay',
      objectKind: 'webhook_delivery',
      objectId: id,
      before: { state: delivery.state, lastFailure: delivery.lastFailure },
      after: { type: delivery.message.type, messageId: delivery.messageId, endpointId: delivery.endpointId },
    });
    return { ok: true };
  });
}
