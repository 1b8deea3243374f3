import { createHmac } from 'node:crypto';
import { derivedKey } from '../secrets/keyring';
import { newToken } from '../secrets/token';

/**
 * A token for one checkout form, made when the form is shown. It makes Pay safe to press twice, and later it is the
 * unguessable part of the buyer's thank-you address.
 */
export function newCheckoutToken(): string {
  return newToken();
}

export function isCheckoutToken(text: string): boolean {
  return /^[0-9A-Za-z]{43}$/.test(text);
}

/** What is stored of a token, and what finds its checkout again. */
export function checkoutTokenDigest(token: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHmac('sha256', derivedKey('checkout-token')).update(token).digest());
}
