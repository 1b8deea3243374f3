'use server';

import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { retryDeadJob } from '@/lib/system/dead-jobs';
import { formField } from '../../../_shell/form-field';

const PATH = '/admin/system/jobs';

/** Puts a job that was given up back in the queue. */
export async function runJobAgain(form: FormData): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const result = await retryDeadJob(formField(form, 'id'), actor);
  redirect(`${PATH}?notice=${result.ok ? 'job_retried' : result.reason}`);
}
