import { db } from '../db/client';

/** When the customer last fetched each of these files by a link of their own; files never fetched are left out. */
export async function readLastDownloads(customerId: string, artifactIds: string[]): Promise<Map<string, Date>> {
  const found = await db().downloadEntry.groupBy({
    by: ['artifactId'],
    where: { customerId, artifactId: { in: artifactIds }, way: 'link', outcome: 'served' },
    _max: { lastAt: true },
  });
  return new Map(
    found.flatMap(({ artifactId, _max }) => (artifactId && _max.lastAt ? [[artifactId, _max.lastAt] as const] : [])),
  );
}
