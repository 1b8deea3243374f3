import { type _HMAC, hmac } from '@noble/hashes/hmac.js';
import { type _SHA256, sha256 } from '@noble/hashes/sha2.js';

const BYTES = 32;

type Hmac = _HMAC<_SHA256>;
/** `begun` has taken in the key alone and never changes; `copy` is where each text goes on from there. */
type Prepared = { begun: Hmac; copy: Hmac | undefined };

const prepared = new WeakMap<Uint8Array, Prepared>();

/**
 * HMAC-SHA-256 of a text, for keys that serve many texts: what the key takes is done once for each buffer, which must never
 * change. Node's own begins each time with a look through OpenSSL's tables and ends with the collector, which a lone call
 * with cold caches feels (ADR 0107).
 */
export function hmacSha256(key: Uint8Array, text: string): Buffer {
  const digest = Buffer.allocUnsafe(BYTES);
  const known = prepared.get(key) ?? prepare(key);
  const copy = known.begun._cloneInto(known.copy);
  known.copy = copy;
  copy.update(Buffer.from(text, 'utf8')).digestInto(digest);
  return digest;
}

function prepare(key: Uint8Array): Prepared {
  const fresh = { begun: hmac.create(sha256, key), copy: undefined };
  prepared.set(key, fresh);
  return fresh;
}
