import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';

/** Ends what this admin is looking at. Ending it twice is no fault. */
export async function endCustomerView(which: { adminId: string; actor: Actor; at?: Date }): Promise<void> {
  const { adminId, actor, at = now() } = which;
  await inTransaction((tx) => endViewsOf(tx, { adminId, actor }, at));
}

/** The same in the caller's transaction; of two at once the second finds nothing open. */
export async function endViewsOf(tx: Tx, which: { adminId: string; actor: Actor }, at: Date): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${which.adminId}::uuid FOR NO KEY UPDATE`;
  const open = await tx.customerView.findMany({ where: { adminId: which.adminId, endedAt: null } });
  for (const view of open) {
    // One whose time was over ended then, not when somebody looked.
    const endedAt = view.endsAt < at ? view.endsAt : at;
    await tx.customerView.update({ where: { id: view.id }, data: { endedAt } });
    await recordEnd(tx, { ...view, endedAt }, which.actor, at);
  }
}

/** Ends every look at this customer, in the caller's transaction: there is nothing to look at any more. */
export async function endViewsAt(tx: Tx, which: { customerId: string; actor: Actor }, at: Date): Promise<void> {
  const { customerId, actor } = which;
  const ended = await tx.customerView.updateManyAndReturn({
    where: { customerId, endedAt: null, endsAt: { gt: at } },
    data: { endedAt: at },
  });
  for (const view of ended) await recordEnd(tx, { ...view, endedAt: at }, actor, at);
}

/** Ends the looks whose half hour is over, so that the audit tells their end as well. They opened nothing since. */
export async function endExpiredViews(at: Date): Promise<void> {
  await inTransaction(async (tx) => {
    const ended = await tx.$queryRaw<{ id: string; customerId: string; startedAt: Date; endedAt: Date }[]>`
      UPDATE customer_view SET ended_at = ends_at WHERE ended_at IS NULL AND ends_at <= ${at}
      RETURNING id, customer_id AS "customerId", started_at AS "startedAt", ended_at AS "endedAt"`;
    for (const view of ended) await recordEnd(tx, view, { kind: 'system', via: 'time limit' }, at);
  });
}

type Ended = { id: string; customerId: string; startedAt: Date; endedAt: Date };

async function recordEnd(tx: Tx, { id, customerId, startedAt, endedAt }: Ended, actor: Actor, at: Date): Promise<void> {
  const after = { view: id, startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() };
  await recordAudit(tx, {
    actor,
    action: 'customer_view.end',
    objectKind: 'customer',
    objectId: customerId,
    after,
    at,
  });
}
