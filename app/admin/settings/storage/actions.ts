'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { tryConnection } from '@/lib/customers/try-connection';
import { saveStorageSettings } from '@/lib/settings/save-storage-settings';
import { tryStorageSettings } from '@/lib/settings/try-storage-settings';
import { formField } from '../../../_shell/form-field';
import { readStorageForm } from './read-storage-form';
import type { StorageAnswer } from './storage-answer';

/** Saves what was entered, or only tries it: the pressed button tells which. */
export async function changeStorage(_before: StorageAnswer, form: FormData): Promise<StorageAnswer> {
  const { actor } = await requireAdminChange('/admin/settings/storage');
  const entry = readStorageForm(form);
  const entered = { ...entry, secretAccessKey: '' };
  if (formField(form, 'intent') === 'test') {
    const test = await tryConnection({
      name: 's3',
      actor,
      run: () => tryStorageSettings(entry),
      works: ({ ok }) => ok,
    });
    if (!test.ok) return { outcome: 'tested_often', entered, retryAfterSeconds: test.retryAfterSeconds };
    const tried = test.answer;
    if (tried.ok) return { outcome: 'works', entered, where: entry.bucket.trim() === '' ? 'local' : 'bucket' };
    if (tried.reason === 'storage_invalid') return { outcome: 'refused', entered, faults: tried.faults };
    return { outcome: 'failed', entered, trouble: tried.reason, detail: tried.detail };
  }
  const saved = await saveStorageSettings(entry, actor);
  if (!saved.ok) return { outcome: 'refused', entered, faults: saved.faults };
  revalidatePath('/admin/settings/storage');
  return { outcome: 'saved', isChanged: saved.isChanged };
}
