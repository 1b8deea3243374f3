import type { Tx } from '../db/client';
import type { Happening } from './happening';

type RefusedRow = {
  id: bigint;
  at: Date;
  product: string;
  instance: string;
  address: string;
  keyHint: string;
  customerId: string | null;
  apiResourceId: string | null;
};

/**
 * Calls of a stretch of the request log that found every place taken. A program that goes on asking is one happening a day
 * for its key and product, whatever its instances are called.
 */
export async function findFullLicences(tx: Tx, from: bigint, to: bigint): Promise<Happening[]> {
  if (to <= from) return [];
  const rows = await tx.$queryRaw<RefusedRow[]>`
    SELECT id, at, product, instance, address, key_hint AS "keyHint", customer_id AS "customerId",
      api_resource_id AS "apiResourceId"
    FROM request_log_entry WHERE id > ${from} AND id <= ${to} AND outcome = 'limit_reached' ORDER BY id`;
  const firstOf = new Map<string, Happening>();
  for (const row of rows) {
    const { customerId, apiResourceId, product, instance, address, keyHint, at } = row;
    const whose = apiResourceId ?? `${customerId ?? ''}:${keyHint}`;
    const source = `limit:${whose}:${product}:${at.toISOString().slice(0, 10)}`;
    if (firstOf.has(source)) continue;
    const call = { product, instance, address, keyHint };
    const about = { kind: 'limit', customerId, apiResourceId, call } as const;
    firstOf.set(source, { type: 'activation.limit_reached', source, at, about });
  }
  return [...firstOf.values()];
}
