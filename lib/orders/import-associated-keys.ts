import type { Actor } from '../audit/record-audit';
import type { Tx } from '../db/client';
import { type KeptKey, keepAssociatedKeys } from '../licensing/keep-associated-keys';
import { lookupDigest } from '../secrets/lookup-digest';
import type { ImportDocument } from './import-document';
import type { RefusedRow } from './import-refusal';

type Offered = ImportDocument['associatedApiKeys'];

/**
 * Brings in the table of associated keys: custom keys, and every key from before version 2.0. A row that is here already,
 * for the same API Resource, counts as done, so the same table may be brought again. Every row that does not fit is named;
 * the caller then undoes the whole.
 */
export async function importAssociatedKeys(
  tx: Tx,
  facts: { keys: Offered; at: Date; actor: Actor },
): Promise<{ added: number; refused: RefusedRow[] }> {
  const { keys, at, actor } = facts;
  if (keys.length === 0) return { added: 0, refused: [] };
  const resources = await readResources(tx, keys);
  const owners = await readOwners(tx, keys);
  const refused: RefusedRow[] = [];
  const kept = new Map<string, KeptKey>();
  for (const [i, { key, resourceNumber }] of keys.entries()) {
    const where = `associated key ${i + 1}`;
    const resource = resources.get(resourceNumber);
    const owner = kept.get(key)?.apiResourceId ?? owners.get(digestOf(key));
    if (!resource) refused.push({ where, reason: 'resource_not_found' });
    else if (owner === undefined) kept.set(key, { ...resource, key });
    else if (owner !== resource.apiResourceId) refused.push({ where, reason: 'key_taken' });
  }
  if (refused.length > 0) return { added: 0, refused };
  return { added: await keepAssociatedKeys(tx, { keys: [...kept.values()], at, actor }), refused };
}

async function readResources(tx: Tx, keys: Offered): Promise<Map<number, Omit<KeptKey, 'key'>>> {
  const numbers = [...new Set(keys.map((row) => row.resourceNumber))];
  const rows = await tx.$queryRaw<{ id: string; number: number; customer_id: string; product_id: string }[]>`
    SELECT id, number, customer_id, product_id FROM api_resource WHERE number = ANY (${numbers}::int[])`;
  return new Map(
    rows.map((row) => [row.number, { apiResourceId: row.id, customerId: row.customer_id, productId: row.product_id }]),
  );
}

/** By digest, the API Resource that an existing key opens; '' for a key of another kind or in stock. */
async function readOwners(tx: Tx, keys: Offered): Promise<Map<string, string>> {
  const digests = keys.map((row) => digestOf(row.key));
  const rows = await tx.$queryRaw<{ digest: string; owner: string }[]>`
    SELECT asked.digest, CASE WHEN k.kind = 'associated' THEN coalesce(k.api_resource_id::text, '') ELSE '' END AS owner
    FROM unnest(${digests}::text[]) AS asked(digest) JOIN license_key k ON k.digest = decode(asked.digest, 'hex')`;
  return new Map(rows.map((row) => [row.digest, row.owner]));
}

function digestOf(key: string): string {
  return lookupDigest(key).toString('hex');
}
