import { inTransaction, type Tx } from '../db/client';
import { mailKeyNotice } from './mail-key-notice';
import { type SeenSecret, takeMarks, type UnknownSecret } from './note-marks';
import { type QuotaShare, TOLD_SHARES, takeQuotaShares } from './note-quota-share';
import { raiseFlag } from './raise-flags';

/**
 * Writes what the guard noted on the side: values seen in a URL or sent in clear, values that opened a key once, and owners
 * who have come to a share of their quota. All of it can be noted again at the next call, so what fails is not kept.
 */
export async function flushMarks(): Promise<void> {
  const { inUrl, inClear, unknown } = takeMarks();
  if (inUrl.length > 0) await inTransaction((tx) => markKeys(tx, 'seen_in_url_at', inUrl));
  if (inClear.length > 0) await inTransaction((tx) => markKeys(tx, 'sent_in_clear_at', inClear));
  if (unknown.size > 0) await inTransaction((tx) => noteDeadSecrets(tx, [...unknown.values()]));
  for (const share of takeQuotaShares()) await inTransaction((tx) => tellShare(tx, share));
}

async function markKeys(tx: Tx, column: 'seen_in_url_at' | 'sent_in_clear_at', seen: SeenSecret[]): Promise<void> {
  const json = JSON.stringify(seen.map(({ digest, at }) => ({ digest: digest.toString('hex'), at })));
  // The column is one of two names written here; a minute's worth of marks is one write.
  await tx.$executeRawUnsafe(
    `UPDATE access_key k SET ${column} = seen.at
     FROM (
       SELECT s.access_key_id AS id, max(m.at) AS at
       FROM json_to_recordset($1::json) AS m(digest text, at timestamptz)
       JOIN access_secret s ON s.digest = decode(m.digest, 'hex') GROUP BY s.access_key_id ORDER BY s.access_key_id
     ) seen
     WHERE k.id = seen.id AND (k.${column} IS NULL OR k.${column} <= seen.at - interval '1 minute')`,
    json,
  );
}

type Died = { sid: string; name: string; prefix: string; customerId: string; at: Date; address: string; times: number };

/** A value that opened a key once is in use somewhere: a forgotten deployment, or somebody who should not have it. */
async function noteDeadSecrets(tx: Tx, unknown: (UnknownSecret & { times: number })[]): Promise<void> {
  const json = JSON.stringify(
    unknown.map(({ digest, address, at, times }) => ({ digest: digest.toString('hex'), address, at, times })),
  );
  const seen = await tx.$queryRaw<Died[]>`
    WITH held AS (
      SELECT d.digest, u.at, u.address, u.times
      FROM json_to_recordset(${json}::json) AS u(digest text, at timestamptz, address text, times int)
      JOIN dead_access_secret d ON d.digest = decode(u.digest, 'hex') ORDER BY d.digest FOR NO KEY UPDATE OF d
    )
    UPDATE dead_access_secret d SET seen_at = held.at, seen_from = held.address, seen_times = d.seen_times + held.times
    FROM held WHERE d.digest = held.digest
    RETURNING d.sid, d.name, d.prefix, d.customer_id AS "customerId", held.at, held.address, d.seen_times AS times`;
  for (const { at, address, times, ...key } of seen) {
    const mark = `${at.toISOString().slice(0, 10)} ${address}`;
    const told = { address, count: times };
    await raiseFlag(tx, key, { kind: 'dead_key_used', at, mark, facts: { address, uses: times }, told });
  }
}

/** Tells an owner at 80 and at 100 percent of the quota, each once a month (row 1.23). */
async function tellShare(tx: Tx, { customerId, period, spent, limit, endsAt, at }: QuotaShare): Promise<void> {
  const reached = TOLD_SHARES.filter((share) => spent * 100 >= limit * share).at(-1);
  if (reached === undefined) return;
  const { count } = await tx.accessQuota.updateMany({
    where: { customerId, period, toldAt: { lt: reached } },
    data: { toldAt: reached },
  });
  const owner =
    count === 0 ? null : await tx.customer.findUnique({ where: { id: customerId }, select: { email: true } });
  if (!owner) return;
  const event = reached === 100 ? 'quota_100' : 'quota_80';
  const notice = { to: owner.email, at, event, count: spent, most: limit, until: endsAt.toISOString() } as const;
  await mailKeyNotice(tx, notice, `quota|${customerId}|${period}|${reached}`);
}
