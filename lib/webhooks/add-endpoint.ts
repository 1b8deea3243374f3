import { randomUUID } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import type { RemoteEdge } from '../storage/fetch-remote';
import { checkReceiver, type ReceiverEntry, type ReceiverFault } from './check-receiver';
import { auditedEndpoint, type Endpoint, endpointOf } from './endpoint';
import { newSigningSecret, sealSecret } from './signing-secret';

/** More would make each happening dear to tell. */
export const MOST_ENDPOINTS = 20;

export type AddEndpointResult =
  /** `secret` in clear, this once. */
  { ok: true; endpoint: Endpoint; secret: string } | { ok: false; reason: ReceiverFault | 'too_many_endpoints' };

/** Adds an endpoint, which is told of what happens from now on, and answers its signing secret: the only time it is told. */
export async function addEndpoint(
  entered: ReceiverEntry,
  by: { actor: Actor; at?: Date; edge?: RemoteEdge },
): Promise<AddEndpointResult> {
  const { actor, at = now(), edge } = by;
  const checked = await checkReceiver(entered, edge);
  if (!checked.ok) return checked;
  const { entry } = checked;
  const id = randomUUID();
  const secret = newSigningSecret();
  const sealedSecret = await sealSecret(secret, id);
  return inTransaction<AddEndpointResult>(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM webhook_relay FOR UPDATE`;
    const others = await tx.webhookEndpoint.count();
    if (others >= MOST_ENDPOINTS) return { ok: false, reason: 'too_many_endpoints' };
    if (others === 0) await beginHere(tx, at);
    const row = await tx.webhookEndpoint.create({
      data: { id, ...entry, sealedSecret, secretMadeAt: at, createdAt: at },
    });
    const object = { objectKind: 'webhook_endpoint', objectId: id };
    await recordAudit(tx, { at, actor, action: 'webhook_endpoint.add', ...object, after: auditedEndpoint(row) });
    return { ok: true, endpoint: endpointOf(row), secret };
  });
}

/** While there is no endpoint nothing is relayed: the first one need not wait until the past has been looked through. */
async function beginHere(tx: Tx, at: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE webhook_relay SET expired_until = ${at},
      audit_id = greatest(audit_id, (SELECT coalesce(max(id), 0) FROM audit_entry)),
      call_id = greatest(call_id, (SELECT coalesce(max(id), 0) FROM request_log_entry))`;
}
