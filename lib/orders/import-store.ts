import type { Actor } from '../audit/record-audit';
import { createProduct } from '../catalog/create-product';
import { publishRelease } from '../catalog/publish-release';
import { createCustomer } from '../customers/create-customer';
import { inTransaction, type Tx } from '../db/client';
import { isWeakKey } from '../licensing/estimate-key-entropy';
import { importAssociatedKeys, type RefusedRow } from './import-associated-keys';
import type { ImportDocument } from './import-document';
import { importOrder } from './import-order';

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
    }
  | { ok: false; rows: RefusedRow[] };

/** Ends the transaction with the refusal of some rows; everything before them is undone. */
class RowsRefused extends Error {
  constructor(readonly rows: RefusedRow[]) {
    super(rows.map(({ where, reason }) => `${where}: ${reason}`).join(', '));
  }
}

/**
 * Brings another store's products, customers, orders and keys in, in one transaction: all of it or nothing. Numbers and keys
 * are kept as they are, and sequences move above the numbers. The first row that does not fit is named; of the associated keys
 * every such row. A document of associated keys alone may be brought again and adds nothing then.
 */
export async function importStore(document: ImportDocument, at: Date, actor: Actor): Promise<ImportResult> {
  let keys = 0;
  try {
    keys = await inTransaction(async (tx) => {
      for (const product of document.products) await importProduct(tx, product, at);
      for (const customer of document.customers) await importCustomer(tx, customer, at, actor);
      const { added, refused } = await importAssociatedKeys(tx, { keys: document.associatedApiKeys, at, actor });
      if (refused.length > 0) throw new RowsRefused(refused);
      return added;
    });
  } catch (error) {
    if (error instanceof RowsRefused) return { ok: false, rows: error.rows };
    throw error;
  }
  const orders = document.customers.flatMap((customer) => customer.orders);
  const ofItems = orders.flatMap((order) => order.items.flatMap((item) => item.associatedApiKeys));
  const weak = [...ofItems, ...document.associatedApiKeys.map((row) => row.key)].filter((key) => isWeakKey(key));
  return {
    ok: true,
    products: document.products.length,
    customers: document.customers.length,
    orders: orders.length,
    associatedApiKeys: keys + ofItems.length,
    weakKeys: new Set(weak).size,
  };
}

async function importProduct(tx: Tx, facts: ImportDocument['products'][number], at: Date): Promise<void> {
  const where = `product ${facts.number}`;
  const { releases, ...product } = withoutUndefined(facts);
  const made = await createProduct(tx, product, at);
  if (!made.ok) throw new RowsRefused([{ where: where, reason: made.reason }]);
  for (const release of releases) {
    const published = await publishRelease(
      tx,
      { ...withoutUndefined(release), productId: made.product.id, artifacts: [] },
      at,
    );
    if (!published.ok)
      throw new RowsRefused([{ where: `${where}, release ${release.version}`, reason: published.reason }]);
  }
}

async function importCustomer(
  tx: Tx,
  facts: ImportDocument['customers'][number],
  at: Date,
  actor: Actor,
): Promise<void> {
  const { orders, masterApiKey, ...person } = withoutUndefined(facts);
  const made = await createCustomer(tx, { ...person, isEmailVerified: true, at, actor });
  if (!made.ok) throw new RowsRefused([{ where: `customer ${facts.email}`, reason: made.reason }]);
  for (const order of orders) {
    const owner = { customerId: made.customer.id, actor, ...(masterApiKey === undefined ? {} : { masterApiKey }) };
    const imported = await importOrder(tx, owner, order);
    if (!imported.ok) throw new RowsRefused([{ where: `order ${order.number}`, reason: imported.reason }]);
  }
}

// zod says "undefined" for what was left out; the functions above want it left out.
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
function withoutUndefined<T extends object>(facts: T): Present<T> {
  // Only keys whose value is undefined are gone, which is what the type says.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>;
}
