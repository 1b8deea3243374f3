import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { escapeLike } from '../db/search-text';

export type FoundCustomer = { number: number; email: string; name: string | null };

const LEAST_LETTERS = 2;
const MOST_FOUND = 5;
const MOST_READ = 500;

/**
 * Customers whose address begins so, or who have words in name and company that begin so, by their addresses. Fewer than
 * two letters find nobody.
 */
export async function findCustomers(text: string): Promise<FoundCustomer[]> {
  const typed = text.trim().toLowerCase();
  if (typed.length < LEAST_LETTERS) return [];
  return inListRead((tx) => tx.$queryRaw<FoundCustomer[]>(customerStatement(typed)));
}

/** The statement itself: each way to be found goes through its own index. */
export function customerStatement(typed: string): Prisma.Sql {
  const words = typed.match(/[\p{L}\p{N}]+/gu) ?? [];
  const byWords = words.map((word) => `${word}:*`).join(' & ');
  const start = `${escapeLike(typed)}%`;
  return Prisma.sql`
    SELECT c.number, c.email, c.name FROM customer c
    WHERE c.id = ANY (ARRAY (SELECT id FROM customer WHERE email LIKE ${start} LIMIT ${MOST_READ}))
      OR c.id = ANY (ARRAY (SELECT id FROM customer
        WHERE customer_words(name, company) @@ to_tsquery('simple', ${byWords}) LIMIT ${MOST_READ}))
    ORDER BY c.email LIMIT ${MOST_FOUND}`;
}
