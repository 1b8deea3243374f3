import { z } from 'zod';
import {
  type AccessPlan,
  assignPlan,
  createPlan,
  editPlan,
  listPlans,
  makeDefaultPlan,
  type SavePlanResult,
} from '../../../../../access-keys/access-plans';
import { operation } from '../../operation';
import type { ManageRefusal } from '../../refusal';
import { fault, given, isoOf, notFound, numberPath, refuse, told, words } from '../shop-fields';

const LARGEST_COUNT = 2_147_483_647;
const count = z.number().int().min(0).max(LARGEST_COUNT);

const terms = {
  name: words(80).min(1),
  max_keys: count.nullable().describe('Standard and secret keys; null = unlimited.'),
  max_pairs: count,
  allows_pairs: z.boolean(),
  monthly_calls: count.nullable().describe('Calls in a calendar month; null = unlimited.'),
  calls_per_minute: z.number().int().min(1).max(LARGEST_COUNT).describe('Of all keys of one account together.'),
};

const planShape = z
  .object({ id: z.uuid(), ...terms, is_default: z.boolean(), created_at: told, customer_count: z.int() })
  .meta({ id: 'AccessPlan', description: 'What an account may have of the management API.' });

function presentPlan(plan: AccessPlan): z.input<typeof planShape> {
  return {
    id: plan.id,
    name: plan.name,
    max_keys: plan.maxKeys,
    max_pairs: plan.maxPairs,
    allows_pairs: plan.allowsPairs,
    monthly_calls: plan.monthlyCalls,
    calls_per_minute: plan.callsPerMinute,
    is_default: plan.isDefault,
    created_at: isoOf(plan.createdAt),
    customer_count: plan.customerCount,
  };
}

const planPath = z.object({ id: z.uuid() });

/** `GET /admin/access-plans`. */
export const listAccessPlans = operation({
  id: 'settings.list_access_plans',
  area: 'settings',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/access-plans',
  summary: 'List the plans of the management API.',
  refusals: [],
  answerSchema: z.object({ data: z.array(planShape) }),
  handle: async () => ({ ok: true, body: { data: (await listPlans()).map(presentPlan) } }),
});

/** `POST /admin/access-plans`. */
export const createAccessPlan = operation({
  id: 'settings.create_access_plan',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/access-plans',
  summary: 'Make a plan. It holds for nobody until it is assigned.',
  refusals: ['conflict'],
  idempotency: 'taken',
  success: 201,
  bodySchema: z.object(terms),
  answerSchema: planShape,
  handle: async ({ caller, body, at }) => {
    const saved = await createPlan({
      name: body.name,
      maxKeys: body.max_keys,
      maxPairs: body.max_pairs,
      allowsPairs: body.allows_pairs,
      monthlyCalls: body.monthly_calls,
      callsPerMinute: body.calls_per_minute,
      actor: caller.actor,
      at,
    });
    return saved.ok ? { ok: true, status: 201, body: presentPlan(saved.plan) } : refusePlan(saved);
  },
});

/** `PATCH /admin/access-plans/{id}`. */
export const editAccessPlan = operation({
  id: 'settings.edit_access_plan',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'PATCH',
  path: '/admin/access-plans/{id}',
  summary: 'Change a plan for everybody who has it.',
  description: 'From their next call. No key is ended by a lower maximum.',
  refusals: ['not_found', 'conflict'],
  pathSchema: planPath,
  bodySchema: z.object(terms).partial(),
  answerSchema: planShape,
  handle: async ({ caller, path, body, at }) => {
    const changes = given({
      name: body.name,
      maxKeys: body.max_keys,
      maxPairs: body.max_pairs,
      allowsPairs: body.allows_pairs,
      monthlyCalls: body.monthly_calls,
      callsPerMinute: body.calls_per_minute,
    });
    const saved = await editPlan({ ...changes, planId: path.id, actor: caller.actor, at });
    return saved.ok ? { ok: true, body: presentPlan(saved.plan) } : refusePlan(saved);
  },
});

/** `POST /admin/access-plans/{id}/make-default`. */
export const defaultAccessPlan = operation({
  id: 'settings.default_access_plan',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/access-plans/{id}/make-default',
  summary: 'Give a plan to everybody without another.',
  refusals: ['not_found'],
  pathSchema: planPath,
  answerSchema: planShape,
  handle: async ({ caller, path, at }) => {
    const saved = await makeDefaultPlan({ planId: path.id, actor: caller.actor, at });
    return saved.ok ? { ok: true, body: presentPlan(saved.plan) } : refusePlan(saved);
  },
});

/** `PUT /admin/customers/{number}/access-plan`. */
export const assignAccessPlan = operation({
  id: 'customers.assign_access_plan',
  area: 'customers',
  access: 'write',
  audience: 'admin',
  method: 'PUT',
  path: '/admin/customers/{number}/access-plan',
  summary: 'Give an account a plan of the management API.',
  refusals: ['not_found'],
  pathSchema: numberPath,
  bodySchema: z.object({ plan_id: z.uuid().nullable().describe('Null = the default plan.') }),
  success: 204,
  handle: async ({ caller, path, body, at }) => {
    const { actor } = caller;
    const assigned = await assignPlan({ customerNumber: path.number, planId: body.plan_id, actor, at });
    if (assigned.ok) return { ok: true, status: 204 };
    return assigned.reason === 'plan_not_found' ? fault('plan_id', 'is no plan of this store') : notFound;
  },
});

function refusePlan({ reason }: Extract<SavePlanResult, { ok: false }>): { ok: false; refusal: ManageRefusal } {
  if (reason === 'plan_not_found') return notFound;
  if (reason === 'name_taken') return refuse({ reason: 'conflict' });
  return fault(reason === 'name_invalid' ? 'name' : 'max_keys', 'cannot be taken');
}
