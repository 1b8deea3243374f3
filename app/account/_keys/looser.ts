import type { KeyFields } from '@/lib/access-keys/key-fields';
import type { DeveloperKey } from '@/lib/access-keys/key-view';

/** Whether a key could be used in more ways than now: from other addresses, or in an address again. */
export function isLooser({ addresses, headersOnly }: KeyFields, key: DeveloperKey): boolean {
  const isWider = addresses !== undefined && key.addresses.length > 0 && !isWithin(addresses, key.addresses);
  return isWider || (key.headersOnly && headersOnly === false);
}

function isWithin(wanted: readonly string[], present: readonly string[]): boolean {
  return wanted.length > 0 && wanted.every((one) => present.includes(one));
}

/** An expiry date that was not touched stays to the second; the form knows only its day. */
export function untouchedExpiry(typed: string, { expiresAt }: DeveloperKey): { expiresAt?: Date } {
  return expiresAt !== null && expiresAt.toISOString().slice(0, 10) === typed ? { expiresAt } : {};
}
