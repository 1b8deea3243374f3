import { randomUUID } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { lockEndpoint } from './lock-endpoint';
import { promiseDeliveries } from './promise-delivery';

export type SendTestResult =
  | { ok: true; deliveryId: string }
  | { ok: false; reason: 'endpoint_not_found' | 'endpoint_disabled' };

/** Sends a `webhook.test` event to this endpoint alone, as every other event is sent; its delivery tells what came of it. */
export async function sendTestEvent(id: string, by: { actor: Actor; at?: Date }): Promise<SendTestResult> {
  const { actor, at = now() } = by;
  return inTransaction<SendTestResult>(async (tx) => {
    const endpoint = await lockEndpoint(tx, id);
    if (!endpoint) return { ok: false, reason: 'endpoint_not_found' };
    if (endpoint.disabledAt) return { ok: false, reason: 'endpoint_disabled' };
    const [type, messageId, deliveryId] = ['webhook.test', randomUUID(), randomUUID()];
    const data = { message: 'This is a test event. Nothing has happened in the store.' };
    const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
    await tx.webhookMessage.create({
      data: { id: messageId, type, source: `test:${messageId}`, at, body, createdAt: at },
    });
    await tx.webhookDelivery.create({ data: { id: deliveryId, endpointId: id, messageId, createdAt: at } });
    await promiseDeliveries(tx, [{ id: deliveryId, endpointId: id, round: 1 }]);
    const object = { objectKind: 'webhook_endpoint', objectId: id };
    await recordAudit(tx, { at, actor, action: 'webhook_endpoint.test', ...object, after: { deliveryId } });
    return { ok: true, deliveryId };
  });
}
