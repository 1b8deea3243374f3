import { db } from '../db/client';
import { escapeLike } from '../db/search-text';

export type FoundProduct = { number: number; title: string };

const MOST_FOUND = 5;
const LEAST_LETTERS = 2;

/** Products whose title has this text in it, or whose own number or that of a plan it is. A store has few products. */
export async function findProducts(text: string): Promise<FoundProduct[]> {
  const digits = /^#?(\d{1,9})$/.exec(text)?.[1];
  const byNumber =
    digits === undefined ? [] : [{ number: Number(digits) }, { plans: { some: { number: Number(digits) } } }];
  // Prisma leaves the signs of a LIKE pattern as they are.
  const byTitle =
    text.length < LEAST_LETTERS ? [] : [{ title: { contains: escapeLike(text), mode: 'insensitive' as const } }];
  if (byNumber.length + byTitle.length === 0) return [];
  return db().product.findMany({
    where: { OR: [...byNumber, ...byTitle] },
    orderBy: [{ title: 'asc' }, { number: 'asc' }],
    take: MOST_FOUND,
    select: { number: true, title: true },
  });
}
