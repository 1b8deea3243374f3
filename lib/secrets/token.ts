import { randomBytes } from 'node:crypto';
import { base62 } from './base62';

/** 43 base62 characters of 256 random bits from the operating system. */
export function newToken(): string {
  return base62(randomBytes(32), 43);
}
