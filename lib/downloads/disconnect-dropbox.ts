import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction } from '../db/client';
import { revokeAccess } from '../dropbox/save-by-url';
import { openSealedAccess } from './dropbox-connection';
import { endOpenSaves } from './end-dropbox-save';

export type DisconnectResult =
  | { ok: true; isDropboxTold: true }
  /** Ours is deleted, but Dropbox could not be told: the person can remove the app there. */
  | { ok: true; isDropboxTold: false }
  | { ok: false; reason: 'not_connected' };

/**
 * Forgets a customer's Dropbox: our token goes first and for good, then Dropbox is asked to end the consent. Saves that
 * are under way end as failed, since nobody can ask about them any more.
 */
export async function disconnectDropbox(customerId: string, actor: Actor, at: Date = now()): Promise<DisconnectResult> {
  const forgotten = await inTransaction(async (tx) => {
    const row = await tx.dropboxConnection.findUnique({ where: { customerId } });
    const { count } = await tx.dropboxConnection.deleteMany({ where: { customerId } });
    if (!row || count === 0) return undefined;
    await endOpenSaves(tx, { customerId, failure: 'disconnected', actor, at });
    const fact = { objectKind: 'customer', objectId: customerId, before: { appKey: row.appKey } };
    await recordAudit(tx, { actor, action: 'dropbox.disconnect', ...fact, at });
    return row;
  });
  if (!forgotten) return { ok: false, reason: 'not_connected' };
  const revoked = await revokeAccess(await openSealedAccess(forgotten));
  // A consent that has ended already is what was wanted.
  return { ok: true, isDropboxTold: revoked.ok || revoked.reason === 'connection_ended' };
}
