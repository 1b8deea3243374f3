import { now } from '../../clock';
import { db, type Prisma, type Tx } from '../../db/client';
import { isPassing } from '../../payments/passing-failure';
import { rehearse } from '../rehearse';
import { keepFinding } from './keep-finding';
import { MONEY_DAYS, type ReconcileObject, readNews } from './read-news';
import { takeSteps } from './take-steps';

const DAY_MS = 86_400_000;
const LEASE_MS = 5 * 60_000;
/** Objects that one call looks at, one after the other: Stripe is asked a few times for each. */
const SLICE = 100;

/** The walk while it is ours: whoever has it under lease until exactly then. */
type Run = { id: string; cursor: string; leasedUntil: Date };

/** Begins a walk along everything that may have drifted. At most one is under way: undefined, when there was. */
export async function beginWalk(
  by: { askedBy?: string },
  at: Date,
  tx: Pick<Tx, 'reconcileRun'> = db(),
): Promise<string | undefined> {
  const row = { startedAt: at, askedBy: by.askedBy ?? null };
  const [begun] = await tx.reconcileRun.createManyAndReturn({
    data: [row],
    skipDuplicates: true,
    select: { id: true },
  });
  return begun?.id;
}

/**
 * Goes on with the walk that was begun: reads from Stripe how each object stands, rehearses what the store would change, and
 * keeps only the differences. Changes nothing else. `unreachable`: Stripe did not answer, and the walk waits where it is.
 * `overtaken`: one object took longer than the lease, and another process goes on with the walk.
 */
export async function goOn(at: Date, most = SLICE): Promise<'nothing_to_do' | 'walked' | 'unreachable' | 'overtaken'> {
  const aheadMs = at.getTime() - now().getTime();
  let run = await lease(at);
  if (!run) return 'nothing_to_do';
  for (let looked = 0; looked < most; looked += 1) {
    const object = await nextObject(run.cursor, at);
    if (!object) return (await write(run, { finishedAt: at, leasedUntil: null })) ? 'walked' : 'overtaken';
    const came = await lookAt(object, at);
    if (came === 'unreachable') {
      await letGo(run);
      return came;
    }
    const next = {
      cursor: `${object.kind}:${object.id}`,
      leasedUntil: new Date(now().getTime() + aheadMs + LEASE_MS),
    };
    const failed = { increment: came === 'failed' ? 1 : 0 };
    if (!(await write(run, { ...next, looked: { increment: 1 }, failed }))) return 'overtaken';
    run = { ...run, ...next };
  }
  await letGo(run);
  return 'walked';
}

/** Of two processes one walks. A lease that was neither given back nor renewed is over after a while. */
async function lease(at: Date): Promise<Run | undefined> {
  const leasedUntil = new Date(at.getTime() + LEASE_MS);
  const [run] = await db().$queryRaw<{ id: string; cursor: string }[]>`
    UPDATE reconcile_run SET leased_until = ${leasedUntil}
    WHERE finished_at IS NULL AND (leased_until IS NULL OR leased_until <= ${at})
    RETURNING id, cursor`;
  return run && { ...run, leasedUntil };
}

/** False when the walk is another's by now: then nothing is written. */
async function write({ id, leasedUntil }: Run, data: Prisma.ReconcileRunUpdateManyMutationInput): Promise<boolean> {
  const { count } = await db().reconcileRun.updateMany({ where: { id, leasedUntil }, data });
  return count === 1;
}

async function letGo(run: Run): Promise<void> {
  await write(run, { leasedUntil: null });
}

async function lookAt(object: ReconcileObject, at: Date): Promise<'compared' | 'failed' | 'unreachable'> {
  try {
    const news = await readNews(object, at);
    const by = { at, actor: { kind: 'system' as const, via: 'reconcile' } };
    await keepFinding(object, await rehearse((tx) => takeSteps(tx, { object, news }, by)), at);
    return 'compared';
  } catch (error) {
    // One that cannot be compared does not keep the others waiting; the walk counts it.
    return isPassing(error) ? 'unreachable' : 'failed';
  }
}

/** Subscriptions that run or ended lately, then orders that were paid once and lately. */
async function nextObject(cursor: string, at: Date): Promise<ReconcileObject | undefined> {
  const [kind, id] = cursor.split(':');
  const lately = new Date(at.getTime() - MONEY_DAYS * DAY_MS);
  const after = id === undefined ? {} : { id: { gt: id } };
  if (kind !== 'order') {
    const subscription = await db().subscription.findFirst({
      where: { ...after, stripeSubscriptionId: { not: null }, OR: [{ endedAt: null }, { endedAt: { gte: lately } }] },
      orderBy: { id: 'asc' },
      select: { id: true },
    });
    if (subscription) return { kind: 'subscription', id: subscription.id };
  }
  const order = await db().order.findFirst({
    where: {
      ...(kind === 'order' ? after : {}),
      stripeInvoiceId: null,
      checkout: { stripeSessionId: { not: null } },
      placedAt: { gte: lately },
    },
    orderBy: { id: 'asc' },
    select: { id: true },
  });
  return order ? { kind: 'order', id: order.id } : undefined;
}
