import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import type { RemoteEdge } from '../storage/fetch-remote';
import { checkReceiver, type ReceiverEntry, type ReceiverFault } from './check-receiver';
import { auditedEndpoint, type Endpoint, endpointOf } from './endpoint';
import { lockEndpoint } from './lock-endpoint';

export type EditEndpointResult =
  | { ok: true; endpoint: Endpoint }
  | { ok: false; reason: ReceiverFault | 'endpoint_not_found' };

/** Changes where an endpoint is, what it is called and what it is told of; what is left out stays. */
export async function editEndpoint(
  id: string,
  wish: Partial<ReceiverEntry>,
  by: { actor: Actor; at?: Date; edge?: RemoteEdge },
): Promise<EditEndpointResult> {
  const { actor, at = now(), edge } = by;
  // Names are looked up outside the transaction.
  const known = isUuid(id) ? await db().webhookEndpoint.findUnique({ where: { id } }) : null;
  if (!known) return { ok: false, reason: 'endpoint_not_found' };
  const checked = await checkReceiver({ ...entryOf(known), ...wish }, edge);
  if (!checked.ok) return checked;
  return inTransaction<EditEndpointResult>(async (tx) => {
    const row = await lockEndpoint(tx, id);
    if (!row) return { ok: false, reason: 'endpoint_not_found' };
    const before = entryOf(row);
    if (isDeepStrictEqual(before, checked.entry)) return { ok: true, endpoint: endpointOf(row) };
    const changed = await tx.webhookEndpoint.update({ where: { id }, data: checked.entry });
    await recordAudit(tx, {
      at,
      actor,
      action: 'webhook_endpoint.edit',
      objectKind: 'webhook_endpoint',
      objectId: id,
      before: auditedEndpoint(row),
      after: { ...auditedEndpoint(changed), isAddressChanged: row.url !== changed.url },
    });
    return { ok: true, endpoint: endpointOf(changed) };
  });
}

function entryOf({ url, description, eventTypes }: ReceiverEntry): ReceiverEntry {
  return { url, description, eventTypes };
}
