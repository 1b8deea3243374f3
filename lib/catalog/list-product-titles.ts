import { db } from '../db/client';

/** Every product of the store by its title, on sale or not: for a choice among them. */
export function listProductTitles(): Promise<{ id: string; number: number; title: string }[]> {
  return db().product.findMany({
    orderBy: [{ title: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true, title: true },
  });
}
