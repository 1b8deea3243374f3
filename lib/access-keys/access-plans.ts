import { isDeepStrictEqual } from 'node:util';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { db, inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';

/** What an account may have of the management API. Null = unlimited. */
export type PlanTerms = {
  name: string;
  maxKeys: number | null;
  maxPairs: number;
  allowsPairs: boolean;
  monthlyCalls: number | null;
  callsPerMinute: number;
};

export type AccessPlan = PlanTerms & {
  id: string;
  isDefault: boolean;
  createdAt: Date;
  /** Accounts it was given to; the default one also holds for everybody without a plan. */
  customerCount: number;
};

type PlanRefusal = { ok: false; reason: 'plan_not_found' | 'name_taken' | 'name_invalid' | 'out_of_range' };
export type SavePlanResult = { ok: true; plan: AccessPlan } | PlanRefusal;

const LONGEST_NAME = 60;
const MOST = { maxKeys: 100_000, maxPairs: 1_000, monthlyCalls: 2_000_000_000, callsPerMinute: 1_000_000 } as const;

/** Every plan, the default one first. */
export async function listPlans(): Promise<AccessPlan[]> {
  const rows = await db().accessPlan.findMany({
    orderBy: [{ isDefault: 'desc' }, { createdAt: 'asc' }, { name: 'asc' }],
    include: { _count: { select: { customers: true } } },
  });
  return rows.map(({ _count, ...plan }) => ({ ...plan, customerCount: _count.customers }));
}

/** Makes a plan. It holds for nobody until it is assigned or made the default. */
export async function createPlan(wish: PlanTerms & { actor: Actor; at?: Date }): Promise<SavePlanResult> {
  const { actor, at = now(), ...asked } = wish;
  const terms = termsOf(asked);
  const fault = faultOf(terms);
  if (fault) return { ok: false, reason: fault };
  const done = await inTransaction<{ ok: true; id: string } | PlanRefusal>(async (tx) => {
    await onePlanAtATime(tx);
    if (await isTaken(tx, terms.name, undefined)) return { ok: false, reason: 'name_taken' };
    const { id } = await tx.accessPlan.create({ data: { ...terms, createdAt: at } });
    await recordAudit(tx, {
      actor,
      action: 'access_plan.create',
      objectKind: 'access_plan',
      objectId: id,
      after: terms,
      at,
    });
    return { ok: true, id };
  });
  return done.ok ? readPlan(done.id) : done;
}

/** Changes a plan for everybody who has it, from their next call. No key is ended by a lower maximum. */
export async function editPlan(
  wish: Partial<PlanTerms> & { planId: string; actor: Actor; at?: Date },
): Promise<SavePlanResult> {
  const { planId, actor, at = now(), ...asked } = wish;
  if (!isUuid(planId)) return { ok: false, reason: 'plan_not_found' };
  const done = await inTransaction<{ ok: true } | PlanRefusal>(async (tx) => {
    await onePlanAtATime(tx);
    const row = await tx.accessPlan.findUnique({ where: { id: planId } });
    if (!row) return { ok: false, reason: 'plan_not_found' };
    const before = termsOf(row);
    const after = termsOf({ ...before, ...asked });
    const fault = faultOf(after);
    if (fault) return { ok: false, reason: fault };
    if (await isTaken(tx, after.name, planId)) return { ok: false, reason: 'name_taken' };
    if (isDeepStrictEqual(before, after)) return { ok: true };
    await tx.accessPlan.update({ where: { id: planId }, data: after });
    const object = { objectKind: 'access_plan', objectId: planId };
    await recordAudit(tx, { actor, action: 'access_plan.edit', ...object, before, after, at });
    return { ok: true };
  });
  return done.ok ? readPlan(planId) : done;
}

/** Makes a plan the one of everybody without another. */
export async function makeDefaultPlan(wish: { planId: string; actor: Actor; at?: Date }): Promise<SavePlanResult> {
  const { planId, actor, at = now() } = wish;
  if (!isUuid(planId)) return { ok: false, reason: 'plan_not_found' };
  const isThere = await inTransaction(async (tx) => {
    await onePlanAtATime(tx);
    const row = await tx.accessPlan.findUnique({ where: { id: planId } });
    if (!row || row.isDefault) return row !== null;
    const former = await tx.accessPlan.findFirst({ where: { isDefault: true } });
    await tx.accessPlan.updateMany({ where: { isDefault: true }, data: { isDefault: false } });
    await tx.accessPlan.update({ where: { id: planId }, data: { isDefault: true } });
    await recordAudit(tx, {
      actor,
      action: 'access_plan.make_default',
      objectKind: 'access_plan',
      objectId: planId,
      before: { default: former?.name ?? null },
      after: { default: row.name },
      at,
    });
    return true;
  });
  return isThere ? readPlan(planId) : { ok: false, reason: 'plan_not_found' };
}

export type AssignPlanResult = { ok: true } | { ok: false; reason: 'plan_not_found' | 'customer_not_found' };

/** Gives an account a plan, or with null the default one. */
export async function assignPlan(wish: {
  customerNumber: number;
  planId: string | null;
  actor: Actor;
  at?: Date;
}): Promise<AssignPlanResult> {
  const { customerNumber, planId, actor, at = now() } = wish;
  if (planId !== null && !isUuid(planId)) return { ok: false, reason: 'plan_not_found' };
  return inTransaction<AssignPlanResult>(async (tx) => {
    const [customer] = await tx.$queryRaw<{ id: string; planId: string | null }[]>`
      SELECT id, access_plan_id AS "planId" FROM customer
      WHERE number = ${customerNumber} AND deleted_at IS NULL FOR NO KEY UPDATE`;
    if (!customer) return { ok: false, reason: 'customer_not_found' };
    const plan = planId === null ? null : await tx.accessPlan.findUnique({ where: { id: planId } });
    if (planId !== null && !plan) return { ok: false, reason: 'plan_not_found' };
    if (customer.planId === planId) return { ok: true };
    const former = customer.planId ? await tx.accessPlan.findUnique({ where: { id: customer.planId } }) : null;
    await tx.customer.update({ where: { id: customer.id }, data: { accessPlanId: planId } });
    await recordAudit(tx, {
      actor,
      action: 'access_plan.assign',
      objectKind: 'customer',
      objectId: customer.id,
      before: { accessPlan: former?.name ?? null },
      after: { accessPlan: plan?.name ?? null },
      at,
    });
    return { ok: true };
  });
}

function termsOf({ name, maxKeys, maxPairs, allowsPairs, monthlyCalls, callsPerMinute }: PlanTerms): PlanTerms {
  return { name: name.replace(/\p{Cc}/gu, ' ').trim(), maxKeys, maxPairs, allowsPairs, monthlyCalls, callsPerMinute };
}

function faultOf(terms: PlanTerms): 'name_invalid' | 'out_of_range' | undefined {
  const { name, maxKeys, maxPairs, monthlyCalls, callsPerMinute } = terms;
  if (name === '' || [...name].length > LONGEST_NAME) return 'name_invalid';
  const isFine =
    isWithin(maxKeys ?? 0, 0, MOST.maxKeys) &&
    isWithin(maxPairs, 0, MOST.maxPairs) &&
    isWithin(monthlyCalls ?? 0, 0, MOST.monthlyCalls) &&
    isWithin(callsPerMinute, 1, MOST.callsPerMinute);
  return isFine ? undefined : 'out_of_range';
}

function isWithin(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}

async function isTaken(tx: Tx, name: string, except: string | undefined): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM access_plan WHERE lower(name) = lower(${name})`;
  return rows.some(({ id }) => id !== except);
}

async function readPlan(id: string): Promise<SavePlanResult> {
  const plan = (await listPlans()).find((one) => one.id === id);
  return plan ? { ok: true, plan } : { ok: false, reason: 'plan_not_found' };
}

async function onePlanAtATime(tx: Tx): Promise<void> {
  // Names and the one default are judged over all plans; released at COMMIT.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('access_plan'))`;
}
