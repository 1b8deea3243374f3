import type { KeyFault } from '../../../../../access-keys/key-fields';
import type { ManageRefusal } from '../../refusal';
import { refuse } from '../shop-fields';

type KeyReason =
  | 'customer_not_found'
  | 'fields_invalid'
  | 'key_expired'
  | 'key_leaked'
  | 'key_limit_reached'
  | 'key_not_found'
  | 'key_revoked'
  | 'kind_not_allowed'
  | 'lifetime_too_long'
  | 'mfa_required'
  | 'more_than_caller'
  | 'not_a_pair'
  | 'nothing_allowed'
  | 'pair_limit_reached'
  | 'pairs_not_in_plan'
  | 'too_early'
  | 'too_many_attempts';

type KeyRefused = { ok: false; reason: KeyReason; faults?: KeyFault[]; retryAfterSeconds?: number };

const TOLD = {
  customer_not_found: 'not_found',
  key_expired: 'key_has_expired',
  key_leaked: 'key_leaked',
  key_limit_reached: 'key_limit_reached',
  key_not_found: 'not_found',
  key_revoked: 'key_revoked',
  kind_not_allowed: 'kind_not_allowed',
  lifetime_too_long: 'lifetime_too_long',
  mfa_required: 'mfa_required',
  more_than_caller: 'more_than_caller',
  not_a_pair: 'not_a_pair',
  pair_limit_reached: 'key_limit_reached',
  pairs_not_in_plan: 'pairs_not_in_plan',
  too_early: 'too_early',
} as const satisfies Partial<Record<KeyReason, ManageRefusal['reason']>>;

/** A "no" of lib/access-keys in the words of the API. */
export function refuseKey({ reason, faults = [], retryAfterSeconds = 1 }: KeyRefused): {
  ok: false;
  refusal: ManageRefusal;
} {
  if (reason === 'fields_invalid') return refuseFields(faults);
  if (reason === 'too_many_attempts') return refuse({ reason: 'rate_limited', retryAfterSeconds });
  if (reason === 'nothing_allowed') {
    return refuse({ reason: 'invalid_request', errors: [{ field: 'access', problem: 'allows nothing at all' }] });
  }
  return refuse({ reason: TOLD[reason] });
}

const PROBLEMS: Record<KeyFault['problem'], string> = {
  missing: 'must not be empty',
  too_long: 'is too long',
  looks_like_a_key: 'looks like a live key',
  not_in_future: 'must lie in the future',
  not_an_address: 'holds something that is no address and no CIDR block',
  too_many: 'holds too many',
  out_of_range: 'is out of range',
  not_for_this_kind: 'is not for keys of this kind',
  nothing_allowed: 'allows nothing at all',
};

const NAMES: Record<KeyFault['field'], string> = {
  name: 'name',
  note: 'note',
  description: 'description',
  expiresAt: 'expires_at',
  addresses: 'addresses',
  headersOnly: 'headers_only',
  rate: 'rate',
  monthlyCap: 'monthly_cap',
  rotateDays: 'rotate_days',
  access: 'access',
};

function refuseFields(faults: KeyFault[]): { ok: false; refusal: ManageRefusal } {
  if (faults.some(({ problem }) => problem === 'looks_like_a_key')) return refuse({ reason: 'looks_like_a_key' });
  const errors = faults.map(({ field, problem }) => ({ field: NAMES[field], problem: PROBLEMS[problem] }));
  return refuse({ reason: 'invalid_request', errors });
}
