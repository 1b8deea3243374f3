import { type _HMAC, hmac } from '@noble/hashes/hmac.js';
import { type _SHA256, sha256 } from '@noble/hashes/sha2.js';
import { keyring } from './keyring';

/**
 * The value by which a key or token is found: HMAC-SHA-256 under the newest pepper. A dump of the database without the
 * keyring gives no way to test a guess (security.md T2).
 */
export function lookupDigest(text: string): Buffer {
  const digest = Buffer.allocUnsafe(DIGEST_BYTES);
  const pepper = newestPepper();
  // A fresh HMAC of Node's begins with a look through OpenSSL's tables and ends with the collector: three times as long.
  const copy = pepper.begun._cloneInto(pepper.copy);
  pepper.copy = copy;
  copy.update(Buffer.from(text, 'utf8')).digestInto(digest);
  return digest;
}

/** The version under which `lookupDigest` answers now; stored beside each digest. */
export function pepperVersion(): number {
  return newestPepper().version;
}

const DIGEST_BYTES = 32;

type Hmac = _HMAC<_SHA256>;
/** `begun` has taken in the pepper alone and never changes; `copy` is where each digest goes on from there. */
type Pepper = { hex: string; version: number; begun: Hmac; copy: Hmac | undefined };
let cached: Pepper | undefined;

function newestPepper(): Pepper {
  const newest = keyring().peppers.at(-1);
  if (!newest) throw new Error('The keyring has no pepper');
  if (cached?.hex !== newest.key) {
    const begun = hmac.create(sha256, Buffer.from(newest.key, 'hex'));
    cached = { hex: newest.key, version: newest.version, begun, copy: undefined };
  }
  return cached;
}
