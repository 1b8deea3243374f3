import { unreachable } from '../../errors';
import type { KeyRefusal, LicenseKeyKind } from '../../licensing/client-call';
import type { MessageProfile } from '../../settings/setting-choices';
import type { LimitRefusal } from './limit-refusal';

type KeyedReason = KeyRefusal | 'already_active' | 'limit_reached' | 'activation_not_found';

/** Why a call was refused, in our words; each has its sentence on the wire. */
export type WireRefusal =
  | { reason: KeyedReason; keyKind?: LicenseKeyKind | undefined }
  | { reason: 'no_request' | 'unknown_request' | 'internal' }
  | { reason: 'activation_required' }
  | { reason: 'source_missing' | 'source_untrusted' }
  | LimitRefusal
  | { reason: 'missing'; names: string[] }
  | { reason: 'product_not_found'; requested: string }
  /** `product_list` has nothing to list, `verify_api_key_is_active` finds nothing live; `because` is the cause. */
  | { reason: 'no_products'; because: KeyRefusal | 'associated_key' }
  | { reason: 'not_live'; because: KeyRefusal };

export type Wording = { profile: MessageProfile; apiKeysUrl: string };

/**
 * The sentence that installed clients compare letter by letter (wc-am.md section 4). They are wire constants: never
 * translated, never improved. The three profiles differ only in WORDS.
 */
export function messageOf(refusal: WireRefusal, wording: Wording): string {
  const words = WORDS[wording.profile];
  switch (refusal.reason) {
    case 'no_request':
      return 'No request value received.';
    case 'unknown_request':
      return 'Request value does not exist.';
    case 'missing':
      return `The following required query string data is missing: ${refusal.names.join(', ')}`;
    case 'product_not_found':
      return `The product ID ${refusal.requested} could not be found in this store.`;
    case 'no_products':
      return noResources(wording, `the ${words.key} is`);
    case 'not_live':
      return `The ${words.key} is not active or does not exist.`;
    case 'activation_required':
      return noResources(wording, `the ${words.key} and Product ID are`);
    case 'source_missing':
      return 'The source did not send a required IP address.';
    case 'source_untrusted':
      return 'The source is not trusted.';
    case 'rate_limited':
      return 'Too many requests have come from this address. Please try again later.';
    case 'internal':
      return `There was an error getting ${words.resources}: the store could not answer just now. Please try again later.`;
    default:
      return keyMessage(refusal, wording);
  }
}

function keyMessage(refusal: { reason: KeyedReason; keyKind?: LicenseKeyKind | undefined }, wording: Wording): string {
  const words = WORDS[wording.profile];
  switch (refusal.reason) {
    case 'key_not_found':
      return `A customer account does not exist for this ${words.key}.`;
    case 'revoked':
      // A master key still belongs to a customer; only a key that opened the revoked purchase alone is gone with it.
      return refusal.keyKind === 'master'
        ? noResources(wording, `the ${words.key} and Product ID are`)
        : `A customer account does not exist for this ${words.key}.`;
    case 'access_disabled':
      return `The API access for this ${words.key} has been disabled, or ${words.aKey} was sent that does not exist on this store.`;
    case 'wrong_product':
    case 'suspended':
    case 'expired':
      return noResources(wording, `the ${words.key} and Product ID are`);
    case 'already_active':
      return `Cannot activate ${words.key}. The ${words.key} has already been activated with the same unique instance ID sent with this request.`;
    case 'limit_reached':
      return `Cannot activate ${words.key}. No ${words.resources} available.`;
    case 'activation_not_found':
      return `The ${words.key} could not be deactivated.`;
    default:
      return unreachable(refusal.reason);
  }
}

type Words = { key: string; aKey: string; resources: string; hasLink: boolean };

// 3.0-3.4 as captured; the other two from what clients compare and report, chosen as README.md beside this file says.
const WORDS: Record<MessageProfile, Words> = {
  '2.x': { key: 'API Key', aKey: 'an API Key', resources: 'API resources', hasLink: false },
  '3.0-3.4': { key: 'API Key', aKey: 'an API Key', resources: 'API Resources', hasLink: true },
  '3.5+': { key: 'license key', aKey: 'a license key', resources: 'licensing resources', hasLink: true },
};

function noResources({ profile, apiKeysUrl }: Wording, correct: string): string {
  const { resources, hasLink } = WORDS[profile];
  const account = hasLink ? `<a href="${apiKeysUrl}" target="blank">My Account</a>` : 'My Account';
  return `No ${resources} exist. Login to ${account} to verify there are activations remaining, and ${correct} correct.`;
}
