import type { StoreSettings, StoreSettingsPatch } from '@/lib/settings/store-settings';
import { formField } from '../../../_shell/form-field';

/** What stands in the fields: as typed, right or wrong. */
export type EnteredBackups = {
  nightlyBackups: boolean;
  backupHour: string;
  backupsKept: string;
  backupFiles: boolean;
};

/** The settings in force as the fields show them. */
export function enteredBackupsOf(settings: StoreSettings): EnteredBackups {
  const { nightlyBackups, backupHour, backupsKept, backupFiles } = settings;
  return { nightlyBackups, backupHour: String(backupHour), backupsKept: String(backupsKept), backupFiles };
}

/** What a form brought. Under the prefix `shown.` it also brings what it showed before anything was typed. */
export function readEnteredBackups(form: unknown, prefix: '' | 'shown.' = ''): EnteredBackups {
  const field = (name: string) => formField(form, prefix + name).trim();
  return {
    nightlyBackups: field('nightlyBackups') === 'on',
    backupHour: field('backupHour'),
    backupsKept: field('backupsKept'),
    backupFiles: field('backupFiles') === 'on',
  };
}

/** Only what this admin changed: a field left alone must not undo what another admin saved in the meantime. */
export function changedBackups(entered: EnteredBackups, shown: EnteredBackups): StoreSettingsPatch {
  return {
    ...(entered.nightlyBackups === shown.nightlyBackups ? {} : { nightlyBackups: entered.nightlyBackups }),
    ...(entered.backupHour === shown.backupHour ? {} : { backupHour: wholeNumber(entered.backupHour) }),
    ...(entered.backupsKept === shown.backupsKept ? {} : { backupsKept: wholeNumber(entered.backupsKept) }),
    ...(entered.backupFiles === shown.backupFiles ? {} : { backupFiles: entered.backupFiles }),
  };
}

// Number('') is 0 and Number('1e1') is 10; what is not written in digits is not a number, and is refused as such.
function wholeNumber(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
}
