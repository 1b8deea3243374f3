import { createHmac } from 'node:crypto';
import { derivedKey } from '../secrets/keyring';
import { lookupDigest } from '../secrets/lookup-digest';

/** Under which a caller's Idempotency-Key is kept: its own for each licence key, and readable for nobody. */
export function answerScope(licenseKey: string, idempotencyKey: string): Buffer {
  return hmac('scope').update(lookupDigest(licenseKey)).update(idempotencyKey, 'utf8').digest();
}

/** What was asked, to be compared only: the same facts give the same bytes. */
export function requestFingerprint(facts: (string | number | null)[]): Buffer {
  return hmac('request').update(JSON.stringify(facts), 'utf8').digest();
}

function hmac(use: string) {
  return createHmac('sha256', derivedKey('idempotency')).update(`${use}|`);
}
