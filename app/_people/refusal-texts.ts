import { text } from '../_texts/text';
import type { FormAnswer } from './form-answer';

type Refusal =
  | {
      reason:
        | 'invalid_email'
        | 'email_unchanged'
        | 'wrong_email_or_password'
        | 'wrong_password'
        | 'wrong_account_password'
        | 'password_too_short'
        | 'password_too_long'
        | 'password_too_common'
        | 'password_unchanged';
    }
  | { reason: 'too_many_attempts'; retryAfterSeconds: number };

/** The words for a refusal, tied to the field it is about; none for what concerns the whole form. */
export function refusalAnswer(refusal: Refusal, fieldId?: string, values: Record<string, string> = {}): FormAnswer {
  const message =
    refusal.reason === 'too_many_attempts'
      ? text('people.error.too_many_attempts', { count: Math.ceil(refusal.retryAfterSeconds / 60) })
      : text(`people.error.${refusal.reason}`);
  return { errors: [{ message, ...(fieldId === undefined ? {} : { fieldId }) }], values };
}
