import { db } from '../db/client';

/** A product with every name by which client software may ask for it. */
export type AskedNames = { id: string; number: number; title: string; names: string[] };

/** Every product by its title, with its own number, those of its plans, and its legacy title. */
export async function listAskedNames(): Promise<AskedNames[]> {
  const rows = await db().product.findMany({
    orderBy: [{ title: 'asc' }, { number: 'asc' }],
    select: { id: true, number: true, title: true, legacyTitle: true, plans: { select: { number: true } } },
  });
  return rows.map(({ id, number, title, legacyTitle, plans }) => {
    const names = [number, ...plans.map((plan) => plan.number)].map(String);
    return { id, number, title, names: [...new Set(legacyTitle ? [...names, legacyTitle] : names)] };
  });
}
