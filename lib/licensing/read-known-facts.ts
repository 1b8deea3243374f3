import type { Tx } from '../db/client';
import { lookupDigest } from '../secrets/lookup-digest';
import type { KnownFacts } from './check-key-list';
import type { KeyListRow } from './read-key-list';

const LARGEST_NUMBER = 2_147_483_647;
const KEYS_A_STATEMENT = 10_000;

/** What the store knows about the rows of a list: which keys it has already, of whatever kind, and whose the numbers are. */
export async function readKnownFacts(
  tx: Tx,
  list: { productId: string; rows: readonly KeyListRow[] },
): Promise<KnownFacts> {
  const products = await readProducts(tx, list.rows);
  const taken = await readTaken(tx, list.rows);
  return {
    productId: list.productId,
    productIdOf: (number) => products.get(numberIn(number) ?? 0),
    isTaken: (key) => taken.has(key),
  };
}

// A plan's number stands for its product: the stock is one for all plans, because the terms are the purchase's.
async function readProducts(tx: Tx, rows: readonly KeyListRow[]): Promise<Map<number, string>> {
  const numbers = [...new Set(rows.map((row) => row.product))].flatMap((text) => numberIn(text) ?? []);
  const found = await tx.catalogNumber.findMany({
    where: { number: { in: numbers } },
    select: { number: true, productId: true },
  });
  return new Map(found.map((row) => [row.number, row.productId]));
}

async function readTaken(tx: Tx, rows: readonly KeyListRow[]): Promise<Set<string>> {
  const byDigest = new Map(rows.map((row) => [lookupDigest(row.key).toString('hex'), row.key]));
  const digests = [...byDigest.keys()];
  const taken = new Set<string>();
  for (let from = 0; from < digests.length; from += KEYS_A_STATEMENT) {
    const some = digests.slice(from, from + KEYS_A_STATEMENT);
    const found = await tx.$queryRaw<{ digest: string }[]>`
      SELECT encode(k.digest, 'hex') AS digest FROM unnest(${some}::text[]) AS asked(digest)
      JOIN license_key k ON k.digest = decode(asked.digest, 'hex')`;
    for (const { digest } of found) taken.add(byDigest.get(digest) ?? '');
  }
  return taken;
}

function numberIn(text: string): number | undefined {
  if (!/^\d{1,10}$/.test(text)) return undefined;
  const number = Number(text);
  return number > 0 && number <= LARGEST_NUMBER ? number : undefined;
}
