import { db } from '../db/client';
import { wholeNumber } from '../db/search-text';

export type FoundLicence = { number: number; productTitle: string; customerEmail: string };

/** The licence with this number, as a list of one or none: what an admin types into a search over everything. */
export async function findLicences(text: string): Promise<FoundLicence[]> {
  const number = wholeNumber(text);
  if (number === undefined) return [];
  const row = await db().apiResource.findUnique({
    where: { number },
    select: { number: true, product: { select: { title: true } }, customer: { select: { email: true } } },
  });
  return row ? [{ number: row.number, productTitle: row.product.title, customerEmail: row.customer.email }] : [];
}
