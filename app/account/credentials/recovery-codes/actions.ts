'use server';

import { requireOwnPage } from '@/lib/auth/require-own-page';
import { requireStepUp } from '@/lib/auth/require-step-up';
import { sessionActor } from '@/lib/auth/session-actor';
import { makeRecoveryCodes } from '@/lib/customers/recovery-codes';
import { factorRefusal } from '../../../_factors/factor-refusal';
import type { CodesAnswer } from './codes-answer';

/** Makes ten new recovery codes for the signed-in person, in place of all earlier ones, and tells them once. */
export async function makeCodesAction(): Promise<CodesAnswer> {
  await requireOwnPage();
  const customer = await requireStepUp('/account/credentials/recovery-codes');
  const actor = await sessionActor(customer);
  const result = await makeRecoveryCodes({ customer, actor });
  return result.ok ? { codes: result.codes } : factorRefusal(result);
}
