import { type Actor, recordAudit } from '../audit/record-audit';
import { db, inTransaction, type Tx } from '../db/client';

/** An API Resource whose counter is not the number of its rows. */
export type WrongCount = { apiResourceId: string; number: number; counter: number; rows: number };

const MOST_SHOWN = 1_000;

/** Counters that disagree with the activations they count. There are none unless somebody wrote to the database by hand. */
export function findWrongCounts(reader: Tx = db()): Promise<WrongCount[]> {
  return reader.$queryRaw<WrongCount[]>`
    SELECT r.id AS "apiResourceId", r.number, r.activation_count AS counter, coalesce(a.rows, 0)::int AS rows
    FROM api_resource r
    LEFT JOIN (SELECT api_resource_id, count(*) AS rows FROM activation WHERE NOT over_limit GROUP BY 1) a
      ON a.api_resource_id = r.id
    WHERE r.activation_count <> coalesce(a.rows, 0)
    ORDER BY r.number LIMIT ${MOST_SHOWN}`;
}

/**
 * Counts the activations of a resource anew, with the resource locked: the oldest keep their places up to the limit, and
 * the counter is what the rows say. Returns false when it was right by then.
 */
export function recountActivations(apiResourceId: string, actor: Actor): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [before] = await tx.$queryRaw<{ limit: number | null; counter: number }[]>`
      SELECT activation_limit AS limit, activation_count AS counter FROM api_resource
      WHERE id = ${apiResourceId}::uuid FOR UPDATE`;
    if (!before) return false;
    await tx.$executeRaw`SELECT set_activation_limit(${apiResourceId}::uuid, ${before.limit}::int)`;
    const { activationCount } = await tx.apiResource.findUniqueOrThrow({
      where: { id: apiResourceId },
      select: { activationCount: true },
    });
    if (activationCount === before.counter) return false;
    await recordAudit(tx, {
      actor,
      action: 'api_resource.recount',
      objectKind: 'api_resource',
      objectId: apiResourceId,
      before: { activationCount: before.counter },
      after: { activationCount },
    });
    return true;
  });
}
