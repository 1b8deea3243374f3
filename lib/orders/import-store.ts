import type { Actor } from '../audit/record-audit';
import { createProduct } from '../catalog/create-product';
import { publishRelease } from '../catalog/publish-release';
import { inTransaction, type Tx } from '../db/client';
import { raiseSequencesLast } from '../db/raise-sequence';
import { importAssociatedKeys } from './import-associated-keys';
import { importCustomer } from './import-customer';
import type { ImportDocument } from './import-document';
import { atRow, type RefusedRow, RowsRefused, refusedRows } from './import-refusal';
import { rateImportedKeys } from './rate-import-keys';
import { readImportFacts } from './read-import-facts';

export type ImportResult =
  | {
      ok: true;
      products: number;
      customers: number;
      orders: number;
      /** Associated keys that were not here before. */
      associatedApiKeys: number;
      /** How many of the document's associated keys can be guessed. */
      weakKeys: number;
      /** How many of all its keys installed software sends otherwise than they stand there. */
      alteredKeys: number;
    }
  | { ok: false; rows: RefusedRow[] };

/** How many customers of the document have been brought in. */
export type Progress = (done: number, of: number) => void;

type Bringing = { at: Date; actor: Actor; onProgress: Progress };

// A customer takes some hundredths of a second, so this is for about a million of them.
const LONGEST_MS = 12 * 60 * 60_000;

/**
 * Brings another store's products, customers, orders and keys in, in one transaction: all of it or nothing. Numbers and keys
 * are kept as they are, and sequences move above the numbers. The first row that does not fit is named; of the associated keys
 * every such row. A document of associated keys alone may be brought again and adds nothing then.
 */
export async function importStore(
  document: ImportDocument,
  at: Date,
  actor: Actor,
  onProgress: Progress = () => {},
): Promise<ImportResult> {
  let added = 0;
  try {
    const work = (tx: Tx) => raiseSequencesLast(tx, () => importAll(tx, document, { at, actor, onProgress }));
    added = await inTransaction(work, { longestMs: LONGEST_MS });
  } catch (error) {
    const rows = refusedRows(error);
    if (!rows) throw error;
    return { ok: false, rows };
  }
  const orders = document.customers.flatMap((customer) => customer.orders);
  const { ofItems, weak, altered } = rateImportedKeys(document);
  return {
    ok: true,
    products: document.products.length,
    customers: document.customers.length,
    orders: orders.length,
    associatedApiKeys: added + ofItems,
    weakKeys: weak,
    alteredKeys: altered,
  };
}

/** Answers how many keys of the table were new. */
async function importAll(tx: Tx, document: ImportDocument, bringing: Bringing): Promise<number> {
  const { products, customers, associatedApiKeys } = document;
  const { at, actor, onProgress } = bringing;
  for (const product of products) await importProduct(tx, product, at);
  const facts = await readImportFacts(tx, document);
  for (const [i, customer] of customers.entries()) {
    await importCustomer(tx, customer, { facts, at, actor });
    onProgress(i + 1, customers.length);
  }
  const { added, refused } = await atRow('associated keys', () =>
    importAssociatedKeys(tx, { keys: associatedApiKeys, at, actor }),
  );
  if (refused.length > 0) throw new RowsRefused(refused);
  return added;
}

async function importProduct(tx: Tx, facts: ImportDocument['products'][number], at: Date): Promise<void> {
  const where = `product ${facts.number}`;
  const { releases, ...product } = withoutUndefined(facts);
  const made = await atRow(where, () => createProduct(tx, product, at));
  if (!made.ok) throw new RowsRefused([{ where, reason: made.reason }]);
  for (const release of releases) {
    const row = `${where}, release ${release.version}`;
    const wish = { ...withoutUndefined(release), productId: made.product.id, artifacts: [] };
    const published = await atRow(row, () => publishRelease(tx, wish, at));
    if (!published.ok) throw new RowsRefused([{ where: row, reason: published.reason }]);
  }
}

// zod says "undefined" for what was left out; the functions above want it left out.
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
function withoutUndefined<T extends object>(facts: T): Present<T> {
  // Only keys whose value is undefined are gone, which is what the type says.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>;
}
