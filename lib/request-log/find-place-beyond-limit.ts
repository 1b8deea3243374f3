import { db } from '../db/client';

/** An activation that is there and holds no place, because the limit of its licence was reduced below it. */
export type PlaceBeyondLimit = { licenceNumber: number; activationLimit: number };

type Asked = {
  customerId: string;
  instance: string;
  /** What the key opens; without either of them nothing is looked for. */
  licenceNumber: number | undefined;
  productNumber: number | undefined;
};

/** The activation of an instance beyond the limit of what a key opens, for the explanation of a call that it made. */
export async function findPlaceBeyondLimit(asked: Asked): Promise<PlaceBeyondLimit | undefined> {
  const { customerId, instance, licenceNumber, productNumber } = asked;
  if (instance === '' || (licenceNumber === undefined && productNumber === undefined)) return undefined;
  const resource =
    licenceNumber === undefined ? { product: { number: productNumber ?? 0 } } : { number: licenceNumber };
  const place = await db().activation.findFirst({
    where: { customerId, instance, overLimit: true, resource },
    select: { resource: { select: { number: true, activationLimit: true } } },
  });
  if (!place) return undefined;
  return { licenceNumber: place.resource.number, activationLimit: place.resource.activationLimit ?? 0 };
}
