'use server';

import { revalidatePath } from 'next/cache';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireAdmin } from '@/lib/auth/require-admin';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { changedSettings, readEntered } from './entered-settings';
import { namesOf, refusalTexts } from './refusal-texts';
import type { SettingsAnswer } from './settings-answer';

/** Saves what this admin changed on the page; a box that is not sent is off. */
export async function saveSettings(_before: SettingsAnswer, form: FormData): Promise<SettingsAnswer> {
  await requireOwnPage();
  const admin = await requireAdmin('/admin/settings');
  const { address } = await requestFacts();
  const [entered, shown] = [readEntered(form), readEntered(form, 'shown.')];
  const patch = changedSettings(entered, shown);
  const actor = { kind: 'admin' as const, id: admin.id, via: `session:${admin.sessionId}`, address };
  const result = await saveStoreSettings(patch, actor);
  if (!result.ok) return { outcome: 'refused', entered, shown, errors: refusalTexts(result, entered) };
  revalidatePath('/admin/settings');
  revalidatePath('/account/api-keys');
  return { outcome: 'saved', changed: namesOf(patch) };
}
