import { z } from 'zod';
import type { EditedPlan } from '../../../../../catalog/list-product-plans';
import { unreachable } from '../../../../../errors';
import { applyPlanTerms } from '../../../../../licensing/apply-plan-terms';
import { previewPlanTerms } from '../../../../../licensing/preview-plan-terms';
import type { TermChange } from '../../../../../licensing/term-change';
import { operation } from '../../operation';
import { findPlan } from './edit-plans';
import { planPath, refuse, refuseFields, uuid } from './fields';

const wishShape = {
  parts: z
    .array(z.enum(['activation_limit', 'term_days', 'update_days']))
    .min(1)
    .max(3)
    .describe('Which terms of the plan reach the licences; the others stay as they are.'),
  takes_away: z.boolean().default(false).describe('False: only where the customer gains.'),
};
const wish = z.object(wishShape);

function changeOf(plan: EditedPlan, { parts, takes_away: takesAway }: z.output<typeof wish>): TermChange {
  const { id: planId, activationLimit, termDays, updateDays } = plan;
  const isIn = (part: (typeof parts)[number]) => parts.includes(part);
  const wanted = { limit: isIn('activation_limit'), term: isIn('term_days'), updates: isIn('update_days') };
  return { ...{ planId, activationLimit, termDays, updateDays }, parts: wanted, takesAway };
}

const count = z.int();
const previewSchema = z.object({
  licences: count.describe('Of this plan, not revoked.'),
  changing: count,
  limit_raised: count,
  limit_lowered: count,
  activations_beyond: count.describe('Activations that would have no place any more.'),
  ends_later: count,
  ends_sooner: count,
  ends_now: count,
  works_again: count,
  updates_longer: count,
  updates_shorter: count,
});

export const previewTermsOperation = operation({
  id: 'products.preview_terms',
  area: 'products',
  access: 'read',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/plans/{plan}/terms-preview',
  summary: 'Count what the terms of a plan would change for the licences that exist.',
  refusals: ['not_found'],
  pathSchema: planPath,
  bodySchema: wish,
  answerSchema: previewSchema,
  handle: async ({ path, body, at }) => {
    const found = await findPlan(path);
    if (!found) return refuse('not_found');
    const preview = await previewPlanTerms(changeOf(found.plan, body), at);
    return {
      ok: true,
      body: {
        licences: preview.licences,
        changing: preview.changing,
        limit_raised: preview.limitRaised,
        limit_lowered: preview.limitLowered,
        activations_beyond: preview.activationsBeyond,
        ends_later: preview.endsLater,
        ends_sooner: preview.endsSooner,
        ends_now: preview.endsNow,
        works_again: preview.worksAgain,
        updates_longer: preview.updatesLonger,
        updates_shorter: preview.updatesShorter,
      },
    };
  },
});

const terms = {
  activation_limit: z.int().nullable(),
  term_days: z.int().nullable(),
  update_days: z.int().nullable(),
};

export const applyTermsOperation = operation({
  id: 'products.apply_terms',
  area: 'products',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/products/{number}/plans/{plan}/apply-terms',
  summary: 'Let the terms of a plan reach the licences that exist.',
  description:
    'Send the terms as the preview and the product told them: a plan that says something else by now is refused. The licences follow in batches, each with its own audit entry.',
  refusals: ['not_found', 'conflict'],
  idempotency: 'taken',
  success: 202,
  pathSchema: planPath,
  bodySchema: z.object({ ...wishShape, ...terms }),
  answerSchema: z.object({ run_id: uuid.describe('Stands in the audit.') }),
  handle: async ({ path, body, caller, at }) => {
    const found = await findPlan(path);
    if (!found) return refuse('not_found');
    const { activation_limit: activationLimit, term_days: termDays, update_days: updateDays } = body;
    const change = { ...changeOf(found.plan, body), ...{ activationLimit, termDays, updateDays } };
    const result = await applyPlanTerms({ change, actor: { ...caller.actor, id: caller.customerId }, at });
    if (result.ok) return { ok: true, status: 202, body: { run_id: result.runId } };
    switch (result.reason) {
      case 'plan_not_found':
        return refuse('not_found');
      case 'changed_meanwhile':
        return refuse('conflict');
      case 'nothing_chosen':
        return refuseFields([{ field: 'parts', problem: 'names no term' }]);
      default:
        return unreachable(result.reason);
    }
  },
});
