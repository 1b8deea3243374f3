'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { requestBackup, requestDrill } from '@/lib/system/request-run';
import { backups as words } from '../../../_texts/en/backups';
import type { SummaryError } from '../../../_ui/error-summary';
import { changedBackups, type EnteredBackups, readEnteredBackups } from './entered-backups';

const PATH = '/admin/system/backups';

/** Asks for a backup; the store makes it whether or not anybody looks on. */
export async function backUpNow(): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const result = await requestBackup({ actor });
  redirect(`${PATH}?notice=${result.ok ? 'backup_requested' : result.reason}`);
}

/** Asks for the rehearsal of a restore of the newest backup. */
export async function rehearseNow(): Promise<void> {
  const { actor } = await requireAdminChange(PATH);
  const result = await requestDrill({ actor });
  redirect(`${PATH}?notice=${result.ok ? 'drill_requested' : result.reason}`);
}

export type BackupsAnswer =
  | { outcome: 'none' | 'saved' }
  | { outcome: 'refused'; errors: SummaryError[]; entered: EnteredBackups; shown: EnteredBackups };

/** Saves what this admin changed of the nightly backups. */
export async function saveBackups(_before: BackupsAnswer, form: FormData): Promise<BackupsAnswer> {
  const { actor } = await requireAdminChange(PATH);
  const [entered, shown] = [readEnteredBackups(form), readEnteredBackups(form, 'shown.')];
  const result = await saveStoreSettings(changedBackups(entered, shown), actor);
  if (!result.ok) {
    const refused = result.reason === 'setting_invalid' ? result.settings : [];
    return { outcome: 'refused', entered, shown, errors: refused.map(toError) };
  }
  revalidatePath(PATH);
  return { outcome: 'saved' };
}

function toError(fieldId: string): SummaryError {
  const message = fieldId === 'backupHour' || fieldId === 'backupsKept' ? words[`error.${fieldId}`] : words.errorTitle;
  return { fieldId, message };
}
