import { randomBytes, randomUUID } from 'node:crypto';
import { keyring } from '../secrets/keyring';
import { inTransaction } from './client';
import { forgetDataKeys, unwrap, wrap } from './data-keys';

/**
 * Wraps every data key under the newest wrapping key, and if one was not, retires them all for a new one that seals from
 * now on (security.md T6). Nothing changes when all are under it already. Answers how many were wrapped anew.
 */
export async function rotateDataKeys(at: Date): Promise<number> {
  const newest = keyring().wrapping.at(-1)?.id;
  const moved = await inTransaction(async (tx) => {
    const rows = await tx.dataKey.findMany({ where: { keyringKey: { not: newest ?? '' } } });
    for (const row of rows) {
      const { id, key } = unwrap(row);
      await tx.dataKey.update({ where: { id }, data: wrap(id, key) });
    }
    if (rows.length === 0) return 0;
    await tx.dataKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: at } });
    const id = randomUUID();
    await tx.dataKey.create({ data: { id, ...wrap(id, randomBytes(32)), createdAt: at } });
    return rows.length;
  });
  if (moved > 0) forgetDataKeys();
  return moved;
}
