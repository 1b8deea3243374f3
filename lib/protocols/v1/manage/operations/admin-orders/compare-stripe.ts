import { z } from 'zod';
import { compareNow } from '../../../../../orders/reconcile/compare-now';
import {
  applyFinding,
  type DecideResult,
  dismissFinding,
  LONGEST_REASON,
} from '../../../../../orders/reconcile/decide-finding';
import { findingSteps } from '../../../../../orders/reconcile/finding-steps';
import { FINDING_STATES, type Finding, listFindings } from '../../../../../orders/reconcile/list-findings';
import { operation } from '../../operation';
import { actorOf, fault, isoOf, maybeTold, notFound, refuse, told, words } from '../shop-fields';

const finding = z.object({
  id: z.uuid(),
  about: z.enum(['order', 'subscription']),
  number: z.int(),
  customer_email: z.string(),
  state: z.enum(FINDING_STATES),
  digest: z.string().describe('Of the steps; applying names it, so that nothing is applied that was not read.'),
  steps: findingSteps.describe('What Stripe says, and what the store would change: before and after.'),
  found_at: told,
  seen_at: told,
  decided_at: maybeTold,
  decided_by: z.string().nullable(),
  reason: z.string().nullable(),
});

const findingPath = z.object({ id: z.uuid() });

export const listFindingsOperation = operation({
  id: 'orders.list_findings',
  area: 'orders',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/findings',
  summary: 'List where the store and Stripe differ, the newest first.',
  description: 'The newest hundred of a state. A finding changes nothing until it is applied.',
  refusals: [],
  querySchema: z.object({ state: z.enum(FINDING_STATES).default('open') }),
  answerSchema: z.object({ data: z.array(finding) }),
  handle: async ({ query }) => {
    const data = await listFindings([query.state]);
    return { ok: true, body: { data: data.map(present) } };
  },
});

export const compareStripeOperation = operation({
  id: 'orders.compare_with_stripe',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/findings/compare',
  summary: 'Compare the store with Stripe now, as it does each night.',
  refusals: ['payments_unreachable'],
  isRepeatable: true,
  answerSchema: z.object({ is_finished: z.boolean().describe('False: it goes on by itself.') }),
  handle: async ({ caller, at }) => {
    const done = await compareNow({ actor: actorOf(caller), at });
    return done.ok ? { ok: true, body: { is_finished: done.isFinished } } : refuse({ reason: done.reason });
  },
});

export const applyFindingOperation = operation({
  id: 'orders.apply_finding',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/findings/{id}/apply',
  summary: 'Ask Stripe again, and bring the store to exactly what the finding shows.',
  refusals: ['not_found', 'finding_changed', 'payments_unreachable'],
  success: 204,
  pathSchema: findingPath,
  bodySchema: z.strictObject({ digest: words(100).min(1) }),
  handle: async ({ caller, path, body, at }) =>
    decided(await applyFinding(path.id, body.digest, { actor: actorOf(caller), at })),
});

export const dismissFindingOperation = operation({
  id: 'orders.dismiss_finding',
  area: 'orders',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/findings/{id}/dismiss',
  summary: 'Leave the store as it is, and say why. The same difference is not listed again.',
  refusals: ['not_found'],
  success: 204,
  pathSchema: findingPath,
  bodySchema: z.strictObject({ reason: words(LONGEST_REASON).min(1) }),
  handle: async ({ caller, path, body, at }) =>
    decided(await dismissFinding(path.id, body.reason, { actor: actorOf(caller), at })),
});

function decided(result: DecideResult) {
  if (result.ok) return { ok: true as const, status: 204 as const };
  if (result.reason === 'finding_not_found') return notFound;
  return result.reason === 'reason_missing' ? fault('reason', 'must not be empty') : refuse({ reason: result.reason });
}

function present(row: Finding): z.input<typeof finding> {
  return {
    id: row.id,
    about: row.object.kind,
    number: row.object.number,
    customer_email: row.customerEmail,
    state: row.state,
    digest: row.digest,
    steps: row.steps,
    found_at: isoOf(row.foundAt),
    seen_at: isoOf(row.seenAt),
    decided_at: isoOf(row.decidedAt),
    decided_by: row.decidedBy ?? null,
    reason: row.reason,
  };
}
