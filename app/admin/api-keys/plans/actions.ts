'use server';

import { redirect } from 'next/navigation';
import { createPlan, editPlan, makeDefaultPlan, type SavePlanResult } from '@/lib/access-keys/access-plans';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { formField } from '../../../_shell/form-field';
import { type PlanAnswer, readPlan, termsOf } from './entered-plan';
import { numberErrors, planErrors } from './plan-errors';

const PATH = '/admin/api-keys/plans';

/** Makes a plan. */
export async function addPlan(_before: PlanAnswer, form: FormData): Promise<PlanAnswer> {
  const { actor } = await requireAdminChange(PATH);
  await requireStepUp(`${PATH}/new`);
  const entered = readPlan(form);
  const read = termsOf(entered);
  if (!read.ok) return { outcome: 'refused', entered, errors: numberErrors(read.fields) };
  const result = await createPlan({ ...read.terms, actor });
  if (!result.ok) return { outcome: 'refused', entered, errors: planErrors(result.reason) };
  redirect(`${PATH}?notice=plan_made`);
}

/** Changes a plan for everybody who has it. */
export async function savePlan(_before: PlanAnswer, form: FormData): Promise<PlanAnswer> {
  const { actor } = await requireAdminChange(PATH);
  await requireStepUp(planPath(form));
  const entered = readPlan(form);
  const read = termsOf(entered);
  if (!read.ok) return { outcome: 'refused', entered, errors: numberErrors(read.fields) };
  const result = await editPlan({ ...read.terms, planId: formField(form, 'plan'), actor });
  if (!result.ok) return { outcome: 'refused', entered, errors: planErrors(result.reason) };
  redirect(`${PATH}?notice=plan_saved`);
}

/** Makes a plan the one of everybody without another. */
export async function makeDefault(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  await requireStepUp(planPath(form));
  const result: SavePlanResult = await makeDefaultPlan({ planId: formField(form, 'plan'), actor });
  redirect(`${PATH}?notice=${result.ok ? 'plan_default' : 'plan_not_found'}`);
}

function planPath(form: FormData): string {
  return `${PATH}/${encodeURIComponent(formField(form, 'plan'))}`;
}
