import { crc32 } from 'node:zlib';
import { base62 } from './base62';
import { newToken } from './token';

/** Kinds of key that the store itself makes: master and product order (api-keys.md section 2). */
export type LicenseKeyPrefix = 'lkm' | 'lko';

/**
 * A new licence key: prefix, 43 random characters, 6 characters of CRC-32 over both. Licence keys imported from elsewhere
 * have any shape, so the checksum is never a condition for accepting one.
 */
export function newLicenseKey(prefix: LicenseKeyPrefix): string {
  const body = `${prefix}_${newToken()}`;
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return body + base62(checksum, 6);
}

/** What a list or a log may show of a key: its prefix, if it is one of ours, and the last four characters. */
export function keyHint(key: string): string {
  const prefix = /^lk[a-z]_/.exec(key)?.[0] ?? '';
  return `${prefix}…${key.length >= 12 ? key.slice(-4) : ''}`;
}
