import { randomUUID } from 'node:crypto';
import type { Tx } from '../db/client';
import { keyHint } from '../secrets/key-format';
import { lookupDigest, pepperVersion } from '../secrets/lookup-digest';
import { sealLicenseKey } from './write-license-key';

export type AssociatedKeyRow = {
  key: string;
  productId: string;
  isWeak: boolean;
  /** What the key opens; null = it waits in stock for a buyer. */
  owner: { customerId: string; apiResourceId: string } | null;
  /** Its line in the list that brought it; null for a key that never was in stock. */
  stockPosition: number | null;
};

// One statement's arrays stay at a few megabytes.
const ROWS_A_STATEMENT = 5_000;

/** Writes many associated keys at once and says how many were new; one that exists already, of whatever kind, is left as it is. */
export async function insertAssociatedKeys(tx: Tx, rows: readonly AssociatedKeyRow[], at: Date): Promise<number> {
  let added = 0;
  for (let from = 0; from < rows.length; from += ROWS_A_STATEMENT) {
    added += await insertSome(tx, rows.slice(from, from + ROWS_A_STATEMENT), at);
  }
  return added;
}

async function insertSome(tx: Tx, rows: readonly AssociatedKeyRow[], at: Date): Promise<number> {
  const stored = await Promise.all(rows.map((row) => toStored(tx, row)));
  return tx.$executeRaw`
    INSERT INTO license_key (id, kind, digest, pepper_version, sealed, hint, customer_id, api_resource_id, product_id,
      created_at, stock_position, is_weak)
    SELECT k.id, 'associated', decode(k.digest, 'hex'), ${pepperVersion()}::int, decode(k.sealed, 'hex'), k.hint,
      k.customer_id, k.api_resource_id, k.product_id, ${at}::timestamptz, k.position, k.is_weak
    FROM unnest(${stored.map((row) => row.id)}::uuid[], ${stored.map((row) => row.digest)}::text[],
      ${stored.map((row) => row.sealed)}::text[], ${stored.map((row) => row.hint)}::text[],
      ${rows.map((row) => row.owner?.customerId ?? null)}::uuid[],
      ${rows.map((row) => row.owner?.apiResourceId ?? null)}::uuid[], ${rows.map((row) => row.productId)}::uuid[],
      ${rows.map((row) => row.stockPosition)}::int[], ${rows.map((row) => row.isWeak)}::bool[])
      AS k(id, digest, sealed, hint, customer_id, api_resource_id, product_id, position, is_weak)
    ON CONFLICT (digest) DO NOTHING`;
}

// Bytes travel as hexadecimal digits: the driver knows no list of byte strings.
async function toStored(tx: Tx, { key, owner }: AssociatedKeyRow) {
  const id = randomUUID();
  const sealed = await sealLicenseKey(key, { id, customerId: owner?.customerId ?? null }, tx);
  return {
    id,
    digest: lookupDigest(key).toString('hex'),
    sealed: Buffer.from(sealed).toString('hex'),
    hint: keyHint(key),
  };
}
