import { crc32 } from 'node:zlib';
import { base62 } from './base62';
import { newToken } from './token';

/** Kinds of key that the store itself makes: master and product order (api-keys.md section 2). */
export type LicenseKeyPrefix = 'lkm' | 'lko';

const OWN = /^lk[mo]_[0-9A-Za-z]{49}$/;

/**
 * A new licence key: prefix, 43 random characters, 6 characters of CRC-32 over both. Licence keys imported from elsewhere
 * have any shape, so the checksum is never a condition for accepting one.
 */
export function newLicenseKey(prefix: LicenseKeyPrefix): string {
  const body = `${prefix}_${newToken()}`;
  return body + checksum(body);
}

/** Whether the store itself may have made this key, by pattern and checksum alone. Such a key cannot be guessed. */
export function isOwnLicenseKey(key: string): boolean {
  return OWN.test(key) && checksum(key.slice(0, -6)) === key.slice(-6);
}

/** What a list or a log may show of a key: its prefix, if it is one of ours, and the last four characters. */
export function keyHint(key: string): string {
  const prefix = /^lk[a-z]_/.exec(key)?.[0] ?? '';
  return `${prefix}…${key.length >= 12 ? key.slice(-4) : ''}`;
}

function checksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return base62(bytes, 6);
}
