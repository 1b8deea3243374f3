import { addressNetwork } from '../address-block';
import { hotPool, inTransaction, type Tx } from '../db/client';
import { storableJson } from '../db/storable-json';
import { recentStoreSettings } from '../settings/recent-store-settings';
import { auditRefusals } from './audit-refusals';
import {
  type AccessNotes,
  type CountedCalls,
  type KeyUse,
  type NotedAccessCall,
  putBackCounts,
  takeAccessNotes,
} from './note-call';
import { periodOf } from './period';
import { raiseFlags, type Sighting } from './raise-flags';
import { watchKeys } from './watched-keys';

const IDLE_DAYS = 60;

/**
 * Counts, lists and, where a key was turned away, audits the calls noted since the last time. Counts that cannot be written
 * wait for the next try; the list of calls is an observation and may be lost.
 */
export async function flushAccessNotes(): Promise<void> {
  const taken = takeAccessNotes();
  if (taken.counts.size > 0) await writeCounts(taken);
  if (taken.calls.length > 0) await listCalls(taken.calls);
  await auditRefusals(taken.calls);
}

async function writeCounts({ counts, uses }: AccessNotes): Promise<void> {
  try {
    const { billingZone } = await recentStoreSettings();
    const counted = [...counts.values()];
    await inTransaction(async (tx) => {
      await countMonths(tx, counted, billingZone);
      await countDays(tx, counted);
      await noteUses(tx, [...uses.values()]);
    });
    watchKeys(counted.map(({ keyId }) => keyId));
  } catch (error) {
    putBackCounts({ counts, uses });
    throw error;
  }
}

// Each list in the order of its key, so that two processes never wait for each other.
async function countMonths(tx: Tx, counted: CountedCalls[], zone: string): Promise<void> {
  const rows = sumBy(
    counted.map((one) => ({
      key: one.keyId,
      customer: one.customerId,
      period: periodOf(one.at, zone).id,
      calls: one.isAdmitted ? one.calls : 0,
      rejected: isRejected(one) ? one.calls : 0,
    })),
    ({ key, period }) => `${key} ${period}`,
  );
  await tx.$executeRaw`
    INSERT INTO access_month AS m (access_key_id, period, customer_id, calls, rejected)
    SELECT key, period, customer, calls, rejected
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS c(key uuid, period text, customer uuid, calls int, rejected int)
    WHERE calls > 0 OR rejected > 0 ORDER BY key, period
    ON CONFLICT (access_key_id, period) DO UPDATE
      SET calls = m.calls + excluded.calls, rejected = m.rejected + excluded.rejected`;
}

/** A call that was turned away at the door over its key or its hurry; what an operation refused has been a call (row 1.19). */
function isRejected({ isAdmitted, status }: CountedCalls): boolean {
  return !isAdmitted && (status === 401 || status === 429);
}

async function countDays(tx: Tx, counted: CountedCalls[]): Promise<void> {
  const rows = sumBy(
    counted.map(({ keyId: key, customerId: customer, at, operation, status, calls }) => {
      return { key, customer, day: at.toISOString().slice(0, 10), operation, status, calls, rejected: 0 };
    }),
    ({ key, day, operation, status }) => `${key} ${day} ${operation} ${status}`,
  );
  await tx.$executeRaw`
    INSERT INTO access_day AS d (access_key_id, day, operation, status, customer_id, calls)
    SELECT key, day, operation, status, customer, calls
    FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS c(key uuid, customer uuid, day date, operation text, status int, calls int)
    ORDER BY key, day, operation, status
    ON CONFLICT (access_key_id, day, operation, status) DO UPDATE SET calls = d.calls + excluded.calls`;
}

function sumBy<Row extends { calls: number; rejected: number }>(rows: Row[], nameOf: (row: Row) => string): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const name = nameOf(row);
    const sum = sums.get(name);
    if (sum) Object.assign(sum, { calls: sum.calls + row.calls, rejected: sum.rejected + row.rejected });
    else sums.set(name, row);
  }
  return [...sums.values()];
}

/** Last use, written at most once a minute, and networks; both may be worth telling the owner. */
async function noteUses(tx: Tx, uses: KeyUse[]): Promise<void> {
  if (uses.length === 0) return;
  const json = JSON.stringify(
    uses.map(({ keyId, address, firstAt, lastAt, calls }) => {
      return { key: keyId, address, block: addressNetwork(address), first_at: firstAt, last_at: lastAt, calls };
    }),
  );
  const woken = await noteLastUses(tx, json);
  const strange = await noteNetworks(tx, json);
  await raiseFlags(tx, [...woken, ...strange]);
}

async function noteLastUses(tx: Tx, json: string): Promise<Sighting[]> {
  const rows = await tx.$queryRaw<{ keyId: string; at: Date; address: string; idleDays: number | null }[]>`
    WITH used AS (
      SELECT DISTINCT ON (key) key, first_at, last_at, address
      FROM json_to_recordset(${json}::json) AS u(key uuid, address text, first_at timestamptz, last_at timestamptz)
      ORDER BY key, last_at DESC
    ), before AS (
      SELECT k.id, k.last_used_at FROM access_key k JOIN used ON used.key = k.id
      WHERE k.last_used_at IS NULL OR k.last_used_at <= used.last_at - interval '1 minute'
      ORDER BY k.id FOR NO KEY UPDATE OF k
    )
    UPDATE access_key k SET last_used_at = used.last_at, last_used_from = used.address
    FROM used, before
    WHERE k.id = used.key AND before.id = k.id
    RETURNING k.id AS "keyId", used.first_at AS at, used.address,
      extract(epoch FROM used.first_at - before.last_used_at)::float8 / 86400 AS "idleDays"`;
  return rows
    .filter(({ idleDays }) => idleDays !== null && idleDays >= IDLE_DAYS)
    .map(({ keyId, at, address, idleDays }) => {
      const days = Math.floor(idleDays ?? 0);
      const mark = at.toISOString().slice(0, 10);
      return { kind: 'woken', keyId, at, mark, facts: { address, idle_days: days }, told: { address, count: days } };
    });
}

// The first network of a key is where it lives; only those after it are worth a word.
async function noteNetworks(tx: Tx, json: string): Promise<Sighting[]> {
  const rows = await tx.$queryRaw<{ keyId: string; at: Date; block: string; address: string }[]>`
    WITH used AS (
      SELECT key, block, min(address) AS address, min(first_at) AS first_at, max(last_at) AS last_at, sum(calls)::int AS calls
      FROM json_to_recordset(${json}::json)
        AS u(key uuid, address text, block text, first_at timestamptz, last_at timestamptz, calls int)
      GROUP BY key, block
    ), home AS (
      SELECT DISTINCT ON (key) key, block FROM used
      WHERE NOT EXISTS (SELECT FROM access_network n WHERE n.access_key_id = used.key) ORDER BY key, first_at, block
    ), old AS (
      SELECT n.access_key_id AS key, n.block FROM access_network n JOIN used ON used.key = n.access_key_id AND used.block = n.block
    ), written AS (
      INSERT INTO access_network AS n (access_key_id, block, first_seen_at, last_seen_at, calls)
      SELECT key, block, first_at, last_at, calls FROM used ORDER BY key, block
      ON CONFLICT (access_key_id, block) DO UPDATE
        SET last_seen_at = greatest(n.last_seen_at, excluded.last_seen_at), calls = n.calls + excluded.calls
    )
    SELECT used.key AS "keyId", used.first_at AS at, used.block, used.address
    FROM used
    WHERE NOT EXISTS (SELECT FROM old WHERE old.key = used.key AND old.block = used.block)
      AND NOT EXISTS (SELECT FROM home WHERE home.key = used.key AND home.block = used.block)`;
  return rows.map(({ keyId, at, block, address }) => {
    return { kind: 'new_network', keyId, at, mark: block, facts: { address }, told: { address } };
  });
}

async function listCalls(calls: NotedAccessCall[]): Promise<void> {
  await hotPool().query({
    name: 'write_access_calls',
    text: `INSERT INTO access_call (at, request_id, access_key_id, customer_id, operation, method, path, status, outcome, address,
             user_agent, duration_us)
           SELECT at, "requestId", "keyId", "customerId", operation, left(method, 20), left(path, 400), status, outcome, address,
             left("userAgent", 190), "durationUs"
           FROM json_to_recordset($1) AS call(at timestamptz, "requestId" text, "keyId" uuid, "customerId" uuid, operation text,
             method text, path text, status int, outcome text, address text, "userAgent" text, "durationUs" int)`,
    values: [storableJson(calls)],
  });
}
