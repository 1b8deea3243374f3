import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { endOf } from './check-fields';
import type { KeyOwner, KeyRow } from './key-owner';
import type { KeyValue } from './key-view';
import { mailKeyNotice } from './mail-key-notice';
import { endSecrets, freshValue, secretRow } from './write-secret';

type Replacement = {
  actor: Actor;
  at: Date;
  overlapSeconds: number;
  /** The store's longest lifetime in days; 0 = none. */
  maxDays: number;
  event: 'regenerated' | 'rotated';
};

/**
 * Gives a key its next value in the caller's transaction, audited and told to its owner. Earlier values end at once, or the
 * present one after the overlap (those before it at the end they already have).
 */
export async function replaceValue(
  tx: Tx,
  { key, owner }: { key: KeyRow; owner: Pick<KeyOwner, 'id' | 'email'> },
  facts: Replacement,
): Promise<KeyValue> {
  const { actor, at, overlapSeconds, event } = facts;
  const endsAt = overlapSeconds === 0 ? undefined : new Date(at.getTime() + overlapSeconds * 1000);
  if (endsAt) {
    await tx.accessSecret.updateMany({ where: { accessKeyId: key.id, endsAt: null }, data: { endsAt } });
  } else {
    await endSecrets(tx, key, { cause: 'replaced', at });
  }
  const { value, prefix } = freshValue(key.kind);
  const generation = key.generation + 1;
  const next = { prefix, generation, secretMadeAt: at, expiresAt: nextEnd(key, facts) };
  const healed = key.leakedAt === null ? {} : { leakedAt: null, leakSource: null, state: 'active' as const };
  await tx.accessKey.update({ where: { id: key.id }, data: { ...next, ...healed } });
  const of = { keyId: key.id, customerId: key.customerId, generation };
  await tx.accessSecret.create({ data: await secretRow(tx, value, of, at) });
  const { sid, name, customerId } = key;
  await recordAudit(tx, {
    actor,
    action: event === 'rotated' ? 'access_key.rotate' : 'access_key.regenerate',
    objectKind: 'access_key',
    objectId: sid,
    before: { prefix: key.prefix, generation: key.generation, ...endFact(key.expiresAt) },
    after: { customerId, name, prefix, generation, overlapSeconds, ...endFact(next.expiresAt) },
    at,
  });
  await mailKeyNotice(
    tx,
    {
      to: owner.email,
      event,
      key: { sid, name, hint: prefix },
      at,
      ...(actor.address ? { address: actor.address } : {}),
      ...(endsAt ? { until: endsAt.toISOString() } : {}),
    },
    `${event}|${sid}|${generation}`,
  );
  return value;
}

const endFact = (expiresAt: Date | null) => ({ expiresAt: expiresAt?.toISOString() ?? null });

/** A pair begins a new year (row 4.14); a key that had run out lives as long again as it did; other ends stay. */
function nextEnd(key: KeyRow, { at, maxDays }: Replacement): Date | null {
  const wish = { kind: key.kind, maxDays };
  if (key.kind === 'pair') {
    const end = endOf({ ...wish, expiresAt: undefined }, at);
    return end.ok ? end.expiresAt : key.expiresAt;
  }
  if (key.expiresAt === null || key.expiresAt > at) return key.expiresAt;
  const again = new Date(at.getTime() + (key.expiresAt.getTime() - key.secretMadeAt.getTime()));
  const end = endOf({ ...wish, expiresAt: again }, at);
  return end.ok ? end.expiresAt : new Date(at.getTime() + maxDays * 86_400_000);
}
