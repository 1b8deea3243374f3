import type { Actor } from '../audit/record-audit';
import { inTransaction, type Tx } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { ensureDefaultKey } from './ensure-default-key';

const BY_STORE: Actor = { kind: 'system', via: 'job:default_keys' };
const BATCH = 200;
const LONGEST_MS = 60_000;

/**
 * Gives a default key to every account that should have one and has none: accounts from before there were such keys, and
 * those whose default has run out (it stays as an expired key of theirs). Answers how many were made. Called again and again
 * by any number of processes.
 */
export async function keepDefaultKeys(at: Date): Promise<number> {
  const { defaultKey, developerKeyKinds } = await readStoreSettings();
  if (!defaultKey || !developerKeyKinds.includes('standard')) return 0;
  let made = 0;
  for (;;) {
    const count = await inTransaction((tx) => keepSome(tx, at), { longestMs: LONGEST_MS });
    made += count;
    if (count < BATCH) return made;
  }
}

async function keepSome(tx: Tx, at: Date): Promise<number> {
  // Accounts that another process holds at this moment are seen at the next look.
  const owners = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM customer c
    WHERE NOT EXISTS (SELECT 1 FROM access_key k WHERE k.customer_id = c.id AND k.is_default AND k.state <> 'revoked'
      AND (k.expires_at IS NULL OR k.expires_at > ${at}))
    ORDER BY c.id LIMIT ${BATCH} FOR NO KEY UPDATE OF c SKIP LOCKED`;
  const customerIds = owners.map(({ id }) => id);
  await tx.accessKey.updateMany({
    where: { customerId: { in: customerIds }, isDefault: true, expiresAt: { lte: at } },
    data: { isDefault: false },
  });
  let made = 0;
  for (const customerId of customerIds) {
    if (await ensureDefaultKey(tx, { customerId, actor: BY_STORE, at })) made++;
  }
  return made;
}
