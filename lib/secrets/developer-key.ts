import { randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { base62 } from './base62';
import { newToken } from './token';

/** What opens the management API by itself or with its access key id (api-keys.md section 2, "Kinds"). */
export type DeveloperKeyKind = 'standard' | 'secret' | 'pair_secret' | 'token';

const PREFIXES: Record<DeveloperKeyKind, string> = { standard: 'lks', secret: 'lkx', pair_secret: 'lkp', token: 'lkt' };
const KINDS = new Map(Object.entries(PREFIXES).map(([kind, prefix]) => [prefix, kind as DeveloperKeyKind])); // the same keys
const SHAPE = /^(lk[sxpt])_[0-9A-Za-z]{49}$/;
const BODY_LENGTH = 4 + 43;
const HINT_LENGTH = 4 + 6;

/** A new value: prefix, 43 characters of 256 random bits, 6 of CRC-32 over both. */
export function newDeveloperKey(kind: DeveloperKeyKind): string {
  const body = `${PREFIXES[kind]}_${newToken()}`;
  return body + checksum(body);
}

/** A new access key id, the public half of a pair: `lka_` and 20 characters. It opens nothing. */
export function newAccessKeyId(): string {
  return `lka_${base62(randomBytes(14), 20)}`;
}

/** A new sid: `key_` and 22 characters of 128 random bits. Public. */
export function newKeySid(): string {
  return `key_${base62(randomBytes(16), 22)}`;
}

/** Whether a text may be a sid at all; anything else names no key. */
export function isKeySid(text: string): boolean {
  return /^key_[0-9A-Za-z]{1,60}$/.test(text);
}

/** Which kind a text is by prefix, length and checksum, or undefined. No database is asked: a typo costs microseconds. */
export function readDeveloperKey(text: string): DeveloperKeyKind | undefined {
  if (text.length !== BODY_LENGTH + 6) return undefined;
  const prefix = SHAPE.exec(text)?.[1];
  if (prefix === undefined || checksum(text.slice(0, BODY_LENGTH)) !== text.slice(BODY_LENGTH)) return undefined;
  return KINDS.get(prefix);
}

/** Whether a text has the shape of an access key id. */
export function isAccessKeyId(text: string): boolean {
  return /^lka_[0-9A-Za-z]{20}$/.test(text);
}

/** What lists may show of a value: its prefix and the first six characters of its body, as `lks_9fQx2B`. */
export function developerKeyHint(key: string): string {
  return key.slice(0, HINT_LENGTH);
}

const ANY_KEY = /lk[sxptmo]_[0-9A-Za-z]{49}/g;

/**
 * The keys of ours that stand in a text, judged by pattern and checksum alone: developer keys, tokens, licence keys. For
 * refusing them in notes and pages (api-keys.md 4.1 no. 9) and for finding them in a leak report.
 */
export function keysWithin(text: string): string[] {
  const found = text.match(ANY_KEY) ?? [];
  return [...new Set(found.filter((key) => checksum(key.slice(0, BODY_LENGTH)) === key.slice(BODY_LENGTH)))];
}

function checksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return base62(bytes, 6);
}
