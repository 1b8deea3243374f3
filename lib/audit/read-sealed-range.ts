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
  const rows = await tx.$queryRaw<{ line: string }[]>`
    SELECT json_build_array(id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), actor_kind, actor_id, via,
      address, action, object_kind, object_id, before, after)::text AS line
    FROM audit_entry WHERE id BETWEEN ${fromId} AND ${toId} ORDER BY id`;
  const hmac = createHmac('sha256', derivedKey('audit')).update(previous).update(`${fromId}|${toId}|${rows.length}`);
  for (const { line } of rows) hmac.update('\n').update(line);
  return { entries: rows.length, digest: hmac.digest() };
}
