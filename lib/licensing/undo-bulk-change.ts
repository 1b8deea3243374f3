import { z } from 'zod';
import type { Actor } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { keptSince } from './bulk-change';
import { changeGrants } from './grants/change-grants';
import { newEditCause } from './grants/grant-fact';
import { changedLicence, lockLicences, sameTerms } from './licence-terms';
import { goneActivation, restoreActivation } from './restore-activation';

export type UndoResult =
  | { ok: true; undone: number /** Changed or in use since, or without room: left as they are. */; left: number }
  | { ok: false; reason: 'change_not_found' | 'already_undone' };

type Undo = { changed: unknown; action: string; actor: Actor; at: Date };

/**
 * Takes a bulk change back, for the admin who made it and within a day. Licences get exactly the terms they had, unless
 * somebody changed them since; deleted activations come back as they were, as far as their places are still free and their
 * instances are in use nowhere else.
 */
export async function undoBulkChange(request: {
  id: string;
  actor: Actor & { id: string };
  at?: Date;
}): Promise<UndoResult> {
  const { id, actor, at = now() } = request;
  if (!isUuid(id)) return { ok: false, reason: 'change_not_found' };
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ kind: string; changed: unknown; undone_at: Date | null }[]>`
      SELECT kind, changed, undone_at FROM bulk_change
      WHERE id = ${id}::uuid AND actor_id = ${actor.id}::uuid AND at >= ${keptSince(at)} FOR UPDATE`;
    if (!row) return { ok: false, reason: 'change_not_found' };
    if (row.undone_at) return { ok: false, reason: 'already_undone' };
    const [noun, action = ''] = row.kind.split('.');
    const work = { changed: row.changed, action, actor, at };
    const { undone, left } = noun === 'activation' ? await restoreActivations(tx, work) : await restoreTerms(tx, work);
    await tx.bulkChange.update({ where: { id }, data: { undoneAt: at, undoneCount: undone } });
    return { ok: true, undone, left };
  });
}

async function restoreTerms(tx: Tx, { changed, action, actor, at }: Undo) {
  const licences = z.array(changedLicence).parse(changed);
  const locked = await lockLicences(
    tx,
    licences.map(({ id }) => id),
  );
  const present = new Map(locked.map(({ id, terms }) => [id, terms]));
  const untouched = licences.filter(({ id, after }) => {
    const terms = present.get(id);
    return terms !== undefined && sameTerms(terms, after);
  });
  const undo = { cause: newEditCause(), happenedAt: at };
  for (const { id, cause } of untouched) {
    await changeGrants(tx, {
      apiResourceId: id,
      facts: () => [{ ...undo, fact: { kind: 'undo', of: cause } }],
      at,
      actor,
      auditAs: { term: `undo_${action}`, suspension: `undo_${action}` },
    });
  }
  return { undone: untouched.length, left: licences.length - untouched.length };
}

async function restoreActivations(tx: Tx, { changed, actor, at }: Undo) {
  const gone = z.array(goneActivation).parse(changed);
  await lockLicences(
    tx,
    gone.map((row) => row.api_resource_id),
  );
  let undone = 0;
  for (const row of gone) if ((await restoreActivation(tx, row, { actor, at })) === 'restored') undone += 1;
  return { undone, left: gone.length - undone };
}
