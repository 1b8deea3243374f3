import { db, type Prisma, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';

export type BulkKind = 'licence.suspend' | 'licence.resume' | 'licence.extend' | 'activation.delete';

/** What a change did; with its id the same person takes it back within a day. */
export type BulkResult =
  | {
      ok: true;
      changeId: string;
      changed: number /** Already so, or not changeable: left as they were. */;
      left: number;
    }
  | { ok: false; reason: 'nothing_chosen' | 'days_invalid' };

/** A change as its admin reads about it afterwards. */
export type BulkChangeView = {
  id: string;
  kind: BulkKind;
  changed: number;
  left: number;
  /** How many came back; undefined while it stands. */
  undone: number | undefined;
};

export const BULK_KINDS: readonly BulkKind[] = [
  'licence.suspend',
  'licence.resume',
  'licence.extend',
  'activation.delete',
];
const KEPT_MS = 86_400_000;

/** Writes down what somebody changed, in the transaction that changes it, and drops what is older than a day. */
export async function recordBulkChange(
  tx: Tx,
  change: { kind: BulkKind; actorId: string; at: Date; changed: Prisma.InputJsonValue[]; left: number },
): Promise<BulkResult> {
  const { kind, actorId, at, changed, left } = change;
  await tx.bulkChange.deleteMany({ where: { at: { lt: keptSince(at) } } });
  const { id } = await tx.bulkChange.create({
    data: { kind, actorId, at, changed, changedCount: changed.length, leftCount: left },
    select: { id: true },
  });
  return { ok: true, changeId: id, changed: changed.length, left };
}

/** A change of this admin within the last day, or nothing. */
export async function readBulkChange(which: {
  id: string;
  actorId: string;
  at: Date;
}): Promise<BulkChangeView | undefined> {
  const { id, actorId, at } = which;
  if (!isUuid(id)) return undefined;
  const row = await db().bulkChange.findFirst({ where: { id, actorId, at: { gte: keptSince(at) } } });
  const kind = BULK_KINDS.find((known) => known === row?.kind);
  if (!row || !kind) return undefined;
  return { id, kind, changed: row.changedCount, left: row.leftCount, undone: row.undoneCount ?? undefined };
}

/** From when on changes are kept. */
export function keptSince(at: Date): Date {
  return new Date(at.getTime() - KEPT_MS);
}
