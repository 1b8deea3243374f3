import type { SavePlanResult } from '@/lib/access-keys/access-plans';
import { keyAdmin as words } from '../../../_texts/en/key-admin';
import { fillText } from '../../../_texts/fill-text';
import type { SummaryError } from '../../../_ui/error-summary';

type Reason = Exclude<SavePlanResult, { ok: true }>['reason'];

/** Why a plan was not saved. */
export function planErrors(reason: Reason): SummaryError[] {
  const isName = reason === 'name_taken' || reason === 'name_invalid';
  return [{ message: words[`error.${reason}`], ...(isName ? { fieldId: 'planName' } : {}) }];
}

/** Fields that should be numbers and are not. */
export function numberErrors(fields: readonly string[]): SummaryError[] {
  return fields.map((fieldId) => {
    const name = words[fieldId as 'maxKeys']; // only fields of the form, all of which have a label
    return { fieldId, message: fillText(words['error.number'], { name }) };
  });
}
