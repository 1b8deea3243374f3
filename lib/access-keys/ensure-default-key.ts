import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';

/** The literal name of seed 002. */
export const DEFAULT_KEY_NAME = 'Auto-Generated API Key (Created By System)';

/**
 * Gives the account its default key in the caller's transaction, unless it has one or the store makes none. Answers the sid
 * of a key that was made.
 */
export async function ensureDefaultKey(
  tx: Tx,
  owner: { customerId: string; actor: Actor; at: Date },
): Promise<{ sid: string } | undefined> {
  throw new Error(`Not built yet: ${tx ? owner.customerId : ''}`);
}
