import type { Actor } from '../audit/record-audit';
import { createProduct } from '../catalog/create-product';
import { publishRelease } from '../catalog/publish-release';
import { createCustomer } from '../customers/create-customer';
import { inTransaction, type Tx } from '../db/client';
import type { ImportDocument } from './import-document';
import { importOrder } from './import-order';

export type ImportResult =
  | { ok: true; products: number; customers: number; orders: number }
  | { ok: false; where: string; reason: string };

/** Ends the transaction with the refusal of one row; everything before it is undone. */
class RowRefused extends Error {
  constructor(
    readonly where: string,
    readonly reason: string,
  ) {
    super(`${where}: ${reason}`);
  }
}

/**
 * Brings another store's products, customers, orders and keys in, in one transaction: all of it or nothing. Numbers and keys
 * are kept as they are, and sequences move above the numbers. The first row that does not fit is named.
 */
export async function importStore(document: ImportDocument, at: Date, actor: Actor): Promise<ImportResult> {
  try {
    await inTransaction(async (tx) => {
      for (const product of document.products) await importProduct(tx, product, at);
      for (const customer of document.customers) await importCustomer(tx, customer, at, actor);
    });
  } catch (error) {
    if (error instanceof RowRefused) return { ok: false, where: error.where, reason: error.reason };
    throw error;
  }
  const orders = document.customers.reduce((sum, customer) => sum + customer.orders.length, 0);
  return { ok: true, products: document.products.length, customers: document.customers.length, orders };
}

async function importProduct(tx: Tx, facts: ImportDocument['products'][number], at: Date): Promise<void> {
  const where = `product ${facts.number}`;
  const { releases, ...product } = withoutUndefined(facts);
  const made = await createProduct(tx, product, at);
  if (!made.ok) throw new RowRefused(where, made.reason);
  for (const release of releases) {
    const published = await publishRelease(tx, { ...release, productId: made.product.id, artifacts: [] }, at);
    if (!published.ok) throw new RowRefused(`${where}, release ${release.version}`, published.reason);
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
  if (!made.ok) throw new RowRefused(`customer ${facts.email}`, made.reason);
  for (const order of orders) {
    const owner = { customerId: made.customer.id, actor, ...(masterApiKey === undefined ? {} : { masterApiKey }) };
    const imported = await importOrder(tx, owner, order);
    if (!imported.ok) throw new RowRefused(`order ${order.number}`, imported.reason);
  }
}

// zod says "undefined" for what was left out; the functions above want it left out.
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> };
function withoutUndefined<T extends object>(facts: T): Present<T> {
  // Only keys whose value is undefined are gone, which is what the type says.
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Present<T>;
}
