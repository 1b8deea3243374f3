import { db } from '../db/client';
import type { AccessLookup, FoundAccessKey } from '../db/read-access-keys';
import { earlierDigest, lookupDigest, pepperVersion } from '../secrets/lookup-digest';

type LookUp = (lookup: AccessLookup) => Promise<{ key: FoundAccessKey | null }>;

/**
 * While a pepper is being replaced: the key that a value still opens under the earlier one. Secret keys and pairs are kept
 * as digests only, so their first use is when they can be moved to the new pepper (security.md T6). Undefined at all other
 * times, and for tokens, which end within minutes and are not moved, nothing is written.
 */
export async function findUnderEarlierPepper(
  value: string,
  period: string,
  lookUp: LookUp,
): Promise<FoundAccessKey | undefined> {
  const digest = earlierDigest(value);
  if (!digest) return undefined;
  const { key } = await lookUp({ digest, period });
  if (key && !key.isToken) await moveDigest(value, digest);
  return key ?? undefined;
}

// Two calls at once with one value move the same row to the same digest.
async function moveDigest(value: string, earlier: Buffer): Promise<void> {
  await db().accessSecret.updateMany({
    where: { digest: new Uint8Array(earlier) },
    data: { digest: new Uint8Array(lookupDigest(value)), pepperVersion: pepperVersion() },
  });
}

/** A developer key whose value is found under an earlier pepper only. */
export type UnmovedKey = { sid: string; name: string; prefix: string; email: string; lastUsedAt: Date | null };

/** The developer keys that were not used since the pepper was replaced, by owner. */
export async function listUnmovedKeys(): Promise<UnmovedKey[]> {
  const keys = await db().accessKey.findMany({
    where: { secrets: { some: { pepperVersion: { not: pepperVersion() } } } },
    select: { sid: true, name: true, prefix: true, lastUsedAt: true, customer: { select: { email: true } } },
    orderBy: [{ customer: { email: 'asc' } }, { createdAt: 'asc' }],
  });
  return keys.map(({ customer, ...key }) => ({ ...key, email: customer.email }));
}
