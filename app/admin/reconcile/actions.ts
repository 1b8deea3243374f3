'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { compareNow } from '@/lib/orders/reconcile/compare-now';
import { applyFinding, dismissFinding } from '@/lib/orders/reconcile/decide-finding';
import { formField } from '../../_shell/form-field';

const PATH = '/admin/reconcile';

/** Begins a comparison with Stripe, and does as much of it as nobody has to wait for. */
export async function compareWithStripe(): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const result = await compareNow({ actor });
  redirect(`${PATH}?done=${result.ok ? (result.isFinished ? 'compared' : 'under_way') : result.reason}`);
}

/** Brings the store to what was shown of a finding. */
export async function applyShownFinding(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const result = await applyFinding(formField(form, 'id'), formField(form, 'digest'), { actor });
  redirect(`${PATH}?done=${result.ok ? 'applied' : result.reason}`);
}

/** Leaves the store as it is, and says why. */
export async function dismissShownFinding(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const result = await dismissFinding(formField(form, 'id'), formField(form, 'reason'), { actor });
  redirect(`${PATH}?done=${result.ok ? 'dismissed' : result.reason}`);
}
