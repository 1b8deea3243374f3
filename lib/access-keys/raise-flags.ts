import type { Tx } from '../db/client';
import type { FlagFacts, FlagKind } from './list-flags';
import { mailKeyNotice } from './mail-key-notice';

/** Something unusual that was seen about a key which is still there. */
export type Sighting = {
  kind: FlagKind;
  keyId: string;
  at: Date;
  /** What makes it the same occasion again: the day, or the network. */
  mark: string;
  facts: FlagFacts;
  /** What the mail names: where from, how many, and out of how many or against which mean. */
  told: { address?: string; count?: number; most?: number };
};

/** The owner and the name of a key, also of one that is gone. */
export type FlaggedKey = { sid: string; name: string; prefix: string; customerId: string };

/** Keeps each sighting once and promises the owner's mail about it, in the caller's transaction (row 3.15). */
export async function raiseFlags(tx: Tx, sightings: Sighting[]): Promise<void> {
  for (const sighting of sightings) {
    const key = await tx.accessKey.findUnique({
      where: { id: sighting.keyId },
      select: { sid: true, name: true, prefix: true, customerId: true },
    });
    if (key) await raiseFlag(tx, key, sighting);
  }
}

/** The same for one key whose facts are known. */
export async function raiseFlag(tx: Tx, key: FlaggedKey, sighting: Omit<Sighting, 'keyId'>): Promise<void> {
  const { kind, mark, at, facts, told } = sighting;
  const { sid, customerId } = key;
  const { count } = await tx.accessFlag.createMany({
    data: [{ sid, customerId, kind, mark, at, facts }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  const owner = await tx.customer.findUnique({ where: { id: customerId }, select: { email: true } });
  if (!owner) return;
  const about = { sid, name: key.name, hint: key.prefix };
  await mailKeyNotice(tx, { to: owner.email, at, event: kind, key: about, ...told }, `flag|${sid}|${kind}|${mark}`);
}
