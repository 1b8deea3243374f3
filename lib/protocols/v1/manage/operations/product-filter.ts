import { listProductNames } from '../../../../catalog/list-product-names';

/** An id that no product has: a filter by a product that is not there fits nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The product of a number, as filters name it. */
export async function productIdOf(number: number | undefined): Promise<string | undefined> {
  if (number === undefined) return undefined;
  const products = await listProductNames();
  return products.find((product) => product.number === number)?.id ?? NOBODY;
}
