import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';
import { escapeLike, hostOf } from '../db/search-text';

/** A host that software is activated on; `activations` is counted among the first 500 that fit. */
export type FoundHost = { host: string; activations: number };

const LEAST_LETTERS = 2;
const MOST_READ = 500;
const MOST_FOUND = 5;

/** Hosts that begin so, in the order of their letters. Fewer than two letters find nothing: that would be half the store. */
export async function findHosts(text: string): Promise<FoundHost[]> {
  const host = hostOf(text);
  if (host.length < LEAST_LETTERS) return [];
  return inListRead((tx) => tx.$queryRaw<FoundHost[]>(hostStatement(host)));
}

/** The statement itself. Read in the order of the index, so that the limit ends it early. */
export function hostStatement(host: string): Prisma.Sql {
  return Prisma.sql`
    SELECT host, count(*)::int AS activations
    FROM (
      SELECT rtrim(activation_host(a.label), '/') AS host FROM activation a
      WHERE activation_host(a.label) LIKE ${`${escapeLike(host)}%`} LIMIT ${MOST_READ}
    ) first_found
    WHERE host <> ''
    GROUP BY host ORDER BY host LIMIT ${MOST_FOUND}`;
}
