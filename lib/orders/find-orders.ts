import { db } from '../db/client';
import { wholeNumber } from '../db/search-text';

export type FoundOrder = { number: number; customerEmail: string };

/** The order with this number, as a list of one or none: what an admin types into a search over everything. */
export async function findOrders(text: string): Promise<FoundOrder[]> {
  const number = wholeNumber(text);
  if (number === undefined) return [];
  const row = await db().order.findUnique({
    where: { number },
    select: { number: true, customer: { select: { email: true } } },
  });
  return row ? [{ number: row.number, customerEmail: row.customer.email }] : [];
}
