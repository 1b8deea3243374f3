import { type Actor, recordAudit } from '../../audit/record-audit';
import { now } from '../../clock';
import { inTransaction } from '../../db/client';
import { readLastRun } from './list-findings';
import { beginWalk, goOn } from './walk';

/** So many objects are looked at while whoever asked waits; the chore goes on with the others. */
const FIRST = 25;

export type CompareResult = { ok: true; isFinished: boolean } | { ok: false; reason: 'payments_unreachable' };

/** Begins a comparison with Stripe at an admin's wish, or goes on with the one under way. */
export async function compareNow(by: { actor: Actor & { id: string }; at?: Date }): Promise<CompareResult> {
  const { actor, at = now() } = by;
  await inTransaction(async (tx) => {
    const begun = await beginWalk({ askedBy: actor.id }, at, tx);
    if (begun === undefined) return;
    const object = { objectKind: 'reconcile_run', objectId: begun };
    await recordAudit(tx, { at, actor, action: 'reconcile_run.begin', ...object });
  });
  if ((await goOn(at, FIRST)) === 'unreachable') return { ok: false, reason: 'payments_unreachable' };
  return { ok: true, isFinished: (await readLastRun())?.finishedAt !== null };
}
