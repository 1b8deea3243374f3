import { inTransaction, type Tx } from '../../db/client';
import { digestOf, type FindingStep } from './finding-steps';
import type { ReconcileObject } from './read-news';

/**
 * Keeps what an object's comparison came to: one open finding while it differs, none when it agrees again. A difference that
 * was dismissed is not brought up again while it is the same.
 */
export async function keepFinding(object: ReconcileObject, steps: FindingStep[], at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const open = await findOpen(tx, object);
    const digest = digestOf(steps);
    if (steps.length === 0) {
      if (open) await tx.reconcileFinding.update({ where: { id: open.id }, data: { state: 'gone', decidedAt: at } });
      return;
    }
    if (open) {
      await tx.reconcileFinding.update({ where: { id: open.id }, data: { steps, digest, seenAt: at } });
      return;
    }
    const { count } = await tx.reconcileFinding.updateMany({
      where: { ...objectColumns(object), state: 'dismissed', digest },
      data: { seenAt: at },
    });
    // Two processes may find the same at once: the one open finding of an object is unique in the database.
    const row = { ...objectColumns(object), steps, digest, foundAt: at, seenAt: at };
    if (count === 0) await tx.reconcileFinding.createMany({ data: [row], skipDuplicates: true });
  });
}

function objectColumns({ kind, id }: ReconcileObject): { orderId: string } | { subscriptionId: string } {
  return kind === 'order' ? { orderId: id } : { subscriptionId: id };
}

/** Held until the transaction ends, so that a decision and a new look wait for each other. */
async function findOpen(tx: Tx, object: ReconcileObject) {
  const open = await tx.reconcileFinding.findFirst({
    where: { ...objectColumns(object), state: 'open' },
    select: { id: true },
  });
  if (!open) return undefined;
  await tx.$queryRaw`SELECT 1 FROM reconcile_finding WHERE id = ${open.id}::uuid FOR UPDATE`;
  const row = await tx.reconcileFinding.findUnique({ where: { id: open.id }, select: { id: true, state: true } });
  return row?.state === 'open' ? row : undefined;
}
