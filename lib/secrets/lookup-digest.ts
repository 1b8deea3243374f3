import { hmacSha256 } from './hmac';
import { keyring } from './keyring';

/**
 * The value by which a key or token is found: HMAC-SHA-256 under the newest pepper. A dump of the database without the
 * keyring gives no way to test a guess (security.md T2).
 */
export function lookupDigest(text: string): Buffer {
  return hmacSha256(newestPepper().bytes, text);
}

/**
 * The value by which it was found before the pepper was replaced; undefined unless that is under way. Only what cannot be
 * read again still lies under it: secrets of developer keys that were not used since, and dead ones.
 */
export function earlierDigest(text: string): Buffer | undefined {
  const earlier = keyring().peppers.at(-2);
  return earlier && hmacSha256(Buffer.from(earlier.key, 'hex'), text);
}

/** Every digest under which it may lie: one, or two while the pepper is replaced. */
export function digestsOf(text: string): Buffer[] {
  const earlier = earlierDigest(text);
  return earlier ? [lookupDigest(text), earlier] : [lookupDigest(text)];
}

/** The version under which `lookupDigest` answers now; stored beside each digest. */
export function pepperVersion(): number {
  return newestPepper().version;
}

let cached: { hex: string; version: number; bytes: Buffer } | undefined;

function newestPepper(): { version: number; bytes: Buffer } {
  const newest = keyring().peppers.at(-1);
  if (!newest) throw new Error('The keyring has no pepper');
  if (cached?.hex !== newest.key) {
    cached = { hex: newest.key, version: newest.version, bytes: Buffer.from(newest.key, 'hex') };
  }
  return cached;
}
