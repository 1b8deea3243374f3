import { unreachable } from '../../errors';
import type { KeyRefusal, LicenseKeyKind } from '../../licensing/client-call';

/** Why a call was refused, in our words; each has its sentence on the wire. */
export type WireRefusal =
  | {
      reason: KeyRefusal | 'already_active' | 'limit_reached' | 'activation_not_found';
      keyKind?: LicenseKeyKind | undefined;
    }
  | { reason: 'no_request' | 'unknown_request' | 'internal' }
  | { reason: 'missing'; names: string[] }
  | { reason: 'product_not_found'; requested: string };

/**
 * The sentence that installed clients compare letter by letter (wc-am.md section 4, server 3.4.2). They are wire constants:
 * never translated, never improved.
 */
export function messageOf(refusal: WireRefusal, apiKeysUrl: string): string {
  switch (refusal.reason) {
    case 'no_request':
      return 'No request value received.';
    case 'unknown_request':
      return 'Request value does not exist.';
    case 'missing':
      return `The following required query string data is missing: ${refusal.names.join(', ')}`;
    case 'key_not_found':
      return NO_CUSTOMER;
    case 'revoked':
      // A master key still belongs to a customer; only a key that opened the revoked purchase alone is gone with it.
      return refusal.keyKind === 'master' ? noResources(apiKeysUrl) : NO_CUSTOMER;
    case 'access_disabled':
      return 'The API access for this API Key has been disabled, or an API Key was sent that does not exist on this store.';
    case 'wrong_product':
    case 'suspended':
    case 'expired':
      return noResources(apiKeysUrl);
    case 'already_active':
      return 'Cannot activate API Key. The API Key has already been activated with the same unique instance ID sent with this request.';
    case 'limit_reached':
      return 'Cannot activate API Key. No API Resources available.';
    case 'activation_not_found':
      return 'The API Key could not be deactivated.';
    case 'product_not_found':
      return `The product ID ${refusal.requested} could not be found in this store.`;
    case 'internal':
      return 'There was an error getting API Resources: the store could not answer just now. Please try again later.';
    default:
      return unreachable(refusal);
  }
}

const NO_CUSTOMER = 'A customer account does not exist for this API Key.';

function noResources(apiKeysUrl: string): string {
  return `No API Resources exist. Login to <a href="${apiKeysUrl}" target="blank">My Account</a> to verify there are activations remaining, and the API Key and Product ID are correct.`;
}
