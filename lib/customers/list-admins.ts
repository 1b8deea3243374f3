import { db } from '../db/client';
import { COUNTING } from './second-factor';

/** Somebody who may open the administration, as the others see them. */
export type ListedAdmin = {
  id: string;
  number: number;
  email: string;
  name: string | null;
  disabledAt: Date | null;
  hasFactor: boolean;
  /** When any browser of theirs was last here; undefined: never. */
  lastSeenAt: Date | undefined;
};

/** Everybody with the role of admin, the first account first; disabled accounts too. */
export async function listAdmins(): Promise<ListedAdmin[]> {
  const found = await db().customer.findMany({
    where: { role: 'admin' },
    orderBy: { number: 'asc' },
    include: {
      factors: { where: COUNTING, select: { id: true }, take: 1 },
      sessions: { orderBy: { lastSeenAt: 'desc' }, select: { lastSeenAt: true }, take: 1 },
    },
  });
  return found.map(({ id, number, email, name, disabledAt, factors, sessions }) => ({
    id,
    number,
    email,
    name,
    disabledAt,
    hasFactor: factors.length > 0,
    lastSeenAt: sessions[0]?.lastSeenAt,
  }));
}
