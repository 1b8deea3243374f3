import { db } from '../db/client';
import { env } from '../env';
import { listKeyStock } from '../licensing/list-key-stock';
import { readBackupHealth } from './read-backup-health';

/** What waits for an admin; `count` of them. A kind that nothing waits in is left out. */
export type Todo = {
  kind:
    | 'orders_unpaid'
    | 'refunds_open'
    | 'findings_open'
    | 'stock_low'
    | 'mails_failed'
    | 'jobs_dead'
    | 'webhooks_failing'
    | 'uploads_unfinished'
    | 'admins_open'
    /** A store on a public address that says nothing of its terms, refunds, privacy or owner. */
    | 'legal_missing'
    /** Two days without a whole backup. */
    | 'backup_overdue'
    /** The last rehearsal of a restore did not come to a good end. */
    | 'drill_failed';
  count: number;
  /** stock_low, where it is one product. */
  productNumber?: number;
};

/** Fewer keys than this in a stock, and it is time for more. */
const LOW_STOCK = 20;
const HOUR_MS = 3_600_000;
// A message that was given up is its endpoint's trouble, and its own list has it.
const WEBHOOKS = { kind: { startsWith: 'webhook.' } };

/** The to-do list, the most urgent first. */
export async function readTodos(at: Date): Promise<Todo[]> {
  const anHourAgo = new Date(at.getTime() - HOUR_MS);
  const dead = { doneAt: null, deadAt: { not: null } };
  const low = (await listKeyStock()).filter(({ inStock, handedOut }) => inStock < LOW_STOCK && inStock + handedOut > 0);
  const [product] = low;
  const { isOverdue, lastDrill } = await readBackupHealth(at);
  const todos: Todo[] = [
    {
      kind: 'jobs_dead',
      count: await db().outboxEntry.count({ where: { ...dead, kind: { not: 'mail' }, NOT: WEBHOOKS } }),
    },
    { kind: 'backup_overdue', count: isOverdue ? 1 : 0 },
    { kind: 'drill_failed', count: lastDrill?.isPassed === false ? 1 : 0 },
    { kind: 'mails_failed', count: await db().outboxEntry.count({ where: { ...dead, kind: 'mail' } }) },
    {
      kind: 'refunds_open',
      count: await db().refundRequest.count({ where: { endedAt: null, createdAt: { lt: anHourAgo } } }),
    },
    { kind: 'findings_open', count: await db().reconcileFinding.count({ where: { state: 'open' } }) },
    { kind: 'webhooks_failing', count: await countTroubledEndpoints() },
    { kind: 'orders_unpaid', count: await db().order.count({ where: { status: 'awaiting_payment' } }) },
    {
      kind: 'stock_low',
      count: low.length,
      ...(product && low.length === 1 ? { productNumber: product.productNumber } : {}),
    },
    { kind: 'uploads_unfinished', count: await countUnfinished(anHourAgo) },
    { kind: 'admins_open', count: await countAdminsWithoutFactor() },
    { kind: 'legal_missing', count: env().isProduction && (await db().legalPage.count()) === 0 ? 1 : 0 },
  ];
  return todos.filter(({ count }) => count > 0);
}

// Messages do not arrive, or are not sent any more because they did not. One that an admin switched off is meant so.
function countTroubledEndpoints(): Promise<number> {
  return db().webhookEndpoint.count({
    where: {
      OR: [{ disabledReason: { in: ['gone', 'failing'] } }, { disabledAt: null, failingSince: { not: null } }],
    },
  });
}

// One that is under way is nobody's task.
function countUnfinished(anHourAgo: Date): Promise<number> {
  return db().upload.count({
    where: { endedAt: null, OR: [{ state: 'stalled' }, { touchedAt: { lt: anHourAgo } }] },
  });
}

function countAdminsWithoutFactor(): Promise<number> {
  return db().customer.count({
    where: { role: 'admin', disabledAt: null, factors: { none: { confirmedAt: { not: null } } } },
  });
}
