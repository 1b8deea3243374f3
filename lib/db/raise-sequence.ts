import type { Tx } from './client';

/** The sequences that give wire numbers out, one after the other. Subscriptions share that of orders, plans that of products. */
export type WireSequence = 'customer_number' | 'order_number' | 'api_resource_number' | 'catalog_number_seq';

// The highest number used so far in each transaction that raises its sequences last.
const raisedLast = new WeakMap<Tx, Map<WireSequence, number>>();

/**
 * An import has used this number: what is given out from now on is above it. Never lowers a sequence. A sequence takes no
 * part in transactions, so work that may still be refused runs within `raiseSequencesLast`.
 */
export async function raiseSequence(tx: Tx, sequence: WireSequence, used: number): Promise<void> {
  const highest = raisedLast.get(tx);
  if (highest) highest.set(sequence, Math.max(used, highest.get(sequence) ?? used));
  else await setSequence(tx, sequence, used);
}

/**
 * Runs work of this transaction that uses wire numbers, and only when all of it has gone well raises each sequence, once.
 * To be the last thing before COMMIT: ROLLBACK does not lower a sequence, and one at its end stops every sale.
 */
export async function raiseSequencesLast<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const highest = new Map<WireSequence, number>();
  raisedLast.set(tx, highest);
  const result = await work();
  for (const [sequence, used] of highest) await setSequence(tx, sequence, used);
  return result;
}

/** The next number of a sequence that is none of `kept`: numbers whose rows come later, or before the sequence was raised. */
export async function nextNumber(tx: Tx, sequence: WireSequence, kept: ReadonlySet<number>): Promise<number> {
  for (;;) {
    const [next] = await tx.$queryRaw<{ number: bigint }[]>`SELECT nextval(${sequence}::regclass) AS number`;
    const number = Number(next?.number);
    if (!kept.has(number)) return number;
  }
}

async function setSequence(tx: Tx, sequence: WireSequence, used: number): Promise<void> {
  // The name is one of four words of ours and cannot be a parameter of FROM; the number is.
  await tx.$queryRawUnsafe(
    `SELECT setval('${sequence}'::regclass, $1::bigint) FROM ${sequence} WHERE last_value <= $1::bigint`,
    used,
  );
}
