import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { isUuid } from '../db/uuid';
import { keptSince } from './bulk-change';
import { lockLicences } from './licence-terms';
import { goneActivation, restoreActivation } from './restore-activation';

export type UndoOwnDeletionResult =
  | { ok: true }
  /** `change_not_found`: a stranger's, older than a day, or no deletion of one's own activation. */
  | { ok: false; reason: 'change_not_found' | 'already_undone' | 'taken_again' | 'limit_reached' | 'licence_gone' };

/** A deletion by a customer of one of their activations, as its notice tells it. */
export type OwnDeletion = { id: string; label: string; instance: string; isUndone: boolean };

type Which = { id: string; customerId: string; at?: Date };

/** The customer's deletion with that id, within the day in which it can be taken back; nobody else's. */
export async function readOwnDeletion({ id, customerId, at = now() }: Which): Promise<OwnDeletion | undefined> {
  if (!isUuid(id)) return undefined;
  const where = { id, actorId: customerId, kind: 'activation.delete', at: { gte: keptSince(at) } };
  const row = await db().bulkChange.findFirst({ where });
  const gone = ownActivation(row?.changed, customerId);
  return gone && { id, label: gone.label, instance: gone.instance, isUndone: row?.undoneAt != null };
}

/**
 * A customer takes the deletion of an activation back, within a day: it returns with its id and its times, if its place is
 * still free and its instance is not active by now. What it cannot do it can be asked again once there is room.
 */
export async function undoOwnDeletion(request: Which & { actor: Actor }): Promise<UndoOwnDeletionResult> {
  const { id, customerId, actor, at = now() } = request;
  if (!isUuid(id)) return { ok: false, reason: 'change_not_found' };
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ changed: unknown; undone_at: Date | null }[]>`
      SELECT changed, undone_at FROM bulk_change
      WHERE id = ${id}::uuid AND actor_id = ${customerId}::uuid AND kind = 'activation.delete' AND at >= ${keptSince(at)}
      FOR UPDATE`;
    const gone = ownActivation(row?.changed, customerId);
    if (!row || !gone) return { ok: false, reason: 'change_not_found' };
    if (row.undone_at) return { ok: false, reason: 'already_undone' };
    await lockLicences(tx, [gone.api_resource_id]);
    const outcome = await restoreActivation(tx, gone, { actor, at });
    if (outcome !== 'restored') return { ok: false, reason: outcome };
    await tx.bulkChange.update({ where: { id }, data: { undoneAt: at, undoneCount: 1 } });
    return { ok: true };
  });
}

// An admin's bulk change may hold anybody's activations, also that of an admin who is a customer too: it is undone where it was made.
function ownActivation(changed: unknown, customerId: string) {
  const rows = goneActivation.array().length(1).safeParse(changed);
  const [gone] = rows.success ? rows.data : [];
  return gone?.customer_id === customerId ? gone : undefined;
}
