import { type Actor, recordAudit } from '../../audit/record-audit';
import { now } from '../../clock';
import { db, inTransaction, type Tx } from '../../db/client';
import { isUuid } from '../../db/uuid';
import { isPassing } from '../../payments/passing-failure';
import type { PaymentEvent } from '../../payments/read-payment-event';
import { digestOf, type FindingStep } from './finding-steps';
import { keepFinding } from './keep-finding';
import { type ReconcileObject, readNews } from './read-news';
import { takeSteps } from './take-steps';

type Decision = { actor: Actor & { id: string }; at?: Date };

export type DecideResult =
  | { ok: true }
  /** finding_changed: Stripe or the store is elsewhere by now; what differs now is shown instead, and nothing was changed. */
  | { ok: false; reason: 'finding_not_found' | 'finding_changed' | 'payments_unreachable' | 'reason_missing' };

/** Carries what differs now out of a transaction that must not be kept. */
class Changed extends Error {
  constructor(readonly steps: FindingStep[]) {
    super('It is not what was shown any more');
  }
}

/**
 * Reads Stripe again and applies exactly what was shown, in one transaction, by the code that its events would have run.
 * `digest` is of what the admin saw.
 */
export async function applyFinding(id: string, digest: string, decision: Decision): Promise<DecideResult> {
  const at = decision.at ?? now();
  const object = await findObject(id);
  if (!object) return { ok: false, reason: 'finding_not_found' };
  const news = await readNews(object, at).catch(orUnreachable);
  if (!news) return { ok: false, reason: 'payments_unreachable' };
  try {
    return await inTransaction((tx) => applyShown(tx, { id, digest, object, news }, { ...decision, at }));
  } catch (error) {
    if (!(error instanceof Changed)) throw error;
    await keepFinding(object, error.steps, at);
    return { ok: false, reason: 'finding_changed' };
  }
}

type Shown = { id: string; digest: string; object: ReconcileObject; news: PaymentEvent[] };

async function applyShown(tx: Tx, shown: Shown, by: Decision & { at: Date }): Promise<DecideResult> {
  const { id, digest, object, news } = shown;
  if (!(await holdOpen(tx, id))) return { ok: false, reason: 'finding_not_found' };
  const steps = await takeSteps(tx, { object, news }, by);
  if (digestOf(steps) !== digest) throw new Changed(steps);
  await decide(tx, id, { state: 'applied' }, by);
  return { ok: true };
}

/** Leaves the store as it is. The same difference is not brought up again. */
export async function dismissFinding(id: string, reason: string, decision: Decision): Promise<DecideResult> {
  const why = reason.trim();
  if (why === '') return { ok: false, reason: 'reason_missing' };
  const at = decision.at ?? now();
  return inTransaction(async (tx): Promise<DecideResult> => {
    if (!isUuid(id) || !(await holdOpen(tx, id))) return { ok: false, reason: 'finding_not_found' };
    await decide(tx, id, { state: 'dismissed', reason: why.slice(0, LONGEST_REASON) }, { ...decision, at });
    return { ok: true };
  });
}

export const LONGEST_REASON = 500;

async function findObject(id: string): Promise<ReconcileObject | undefined> {
  if (!isUuid(id)) return undefined;
  const row = await db().reconcileFinding.findUnique({ where: { id } });
  if (row?.state !== 'open') return undefined;
  if (row.orderId) return { kind: 'order', id: row.orderId };
  return row.subscriptionId ? { kind: 'subscription', id: row.subscriptionId } : undefined;
}

/** True while nobody has decided it; it stays so until the transaction ends. */
async function holdOpen(tx: Tx, id: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ state: string }[]>`
    SELECT state::text FROM reconcile_finding WHERE id = ${id}::uuid FOR UPDATE`;
  return row?.state === 'open';
}

type Outcome = { state: 'applied' } | { state: 'dismissed'; reason: string };

async function decide(tx: Tx, id: string, outcome: Outcome, { at, actor }: Decision & { at: Date }): Promise<void> {
  const { steps } = await tx.reconcileFinding.update({
    where: { id },
    data: { ...outcome, decidedAt: at, decidedBy: actor.id },
  });
  const action =
    outcome.state === 'applied' ? ('reconcile_finding.apply' as const) : ('reconcile_finding.dismiss' as const);
  const after = { ...outcome, steps: steps ?? [] };
  await recordAudit(tx, {
    at,
    actor,
    action,
    objectKind: 'reconcile_finding',
    objectId: id,
    before: { state: 'open' },
    after,
  });
}

function orUnreachable(error: unknown): undefined {
  if (isPassing(error)) return undefined;
  throw error;
}
