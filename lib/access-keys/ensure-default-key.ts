import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { readStoreSettings } from '../settings/store-settings';
import { endOf } from './check-fields';
import { insertKey } from './insert-key';

/** The literal name of seed 002. */
export const DEFAULT_KEY_NAME = 'Auto-Generated API Key (Created By System)';

/**
 * Gives the account its default key in the caller's transaction, unless it has one, it was deleted or the store makes none.
 * Answers the sid of a key that was made.
 */
export async function ensureDefaultKey(
  tx: Tx,
  owner: { customerId: string; actor: Actor; at: Date },
): Promise<{ sid: string } | undefined> {
  const { customerId, actor, at } = owner;
  const { defaultKey, developerKeyKinds, keyMaxLifetimeDays } = await readStoreSettings(tx);
  if (!defaultKey || !developerKeyKinds.includes('standard')) return undefined;
  const open = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM customer WHERE id = ${customerId}::uuid AND deleted_at IS NULL FOR NO KEY UPDATE`;
  if (open.length === 0) return undefined;
  const there = await tx.accessKey.findFirst({
    where: { customerId, isDefault: true, state: { not: 'revoked' } },
    select: { id: true },
  });
  if (there) return undefined;
  const end = endOf({ kind: 'standard', expiresAt: undefined, maxDays: keyMaxLifetimeDays }, at);
  const { row } = await insertKey(
    tx,
    {
      customerId,
      kind: 'standard',
      name: DEFAULT_KEY_NAME,
      isDefault: true,
      expiresAt: end.ok ? end.expiresAt : null,
      access: { mode: 'full' },
      createdBy: 'system',
    },
    { actor, at },
  );
  return { sid: row.sid };
}
