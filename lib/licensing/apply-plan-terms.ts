import { z } from 'zod';
import { type Actor, recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { enqueue } from '../jobs/enqueue';
import type { JobHandler } from '../jobs/job';
import { changeGrants } from './grants/change-grants';
import { editLimit } from './grants/edit-limit';
import { type Grant, newEditCause } from './grants/grant-fact';
import { changedTerms, type TermChange } from './term-change';

const KIND = 'licensing.apply_plan_terms';
/** Licences of one transaction: few enough that an activation never waits long for its row. */
const BATCH = 200;

const count = z.number().int().min(1).nullable();
const payloadSchema = z.object({
  runId: z.uuid(),
  adminId: z.uuid(),
  via: z.string(),
  after: z.uuid().nullable(),
  change: z.object({
    ...{ planId: z.uuid(), activationLimit: count, termDays: count, updateDays: count },
    parts: z.object({ limit: z.boolean(), term: z.boolean(), updates: z.boolean() }),
    takesAway: z.boolean(),
  }),
});
type Payload = z.infer<typeof payloadSchema>;

export type ApplyPlanTermsResult =
  | { ok: true; runId: string }
  /** changed_meanwhile: the plan says something else by now than the preview did. */
  | { ok: false; reason: 'plan_not_found' | 'nothing_chosen' | 'changed_meanwhile' };

/**
 * Promises that the terms in `change` reach the plan's existing licences, in batches of one transaction each, every licence
 * with its own audit row. They must be what the plan says now. A batch that fails is tried again; one done twice changes nothing.
 */
export async function applyPlanTerms(wish: {
  change: TermChange;
  actor: Actor & { id: string };
  at?: Date;
}): Promise<ApplyPlanTermsResult> {
  const { change, actor, at = now() } = wish;
  const { planId, activationLimit, termDays, updateDays, parts, takesAway } = change;
  if (!isUuid(planId)) return { ok: false, reason: 'plan_not_found' };
  if (!parts.limit && !parts.term && !parts.updates) return { ok: false, reason: 'nothing_chosen' };
  return inTransaction(async (tx) => {
    const plan = await tx.plan.findUnique({ where: { id: planId } });
    if (!plan) return { ok: false, reason: 'plan_not_found' };
    const isSame =
      plan.activationLimit === activationLimit && plan.termDays === termDays && plan.updateDays === updateDays;
    if (!isSame) return { ok: false, reason: 'changed_meanwhile' };
    const runId = crypto.randomUUID();
    const terms = { activationLimit, termDays, updateDays, parts, takesAway };
    await enqueueBatch(tx, {
      runId,
      adminId: actor.id,
      via: actor.via ?? '',
      after: null,
      change: { planId, ...terms },
    });
    await recordAudit(tx, {
      at,
      actor,
      action: 'plan.apply_terms',
      objectKind: 'plan',
      objectId: planId,
      after: { runId, ...terms },
    });
    return { ok: true, runId };
  });
}

/** The outbox handler: one batch a job, each promising the next. */
export function planTermsHandlers(): Record<string, JobHandler> {
  return { [KIND]: (given) => applyBatch(payloadSchema.parse(given)) };
}

async function enqueueBatch(tx: Tx, payload: Payload): Promise<void> {
  await enqueue(tx, { kind: KIND, payload, dedupeKey: `${KIND}:${payload.runId}:${payload.after ?? 'start'}` });
}

type Row = {
  id: string;
  new_limit: number | null;
  expires_at: Date | null;
  new_end: Date | null;
  updates_until: Date | null;
  new_updates: Date | null;
};

async function applyBatch(payload: Payload): Promise<void> {
  const { change, adminId, via, after } = payload;
  const { limit, expiry, updates, from } = changedTerms(change);
  const actor: Actor = { kind: 'admin', id: adminId, via };
  const at = now();
  await inTransaction(async (tx) => {
    // In id order, as activate_calls and the bulk changes lock, so that they and a batch never deadlock.
    const rows = await tx.$queryRaw<Row[]>`
      SELECT r.id, ${limit} AS new_limit, r.expires_at, ${expiry} AS new_end, r.updates_until, ${updates} AS new_updates
      ${from} AND (${after}::uuid IS NULL OR r.id > ${after}::uuid)
        AND (${limit} IS DISTINCT FROM r.activation_limit OR ${expiry} IS DISTINCT FROM r.expires_at
          OR ${updates} IS DISTINCT FROM r.updates_until)
      ORDER BY r.id LIMIT ${BATCH} FOR UPDATE OF r`;
    for (const row of rows) {
      const facts = (known: readonly Grant[]) => [...editLimit(known, row.new_limit, at), ...endsOf(row, at)];
      await changeGrants(tx, { apiResourceId: row.id, facts, at, actor, auditAs: { term: 'apply_terms' } });
    }
    const last = rows.at(-1);
    if (last && rows.length === BATCH) await enqueueBatch(tx, { ...payload, after: last.id });
  });
}

function endsOf(row: Row, happenedAt: Date): Grant[] {
  const edit = { cause: newEditCause(), happenedAt };
  const end: Grant = { ...edit, fact: { kind: 'term_edit', endsAt: row.new_end, rule: 'exactly' } };
  const updates: Grant = { ...edit, fact: { kind: 'updates_edit', updatesUntil: row.new_updates } };
  return [
    ...(isSame(row.expires_at, row.new_end) ? [] : [end]),
    ...(isSame(row.updates_until, row.new_updates) ? [] : [updates]),
  ];
}

function isSame(a: Date | null, b: Date | null): boolean {
  return a?.getTime() === b?.getTime();
}
