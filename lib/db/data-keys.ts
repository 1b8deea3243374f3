import { randomBytes, randomUUID } from 'node:crypto';
import { now } from '../clock';
import { keyring } from '../secrets/keyring';
import { openBytes, sealBytes } from '../secrets/seal';
import { db, type Tx } from './client';

export type DataKey = { id: string; key: Buffer };

// Data keys never change once written, so a process may keep those it has opened.
const opened = new Map<string, DataKey>();
let current: Promise<DataKey> | undefined;

/**
 * The data key that seals new values; the first call on an empty store makes it. Within a transaction pass it along: many of
 * them waiting for one more connection each would wait for one another.
 */
export function currentDataKey(reader: Tx = db()): Promise<DataKey> {
  current ??= readOrMakeCurrent(reader).catch((error) => {
    current = undefined;
    throw error;
  });
  return current;
}

/** The data key of that id. Throws when it is unknown or its wrapping key is not in the keyring. */
export async function dataKey(id: string): Promise<DataKey> {
  const known = opened.get(id);
  if (known) return known;
  const row = await db().dataKey.findUnique({ where: { id } });
  if (!row) throw new Error(`Data key ${id} is unknown`);
  return unwrap(row);
}

/** Forgets what was opened: tests change databases within one process. */
export function forgetDataKeys(): void {
  opened.clear();
  current = undefined;
}

async function readOrMakeCurrent(reader: Tx): Promise<DataKey> {
  const newest = (from: Tx) =>
    from.dataKey.findFirst({ where: { retiredAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] });
  const row = await newest(reader);
  if (row) return unwrap(row);
  const id = randomUUID();
  // Not in the caller's transaction: if that fails, what was sealed meanwhile must still open.
  await db().dataKey.create({ data: { id, ...wrap(id, randomBytes(32)), createdAt: now() } });
  // Two processes may both have made one: both rows open, and both now settle on the older.
  const settled = await newest(db());
  if (!settled) throw new Error('The data key just written is gone');
  return unwrap(settled);
}

/** A data key as its row keeps it: under the newest wrapping key of the keyring. */
export function wrap(id: string, key: Buffer): { keyringKey: string; wrapped: Uint8Array<ArrayBuffer> } {
  const wrapping = keyring().wrapping.at(-1);
  if (!wrapping) throw new Error('The keyring has no wrapping key');
  const wrapped = sealBytes(Buffer.from(wrapping.key, 'hex'), key, `data_key|${id}`);
  return { keyringKey: wrapping.id, wrapped: new Uint8Array(wrapped) };
}

/** The data key of a row. Throws when its wrapping key is not in the keyring. */
export function unwrap(row: { id: string; keyringKey: string; wrapped: Uint8Array }): DataKey {
  const wrapping = keyring().wrapping.find((entry) => entry.id === row.keyringKey);
  if (!wrapping) throw new Error(`The keyring lacks the wrapping key ${row.keyringKey}`);
  const key = openBytes(Buffer.from(wrapping.key, 'hex'), Buffer.from(row.wrapped), `data_key|${row.id}`);
  const entry = { id: row.id, key };
  opened.set(row.id, entry);
  return entry;
}
