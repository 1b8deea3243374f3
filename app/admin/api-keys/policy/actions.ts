'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { type SettingName, saveStoreSettings } from '@/lib/settings/store-settings';
import { changedPolicy, readPolicy } from './entered-policy';
import type { PolicyAnswer } from './policy-answer';
import { policyErrors, policyName } from './policy-texts';

const PATH = '/admin/api-keys/policy';

/** Saves what this admin changed of the policy; a box that is not sent is off. */
export async function savePolicy(_before: PolicyAnswer, form: FormData): Promise<PolicyAnswer> {
  const { actor } = await requireAdminChange(PATH);
  await requireStepUp(PATH);
  const [entered, shown] = [readPolicy(form), readPolicy(form, 'shown.')];
  const patch = changedPolicy(entered, shown);
  const result = await saveStoreSettings(patch, actor);
  if (!result.ok) return { outcome: 'refused', entered, shown, errors: policyErrors(result) };
  revalidatePath(PATH);
  const names = Object.keys(patch) as SettingName[]; // a patch has no other keys
  return { outcome: 'saved', changed: names.map(policyName) };
}
