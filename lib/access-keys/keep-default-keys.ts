import type { Actor } from '../audit/record-audit';
import { db, inTransaction } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { ensureDefaultKey } from './ensure-default-key';

const BY_STORE: Actor = { kind: 'system', via: 'job:default_keys' };
const BATCH = 200;
const LOWEST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Gives a default key to every account that should have one and has none: accounts from before there were such keys, and
 * those whose default has run out (it stays as an expired key of theirs). Answers how many were made. Called again and again
 * by any number of processes. Each account is a transaction of its own: its activations wait for the account's row, and a
 * client gives up before two hundred keys are made.
 */
export async function keepDefaultKeys(at: Date, batch = BATCH): Promise<number> {
  const { defaultKey, developerKeyKinds } = await readStoreSettings();
  if (!defaultKey || !developerKeyKinds.includes('standard')) return 0;
  let made = 0;
  for (let after = LOWEST_ID; ; ) {
    const ids = await accountsWithout({ after, at, batch });
    for (const id of ids) if (await keepOne(id, at)) made++;
    const last = ids.at(-1);
    if (last === undefined || ids.length < batch) return made;
    after = last;
  }
}

async function accountsWithout({ after, at, batch }: { after: string; at: Date; batch: number }): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT c.id FROM customer c
    WHERE c.id > ${after}::uuid AND c.deleted_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM access_key k WHERE k.customer_id = c.id AND k.is_default
        AND k.state <> 'revoked' AND (k.expires_at IS NULL OR k.expires_at > ${at}))
    ORDER BY c.id LIMIT ${batch}`;
  return rows.map(({ id }) => id);
}

function keepOne(customerId: string, at: Date): Promise<boolean> {
  return inTransaction(async (tx) => {
    // An account that somebody holds at this moment is seen at the next look.
    const free = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE SKIP LOCKED`;
    if (free.length === 0) return false;
    await tx.accessKey.updateMany({
      where: { customerId, isDefault: true, expiresAt: { lte: at } },
      data: { isDefault: false },
    });
    return (await ensureDefaultKey(tx, { customerId, actor: BY_STORE, at })) !== undefined;
  });
}
