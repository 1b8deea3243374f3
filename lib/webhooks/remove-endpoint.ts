import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { auditedEndpoint } from './endpoint';
import { lockEndpoint } from './lock-endpoint';

export type RemoveEndpointResult = { ok: true } | { ok: false; reason: 'endpoint_not_found' };

/** Removes an endpoint with its secret and the log of its deliveries. Nothing is sent there any more. */
export async function removeEndpoint(id: string, by: { actor: Actor; at?: Date }): Promise<RemoveEndpointResult> {
  const { actor, at = now() } = by;
  return inTransaction<RemoveEndpointResult>(async (tx) => {
    const row = await lockEndpoint(tx, id);
    if (!row) return { ok: false, reason: 'endpoint_not_found' };
    await tx.webhookEndpoint.delete({ where: { id } });
    const object = { objectKind: 'webhook_endpoint', objectId: id };
    await recordAudit(tx, { at, actor, action: 'webhook_endpoint.remove', ...object, before: auditedEndpoint(row) });
    return { ok: true };
  });
}
