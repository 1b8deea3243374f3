import { db } from '../db/client';

export type ProductName = { id: string; number: number; title: string };

/** Every product by its title, on sale or not: for a choice, so nothing is counted or read besides. */
export function listProductNames(): Promise<ProductName[]> {
  return db().product.findMany({
    orderBy: [{ title: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true, title: true },
  });
}
