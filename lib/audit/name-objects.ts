import { db } from '../db/client';
import { isUuid } from '../db/uuid';

/** An object that an entry is about, as people know it, if it is still there. */
export type NamedObject =
  | { kind: 'order' | 'api_resource' | 'product'; number: number }
  | { kind: 'customer'; number: number; email: string }
  | { kind: 'release'; id: string; productNumber: number; version: string };

type Told = { objectKind: string; objectId: string };

/** The objects of some entries by `kind id`. What is gone, or has no page, is not among them. */
export async function nameObjects(entries: Told[]): Promise<Map<string, NamedObject>> {
  const ids = (kind: string) => {
    const ofKind = entries.filter(({ objectKind, objectId }) => objectKind === kind && isUuid(objectId));
    return { id: { in: [...new Set(ofKind.map(({ objectId }) => objectId))] } };
  };
  const numbered = { id: true, number: true } as const;
  const [orders, resources, products, customers, releases] = await Promise.all([
    db().order.findMany({ where: ids('order'), select: numbered }),
    db().apiResource.findMany({ where: ids('api_resource'), select: numbered }),
    db().product.findMany({ where: ids('product'), select: numbered }),
    db().customer.findMany({ where: ids('customer'), select: { ...numbered, email: true } }),
    db().release.findMany({
      where: ids('release'),
      select: { id: true, version: true, product: { select: { number: true } } },
    }),
  ]);
  return new Map<string, NamedObject>([
    ...orders.map(({ id, number }) => [nameOf('order', id), { kind: 'order' as const, number }] as const),
    ...resources.map(
      ({ id, number }) => [nameOf('api_resource', id), { kind: 'api_resource' as const, number }] as const,
    ),
    ...products.map(({ id, number }) => [nameOf('product', id), { kind: 'product' as const, number }] as const),
    ...customers.map(
      ({ id, number, email }) => [nameOf('customer', id), { kind: 'customer' as const, number, email }] as const,
    ),
    ...releases.map(
      ({ id, version, product }) =>
        [nameOf('release', id), { kind: 'release' as const, id, version, productNumber: product.number }] as const,
    ),
  ]);
}

/** How `nameObjects` calls an object. */
export function nameOf(objectKind: string, objectId: string): string {
  return `${objectKind} ${objectId}`;
}
