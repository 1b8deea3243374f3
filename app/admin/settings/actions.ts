'use server';

import { revalidatePath } from 'next/cache';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { changedSettings, readEntered } from './entered-settings';
import { namesOf, refusalTexts } from './refusal-texts';
import type { SettingsAnswer } from './settings-answer';

/** Saves what this admin changed on the page; a box that is not sent is off. */
export async function saveSettings(_before: SettingsAnswer, form: FormData): Promise<SettingsAnswer> {
  const { actor } = await requireAdminChange('/admin/settings');
  const [entered, shown] = [readEntered(form), readEntered(form, 'shown.')];
  const patch = changedSettings(entered, shown);
  const result = await saveStoreSettings(patch, actor);
  if (!result.ok) return { outcome: 'refused', entered, shown, errors: refusalTexts(result, entered) };
  // The store's name and its address for help stand around every page.
  revalidatePath('/', 'layout');
  return { outcome: 'saved', changed: namesOf(patch) };
}
