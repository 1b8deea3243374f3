import type { Tx } from './client';

/** The sequences that give wire numbers out, one after the other. */
export type WireSequence = 'customer_number' | 'order_number' | 'api_resource_number';

/** An import has used this number: what is given out from now on is above it. Never lowers a sequence. */
export async function raiseSequence(tx: Tx, sequence: WireSequence, used: number): Promise<void> {
  // The name is one of three words of ours and cannot be a parameter of FROM; the number is.
  await tx.$queryRawUnsafe(
    `SELECT setval('${sequence}'::regclass, $1::bigint) FROM ${sequence} WHERE last_value <= $1::bigint`,
    used,
  );
}
