import type { KeyFault, KeyField } from '@/lib/access-keys/key-fields';
import { text } from '../../_texts/text';

/** Why something about a developer key was refused, from any of the functions behind these pages. */
export type KeyRefusal =
  | { reason: 'key_limit_reached' | 'pair_limit_reached'; max: number }
  | { reason: 'lifetime_too_long'; maxDays?: number }
  | { reason: 'too_many_attempts'; retryAfterSeconds: number }
  | { reason: 'fields_invalid'; faults: KeyFault[] }
  | {
      reason:
        | 'kind_not_allowed'
        | 'pairs_not_in_plan'
        | 'mfa_required'
        | 'more_than_caller'
        | 'customer_not_found'
        | 'key_not_found'
        | 'key_revoked'
        | 'key_leaked'
        | 'key_expired'
        | 'not_revealable'
        | 'nothing_allowed'
        | 'nothing_chosen'
        | 'too_many_chosen'
        | 'too_early'
        | 'not_a_pair'
        | 'typed_wrong'
        | 'kind_missing'
        | 'date_invalid';
    };

/** The words for a refusal as a whole. */
export function refusalText(refusal: KeyRefusal): string {
  switch (refusal.reason) {
    case 'key_limit_reached':
    case 'pair_limit_reached':
      return text(`apiKeys.error.${refusal.reason}`, { max: refusal.max });
    case 'lifetime_too_long':
      return text('apiKeys.error.lifetime_too_long', { days: refusal.maxDays ?? 0 });
    case 'too_many_attempts':
      return text('apiKeys.error.too_many_attempts', { count: Math.ceil(refusal.retryAfterSeconds / 60) });
    case 'fields_invalid':
      return refusal.faults.map(faultText).join(' ');
    default:
      return text(`apiKeys.error.${refusal.reason}`);
  }
}

const FIELD_NAMES: Record<KeyField, string> = {
  name: text('apiKeys.formName'),
  note: text('apiKeys.formNote'),
  description: text('apiKeys.formDescription'),
  expiresAt: text('apiKeys.formExpiry'),
  addresses: text('apiKeys.formAddresses'),
  headersOnly: text('apiKeys.formHeadersOnly'),
  rate: text('apiKeys.formRate'),
  monthlyCap: text('apiKeys.formCap'),
  rotateDays: text('apiKeys.formRotate'),
  access: text('apiKeys.formAccess'),
};

/** What is wrong with one field. */
export function faultText({ field, problem }: KeyFault): string {
  return text(`apiKeys.fault.${problem}`, { field: FIELD_NAMES[field] });
}
