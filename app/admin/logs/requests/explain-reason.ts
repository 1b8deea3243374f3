import type { RefusalReason as V1Reason } from '@/lib/protocols/v1/handle';
import type { RefusalReason as WcAmReason } from '@/lib/protocols/wc-am/handle';

/** What the request log may say of a call that did not get what it came for. */
export type LoggedReason = WcAmReason | V1Reason | 'inactive' | 'unlicensed';

/** The checks of a call. */
export type Check =
  | 'request'
  | 'source'
  | 'pace'
  | 'key'
  | 'access'
  | 'product'
  | 'revoked'
  | 'suspended'
  | 'expired'
  | 'instance'
  | 'elsewhere'
  | 'room'
  | 'store';

/** Where the remedy is: a page of the admin area, or nowhere in the store. */
export type Remedy = 'client' | 'settings' | 'customer' | 'licence' | 'licences' | 'activations' | 'products' | 'none';

type Explanation = { check: Check; remedy: Remedy };

// Every reason of the core and of the protocols, and no other: a new one does not compile until it is explained here and has
// its words in app/_texts/en/refusals.
const EXPLANATIONS: Record<LoggedReason, Explanation> = {
  no_request: { check: 'request', remedy: 'client' },
  unknown_request: { check: 'request', remedy: 'client' },
  missing: { check: 'request', remedy: 'client' },
  invalid_request: { check: 'request', remedy: 'client' },
  key_missing: { check: 'request', remedy: 'client' },
  key_in_url: { check: 'request', remedy: 'client' },
  two_keys: { check: 'request', remedy: 'client' },
  unsupported_media_type: { check: 'request', remedy: 'client' },
  too_large: { check: 'request', remedy: 'client' },
  not_found: { check: 'request', remedy: 'client' },
  method_not_allowed: { check: 'request', remedy: 'client' },
  idempotency_key_invalid: { check: 'request', remedy: 'client' },
  idempotency_key_reused: { check: 'request', remedy: 'client' },
  idempotency_key_in_use: { check: 'pace', remedy: 'none' },
  busy: { check: 'pace', remedy: 'none' },
  rate_limited: { check: 'pace', remedy: 'settings' },
  source_missing: { check: 'source', remedy: 'settings' },
  source_untrusted: { check: 'source', remedy: 'settings' },
  source_not_trusted: { check: 'source', remedy: 'settings' },
  key_not_found: { check: 'key', remedy: 'licences' },
  access_disabled: { check: 'access', remedy: 'customer' },
  wrong_product: { check: 'product', remedy: 'licences' },
  product_not_found: { check: 'product', remedy: 'products' },
  associated_key: { check: 'product', remedy: 'client' },
  revoked: { check: 'revoked', remedy: 'licence' },
  suspended: { check: 'suspended', remedy: 'licence' },
  expired: { check: 'expired', remedy: 'licence' },
  activation_not_found: { check: 'instance', remedy: 'activations' },
  inactive: { check: 'instance', remedy: 'activations' },
  unlicensed: { check: 'instance', remedy: 'activations' },
  license_required: { check: 'instance', remedy: 'settings' },
  activation_required: { check: 'instance', remedy: 'settings' },
  already_active: { check: 'elsewhere', remedy: 'activations' },
  limit_reached: { check: 'room', remedy: 'licence' },
  internal: { check: 'store', remedy: 'none' },
};

/** The reason behind an outcome of the log; undefined for calls that went well, and for words of another version of the store. */
export function reasonOf(outcome: string): LoggedReason | undefined {
  return LOGGED_REASONS.find((reason) => reason === outcome);
}

/** Every reason, as the filter of the list offers them. */
export const LOGGED_REASONS = Object.keys(EXPLANATIONS) as LoggedReason[]; // the keys of a Record are its key type

// An update check looks for a live activation behind the key in one step: which check it was that found none is not asked.
const WITHOUT_CAUSE: readonly LoggedReason[] = ['unlicensed', 'license_required', 'activation_required'];

/** Whether the log tells which check a call failed. */
export function isCauseKept(reason: LoggedReason): boolean {
  return !WITHOUT_CAUSE.includes(reason);
}

/** Whether a check looks at the key and its licence. The others look at the request and at the store. */
export function isAboutKey(check: Check): boolean {
  return check !== 'request' && check !== 'source' && check !== 'pace' && check !== 'store';
}

/** Which check a reason comes from, and where the remedy is. */
export function explainReason(reason: LoggedReason): Explanation {
  return EXPLANATIONS[reason];
}

/**
 * The checks of a call in the order in which they are made. A key that opens one licence alone is first asked whether that one
 * was closed, whatever the product (refusal_of in the migration count_activations).
 */
export function checksOf(action: string, isMaster: boolean): Check[] {
  const states: Check[] = isMaster
    ? ['product', 'suspended', 'expired', 'revoked']
    : ['revoked', 'product', 'suspended', 'expired'];
  const last: Check[] = action === 'activate' ? ['elsewhere', 'room'] : asksOnlyTheKey(action) ? [] : ['instance'];
  return ['request', 'source', 'pace', 'key', 'access', ...states, ...last, 'store'];
}

function asksOnlyTheKey(action: string): boolean {
  return action === 'products' || action === 'product_list' || action === 'verify_api_key_is_active';
}
