import type { AskedNames } from '@/lib/catalog/list-asked-names';

/** The names that client software has for a product, by the product's own number as a text. */
export function namesByNumber(products: AskedNames[]): Map<string, string[]> {
  return new Map(products.map(({ number, names }) => [String(number), names]));
}

/** The product that a client named, by its title; a name that no product has stands as it came. */
export function titleOf(products: AskedNames[], asked: string): string {
  return products.find(({ names }) => names.includes(asked))?.title ?? asked;
}
