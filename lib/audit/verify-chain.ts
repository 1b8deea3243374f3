import { timingSafeEqual } from 'node:crypto';
import { db } from '../db/client';
import type { ChainHead } from './read-chain-head';
import { digestRange, NO_SEAL } from './read-sealed-range';

export type VerifyChainResult =
  /** Every seal fits its entries and the seal before it. `unsealed` entries wait for the next sealing. */
  | { ok: true; entries: number; seals: number; unsealed: number; head: ChainHead | undefined }
  /** An entry between these numbers was changed, taken out or put in afterwards, or the seal itself was. */
  | { ok: false; reason: 'entries_differ'; fromId: bigint; toId: bigint }
  /** Seals are missing between two that are there. */
  | { ok: false; reason: 'seal_missing'; position: number };

/**
 * Goes along the whole chain and compares. It finds every change to a sealed entry by whoever does not hold the keyring.
 * What it cannot find alone is that the newest seals and their entries are gone together: compare the head with the one
 * the log printed that day.
 */
export async function verifyChain(): Promise<VerifyChainResult> {
  let previous = NO_SEAL;
  let [entries, nextId, position] = [0, 1n, 0];
  for (const seal of await db().auditSeal.findMany({ orderBy: { position: 'asc' } })) {
    position += 1;
    if (seal.position !== position || seal.fromId !== nextId) return { ok: false, reason: 'seal_missing', position };
    const { fromId, toId } = seal;
    const found = await digestRange(db(), { fromId, toId, previous });
    const stored = Buffer.from(seal.digest);
    if (found.entries !== seal.entries || !timingSafeEqual(found.digest, stored)) {
      return { ok: false, reason: 'entries_differ', fromId, toId };
    }
    entries += seal.entries;
    nextId = toId + 1n;
    previous = stored;
  }
  const unsealed = await db().auditEntry.count({ where: { id: { gte: nextId } } });
  const head = position === 0 ? undefined : { position, digest: previous.toString('hex') };
  return { ok: true, entries, seals: position, unsealed, head };
}
