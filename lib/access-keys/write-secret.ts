import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/client';
import { openText, sealText } from '../db/sealed-text';
import { developerKeyHint, newAccessKeyId, newDeveloperKey } from '../secrets/developer-key';
import { lookupDigest, pepperVersion } from '../secrets/lookup-digest';
import type { AccessKeyKind } from './caller';
import type { KeyRow } from './key-owner';
import type { KeyValue } from './key-view';

/** A value that is not stored yet, and what lists may show of it. */
export type FreshValue = { value: KeyValue; prefix: string };

/** A new value for a key of that kind: 256 bits of chance, never chosen by anybody. */
export function freshValue(kind: AccessKeyKind): FreshValue {
  if (kind === 'pair') {
    const accessKeyId = newAccessKeyId();
    return { value: { kind, accessKeyId, accessSecret: newDeveloperKey('pair_secret') }, prefix: accessKeyId };
  }
  const key = newDeveloperKey(kind);
  return { value: { kind, key }, prefix: developerKeyHint(key) };
}

type SecretOf = { keyId: string; customerId: string; generation: number };

/** The row of a value: its digest to be found by, and of a standard key its seal to be read again. */
export async function secretRow(tx: Tx, value: KeyValue, { keyId, customerId, generation }: SecretOf, at: Date) {
  const text = value.kind === 'pair' ? value.accessSecret : value.key;
  const id = randomUUID();
  return {
    id,
    accessKeyId: keyId,
    digest: new Uint8Array(lookupDigest(text)),
    pepperVersion: pepperVersion(),
    publicId: value.kind === 'pair' ? value.accessKeyId : null,
    // Secret keys and pairs are kept as a digest only: what is not there cannot be read again (K1).
    sealed: value.kind === 'standard' ? await sealText(text, placeOf(id, customerId), tx) : null,
    generation,
    createdAt: at,
  };
}

/** The value of a standard key again. */
export function openSecret(row: { id: string; sealed: Uint8Array }, customerId: string): Promise<string> {
  return openText(row.sealed, placeOf(row.id, customerId));
}

// Sealed for its owner: a ciphertext copied to another customer's key does not open.
function placeOf(rowId: string, ownerId: string) {
  return { table: 'access_secret', column: 'sealed', rowId, ownerId };
}

/** Why a value opens nothing any more. */
export type CauseOfDeath = 'deleted' | 'revoked' | 'replaced';

/**
 * Ends values of a key from COMMIT: all of them, or only those whose overlap is over. What is left is a digest by which a
 * later use is recognised (security.md T24). Tokens had for an ended pair end with it.
 */
export async function endSecrets(
  tx: Tx,
  key: Pick<KeyRow, 'id' | 'sid' | 'customerId' | 'name' | 'prefix'>,
  { cause, at, endedBy }: { cause: CauseOfDeath; at: Date; endedBy?: Date },
): Promise<void> {
  const which = { accessKeyId: key.id, ...(endedBy ? { endsAt: { lte: endedBy } } : {}) };
  const ended = await tx.accessSecret.findMany({ where: which, select: { id: true, digest: true, publicId: true } });
  const { sid, customerId, name, prefix } = key;
  await tx.deadAccessSecret.createMany({
    data: ended.map(({ digest, publicId }) => ({
      digest,
      sid,
      customerId,
      name,
      prefix: publicId ?? prefix,
      cause,
      diedAt: at,
    })),
    skipDuplicates: true,
  });
  await tx.accessSecret.deleteMany({ where: { id: { in: ended.map(({ id }) => id) } } });
  if (!endedBy) await tx.accessToken.deleteMany({ where: { accessKeyId: key.id } });
}
