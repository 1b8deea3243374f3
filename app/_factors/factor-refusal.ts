import type { FormAnswer } from '../_people/form-answer';
import { text } from '../_texts/text';

type Refusal =
  | {
      reason:
        | 'wrong_code'
        | 'wrong_recovery_code'
        | 'wrong_password'
        | 'passkey_refused'
        | 'passkey_known'
        | 'factor_needed'
        | 'enrolment_over'
        | 'too_many_factors'
        | 'no_factor';
    }
  | { reason: 'too_many_attempts'; retryAfterSeconds: number };

/** The words for a refusal, tied to the field it is about; none for what concerns the whole form. */
export function factorRefusal(refusal: Refusal, fieldId?: string): FormAnswer {
  const message =
    refusal.reason === 'too_many_attempts'
      ? text('factors.error.too_many_attempts', { count: Math.ceil(refusal.retryAfterSeconds / 60) })
      : text(`factors.error.${refusal.reason}`);
  return { errors: [{ message, ...(fieldId === undefined ? {} : { fieldId }) }] };
}
