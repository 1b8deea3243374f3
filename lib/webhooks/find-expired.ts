import type { Tx } from '../db/client';
import type { Happening } from './happening';

/** Licences whose term, grace included, ended after `from` and not after `to`. Suspended ones are told of as well. */
export async function findExpired(tx: Tx, from: Date, to: Date): Promise<Happening[]> {
  if (from >= to) return [];
  // Each half is one range of an index. A licence that was extended since has no end in the range any more.
  const rows = await tx.$queryRaw<{ id: string; endedAt: Date }[]>`
    SELECT id, "endedAt" FROM (
      SELECT id, expires_at AS "endedAt", revoked_at FROM api_resource
      WHERE expires_at > ${from} AND expires_at <= ${to} AND (grace_until IS NULL OR grace_until <= expires_at)
      UNION ALL
      SELECT id, grace_until, revoked_at FROM api_resource
      WHERE grace_until > ${from} AND grace_until <= ${to} AND grace_until > expires_at
    ) ended
    WHERE revoked_at IS NULL ORDER BY "endedAt", id`;
  return rows.map(({ id, endedAt }) => ({
    type: 'licence.expired',
    source: `expired:${id}:${endedAt.toISOString()}`,
    at: endedAt,
    about: { kind: 'api_resource', id },
  }));
}
