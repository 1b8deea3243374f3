import { checkRows } from '../licensing/check-key-list';
import { isWeakKey } from '../licensing/estimate-key-entropy';
import type { ImportDocument } from './import-document';

/** How many associated keys come with items, how many of all associated keys can be guessed, and how many keys are altered on the way. */
export function rateImportedKeys({ customers, associatedApiKeys }: ImportDocument): {
  ofItems: number;
  weak: number;
  altered: number;
} {
  const items = customers.flatMap((customer) => customer.orders.flatMap((order) => order.items));
  const ofItems = items.flatMap((item) => item.associatedApiKeys);
  const associated = [...ofItems, ...associatedApiKeys.map((row) => row.key)];
  const masters = customers.flatMap((customer) => customer.masterApiKey ?? []);
  const ofOrders = items.flatMap((item) => item.productOrderApiKey ?? []);
  return {
    ofItems: ofItems.length,
    weak: new Set(associated.filter((key) => isWeakKey(key))).size,
    altered: countAltered([...masters, ...ofOrders, ...associated]),
  };
}

// Only the warning is wanted of the check that a list for the stock goes through; every key is a different one here.
function countAltered(keys: readonly string[]): number {
  const rows = [...new Set(keys)].map((key, i) => ({ line: i + 1, key, product: '', isBroken: false }));
  const known = { productId: 'any', productIdOf: () => undefined, isTaken: () => false };
  return checkRows(rows, known).warnings.filter(({ note }) => note === 'altered').length;
}
