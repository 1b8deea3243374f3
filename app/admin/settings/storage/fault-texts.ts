import type { StorageFault } from '@/lib/settings/storage-entry';
import { storage as words } from '../../../_texts/en/storage';
import { fillText } from '../../../_texts/fill-text';
import type { SummaryError } from '../../../_ui/error-summary';

/** What is wrong and what to do, for each field that was refused. */
export function faultTexts(faults: StorageFault[]): SummaryError[] {
  return faults.map(({ field, problem }) => ({
    fieldId: field,
    message: fillText(words[`fault.${problem}`], { name: words[field] }),
  }));
}
