import { noteBadKey, noteGuess } from '../call-limits/limit-calls';
import { hotPool } from '../db/client';
import { isOwnLicenseKey } from '../secrets/key-format';

/**
 * Counts a call whose key does not exist against its address. A key that the store itself cannot have made counts twice over
 * while the store holds associated keys that can be guessed: it may have been a guess at one of them (security.md T3).
 */
export async function noteWrongKey(key: string, address: string): Promise<void> {
  noteBadKey(address);
  if (isOwnLicenseKey(key)) return;
  const { rowCount } = await hotPool().query({
    name: 'find_weak_key',
    text: 'SELECT FROM license_key WHERE is_weak AND disabled_at IS NULL AND replaced_at IS NULL LIMIT 1',
  });
  if (rowCount === 1) noteGuess(address);
}
