'use server';

import { revalidatePath } from 'next/cache';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { formField } from '../../_shell/form-field';

export type SettingsAnswer = { outcome: 'none' | 'saved' | 'both_keys_hidden' | 'setting_invalid' };

/** Saves the two key switches; a box that is not sent is off. */
export async function saveSettings(_before: SettingsAnswer, form: FormData): Promise<SettingsAnswer> {
  await requireOwnPage();
  const admin = await requireAdmin('/admin/settings');
  const { address } = await requestFacts();
  const patch = {
    showProductOrderApiKeys: formField(form, 'showProductOrderApiKeys') === 'on',
    showMasterApiKey: formField(form, 'showMasterApiKey') === 'on',
  };
  const actor = { kind: 'admin' as const, id: admin.id, via: `session:${admin.sessionId}`, address };
  const result = await saveStoreSettings(patch, actor);
  if (!result.ok) return { outcome: result.reason };
  revalidatePath('/account/api-keys');
  return { outcome: 'saved' };
}
