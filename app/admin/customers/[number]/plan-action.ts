'use server';

import { redirect } from 'next/navigation';
import { assignPlan } from '@/lib/access-keys/access-plans';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { formField } from '../../../_shell/form-field';
import { rowNumber } from '../../licences/licence-view';
import { customerPath } from './customer-path';

/** Gives an account another API plan, or the default one again. It holds from the next call. */
export async function assignAccessPlan(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange('/admin/customers');
  const number = formField(form, 'number');
  const planId = formField(form, 'accessPlan');
  const result = await assignPlan({
    customerNumber: rowNumber(number) ?? 0,
    planId: planId === '' ? null : planId,
    actor,
  });
  redirect(`${customerPath(number)}?notice=${result.ok ? 'plan_assigned' : result.reason}`);
}
