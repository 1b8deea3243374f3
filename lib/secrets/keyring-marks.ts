import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Keyring } from './keyring';

/** What a database remembers of its keyring: a mark for each part, under this key of store_state. */
export const KEYRING_CANARY = 'keyring_canary';

export const keyringMarksSchema = z.record(z.string(), z.string());
export type KeyringMarks = z.infer<typeof keyringMarksSchema>;

/** One mark for each part; from a mark nobody learns its 256-bit key. */
export function keyringMarks(keyring: Keyring): KeyringMarks {
  const mark = (key: string) => createHmac('sha256', Buffer.from(key, 'hex')).update('latchkey/canary').digest('hex');
  return Object.fromEntries([
    ...keyring.wrapping.map(({ id, key }) => [`wrapping ${id}`, mark(key)]),
    ...keyring.peppers.map(({ version, key }) => [`pepper ${version}`, mark(key)]),
    ['root', mark(keyring.root)],
  ]);
}
