import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/client';
import { openText, sealText } from '../db/sealed-text';
import { keyHint } from '../secrets/key-format';
import { lookupDigest, pepperVersion } from '../secrets/lookup-digest';
import type { LicenseKeyKind } from './client-call';

export type NewLicenseKey = {
  key: string;
  kind: LicenseKeyKind;
  customerId: string | null;
  apiResourceId: string | null;
  productId: string | null;
};

/** Stores a key: sealed to be shown again, digested to be found. A key that exists already breaks the unique digest. */
export async function writeLicenseKey(tx: Tx, entry: NewLicenseKey, at: Date): Promise<{ id: string }> {
  const { key, ...owner } = entry;
  const id = randomUUID();
  await tx.licenseKey.create({
    data: {
      ...owner,
      id,
      digest: new Uint8Array(lookupDigest(key)),
      pepperVersion: pepperVersion(),
      sealed: await sealLicenseKey(key, { id, customerId: owner.customerId }, tx),
      hint: keyHint(key),
      createdAt: at,
    },
  });
  return { id };
}

/**
 * A key's seal for its row and owner; null = still in stock. Whoever changes the owner seals anew. Within a transaction pass
 * it along.
 */
export function sealLicenseKey(
  key: string,
  row: { id: string; customerId: string | null },
  tx?: Tx,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealText(key, placeOfKey(row.id, row.customerId), tx);
}

/** The text of a stored key. */
export function openLicenseKey(row: { id: string; sealed: Uint8Array; customerId: string | null }): Promise<string> {
  return openText(row.sealed, placeOfKey(row.id, row.customerId));
}

// Sealed for its owner: a ciphertext copied to another customer's row does not open.
function placeOfKey(rowId: string, customerId: string | null) {
  return { table: 'license_key', column: 'sealed', rowId, ownerId: customerId ?? 'stock' };
}
