import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { type Endpoint, endpointOf } from './endpoint';
import { lockEndpoint } from './lock-endpoint';

export type SwitchEndpointResult = { ok: true; endpoint: Endpoint } | { ok: false; reason: 'endpoint_not_found' };

/**
 * Switches an endpoint off or on. Off: what waits for it is not sent, and what happens meanwhile can be recovered. On: it
 * starts without the memory of having failed. Again changes nothing.
 */
export async function switchEndpoint(
  id: string,
  isOn: boolean,
  by: { actor: Actor; at?: Date },
): Promise<SwitchEndpointResult> {
  const { actor, at = now() } = by;
  return inTransaction<SwitchEndpointResult>(async (tx) => {
    const row = await lockEndpoint(tx, id);
    if (!row) return { ok: false, reason: 'endpoint_not_found' };
    if ((row.disabledAt === null) === isOn) return { ok: true, endpoint: endpointOf(row) };
    const changed = await tx.webhookEndpoint.update({
      where: { id },
      data: isOn
        ? { disabledAt: null, disabledReason: null, failingSince: null }
        : { disabledAt: at, disabledReason: 'admin' },
    });
    await recordAudit(tx, {
      at,
      actor,
      action: isOn ? 'webhook_endpoint.enable' : 'webhook_endpoint.disable',
      objectKind: 'webhook_endpoint',
      objectId: id,
      before: { disabled: isOn, ...(row.disabledReason === null ? {} : { reason: row.disabledReason }) },
      after: { disabled: !isOn, ...(isOn ? {} : { reason: 'admin' }) },
    });
    return { ok: true, endpoint: endpointOf(changed) };
  });
}
