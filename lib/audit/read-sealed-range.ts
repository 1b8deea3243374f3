import { createHmac } from 'node:crypto';
import type { Tx } from '../db/client';
import { derivedKey } from '../secrets/keyring';

/** The entries of a range as one digest over the digest of the seal before it. */
export type RangeDigest = { entries: number; digest: Buffer };

/** Before the first seal there is nothing to cover. */
export const NO_SEAL = Buffer.alloc(32);

/**
 * The keyed digest (HMAC-SHA-256 under the audit key) of the entries from `fromId` to `toId`, both included, following
 * `previous`. What PostgreSQL writes of a row is the same text on every server: times in UTC, JSON in its stored order.
 */
export async function digestRange(
  tx: Tx,
  range: { fromId: bigint; toId: bigint; previous: Buffer },
): Promise<RangeDigest> {
  const { fromId, toId, previous } = range;
  // As one text: thousands of rows would each be taken apart by the driver and by Prisma, while clients wait for their answers.
  const [found] = await tx.$queryRaw<{ entries: number; lines: string }[]>`
    SELECT count(*)::int AS entries, coalesce(string_agg(E'\\n' || line, '' ORDER BY id), '') AS lines FROM (
      SELECT id, json_build_array(id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), actor_kind, actor_id, via,
        address, action, object_kind, object_id, before, after)::text AS line
      FROM audit_entry WHERE id BETWEEN ${fromId} AND ${toId}) sealed`;
  const { entries, lines } = found ?? { entries: 0, lines: '' };
  const hmac = createHmac('sha256', derivedKey('audit')).update(previous).update(`${fromId}|${toId}|${entries}`);
  return { entries, digest: hmac.update(lines).digest() };
}
