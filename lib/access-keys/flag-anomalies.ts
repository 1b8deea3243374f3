import { inTransaction, pool } from '../db/client';
import { raiseFlags, type Sighting } from './raise-flags';
import { takeWatchedKeys } from './watched-keys';

/** Days whose mean a day is compared with, how many times that is too much, and below which nobody is disturbed. */
const MEAN_DAYS = 7;
const TIMES = 3;
const FEWEST_CALLS = 20;
/** Minutes in which errors count as a burst, and how many it takes; they must be most of the calls. */
const BURST_MINUTES = 10;
const FEWEST_ERRORS = 20;

/**
 * Looks for unusual use among the keys that were used since the last time: more than three times the mean of the seven days
 * before, or a burst of errors. Each is told once a day (row 3.15).
 */
export async function flagAnomalies(at: Date): Promise<void> {
  const keyIds = takeWatchedKeys();
  if (keyIds.length === 0) return;
  const sightings = [...(await findBusy(keyIds, at)), ...(await findBursts(keyIds, at))];
  if (sightings.length > 0) await inTransaction((tx) => raiseFlags(tx, sightings));
}

async function findBusy(keyIds: string[], at: Date): Promise<Sighting[]> {
  const today = at.toISOString().slice(0, 10);
  const { rows } = await pool().query<{ keyId: string; calls: number; mean: number }>(
    `SELECT access_key_id AS "keyId", today::int AS calls, ceil(earlier::float8 / $3)::int AS mean
     FROM (
       SELECT access_key_id, sum(calls) FILTER (WHERE day = $2::date) AS today, sum(calls) FILTER (WHERE day < $2::date) AS earlier
       FROM access_day WHERE access_key_id = ANY ($1::uuid[]) AND day BETWEEN $2::date - $3::int AND $2::date
       GROUP BY access_key_id
     ) d
     WHERE today >= $4 AND earlier > 0 AND today * $3 > $5 * earlier`,
    [keyIds, today, MEAN_DAYS, FEWEST_CALLS, TIMES],
  );
  return rows.map(({ keyId, calls, mean }) => {
    return { kind: 'busy', keyId, at, mark: today, facts: { calls, mean }, told: { count: calls, most: mean } };
  });
}

async function findBursts(keyIds: string[], at: Date): Promise<Sighting[]> {
  const { rows } = await pool().query<{ keyId: string; errors: number; calls: number }>(
    `SELECT access_key_id AS "keyId", (count(*) FILTER (WHERE status >= 400))::int AS errors, count(*)::int AS calls
     FROM access_call
     WHERE access_key_id = ANY ($1::uuid[]) AND at > $2::timestamptz - $3::int * interval '1 minute' AND at <= $2::timestamptz
     GROUP BY access_key_id
     HAVING count(*) FILTER (WHERE status >= 400) >= $4 AND count(*) FILTER (WHERE status >= 400) * 2 > count(*)`,
    [keyIds, at, BURST_MINUTES, FEWEST_ERRORS],
  );
  const mark = at.toISOString().slice(0, 10);
  return rows.map(({ keyId, errors, calls }) => {
    return { kind: 'errors', keyId, at, mark, facts: { errors, calls }, told: { count: errors, most: calls } };
  });
}
