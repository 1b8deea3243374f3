import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { customerWhere } from './customer-filter';

export type FoundCustomer = { number: number; email: string; name: string | null };

const LEAST_LETTERS = 2;
const MOST_FOUND = 5;

/** A few customers as their list would find them, by their addresses. Fewer than two letters find nobody. */
export async function findCustomers(text: string): Promise<FoundCustomer[]> {
  const typed = text.trim();
  if (typed.length < LEAST_LETTERS) return [];
  return inListRead((tx) => tx.$queryRaw<FoundCustomer[]>(customerStatement(typed)));
}

/** The statement itself. */
export function customerStatement(typed: string): Prisma.Sql {
  return Prisma.sql`
    SELECT c.number, c.email, c.name FROM customer c
    WHERE ${customerWhere({ text: typed })} ORDER BY c.email LIMIT ${MOST_FOUND}`;
}
