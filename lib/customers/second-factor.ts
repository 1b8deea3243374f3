import { db, type Tx } from '../db/client';

export type ListedFactor = {
  id: string;
  kind: 'totp' | 'passkey';
  name: string;
  createdAt: Date;
  lastUsedAt: Date | null;
};

/** What makes a row count: an authenticator app whose first code was never typed in protects nothing. */
export const COUNTING = { confirmedAt: { not: null } };

const MAX_NAME = 60;
/** Enough for every device a person has; a bound, so that nobody fills the table. */
export const MAX_FACTORS = 20;

/** The second factors of a person, oldest first. */
export async function listFactors(customerId: string): Promise<ListedFactor[]> {
  return db().secondFactor.findMany({
    where: { customerId, ...COUNTING },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, kind: true, name: true, createdAt: true, lastUsedAt: true },
  });
}

/** Whether the account asks for a second factor. */
export async function hasFactor(customerId: string): Promise<boolean> {
  return (await db().secondFactor.count({ where: { customerId, ...COUNTING }, take: 1 })) > 0;
}

/** A factor's name as it is kept: what the person called it, or `fallback`. */
export function factorName(typed: string, fallback: string): string {
  const name = typed.replace(/\p{Cc}/gu, ' ').trim();
  return [...(name || fallback)].slice(0, MAX_NAME).join('');
}

/** Holds the factors of a person for the caller's transaction: of two changes at once the second sees the first. */
export async function lockFactors(tx: Tx, customerId: string): Promise<number> {
  await tx.$queryRaw`SELECT 1 FROM customer WHERE id = ${customerId}::uuid FOR NO KEY UPDATE`;
  return tx.secondFactor.count({ where: { customerId, ...COUNTING } });
}
