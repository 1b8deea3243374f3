import { db } from '../db/client';
import { lookupDigest } from '../secrets/lookup-digest';

/** What a pasted key belongs to, in the numbers of our own addresses. */
export type FoundByKey =
  /** The master API key of a customer. */
  | { kind: 'customer'; customerNumber: number }
  /** A product order API key or an associated key: it opens one API Resource. */
  | { kind: 'licence'; licenceNumber: number; orderNumber: number | undefined; customerNumber: number }
  /** An associated key that waits in stock. */
  | { kind: 'stock'; productNumber: number };

const LONGEST_KEY = 190;

/**
 * What a text opens, if it is a key that the store knows: disabled and replaced ones too, for an admin asks about those
 * most. Found by its digest alone; the text goes nowhere else, neither into a log nor into an address.
 */
export async function findByKey(text: string): Promise<FoundByKey | undefined> {
  const key = text.trim();
  if (key === '' || key.length > LONGEST_KEY) return undefined;
  const row = await db().licenseKey.findUnique({
    where: { digest: new Uint8Array(lookupDigest(key)) },
    select: {
      customer: { select: { number: true } },
      resource: { select: { number: true, orderNumber: true } },
      product: { select: { number: true } },
    },
  });
  if (!row) return undefined;
  const { customer, resource, product } = row;
  if (customer && resource) {
    const { number: licenceNumber, orderNumber } = resource;
    return { kind: 'licence', licenceNumber, orderNumber: orderNumber ?? undefined, customerNumber: customer.number };
  }
  if (customer) return { kind: 'customer', customerNumber: customer.number };
  return product ? { kind: 'stock', productNumber: product.number } : undefined;
}
