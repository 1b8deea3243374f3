import { pool } from '../db/client';

/** How client software was served in a stretch of time. */
export type ClientService = {
  /** Calls; exact up to 50,000, beyond that as many as their numbers in the log tell. */
  calls: number;
  isExact: boolean;
  /** Calls that ended in an error of ours. A refusal is an answer. */
  failed: number;
  /** Milliseconds in which half and 99 of 100 were answered; undefined without a call. */
  p50Ms: number | undefined;
  p99Ms: number | undefined;
  /** How many calls the two were taken from, spread over the whole time. */
  sampled: number;
};

const COUNTED = 50_000;
const SAMPLED = 2_500;

/**
 * Reads how calls were served from `from` on, by index alone: a log of millions of lines answers within a tenth of a second.
 * So what is many is told from the numbers of the lines, and times from a sample.
 */
export async function readClientService(from: Date): Promise<ClientService> {
  const { rows } = await pool().query<{ first: string | null; last: string | null; counted: number; failed: number }>(
    `SELECT (SELECT id FROM request_log_entry WHERE at >= $1 ORDER BY at, id LIMIT 1) AS first,
       (SELECT id FROM request_log_entry WHERE at >= $1 ORDER BY at DESC, id DESC LIMIT 1) AS last,
       (SELECT count(*)::int FROM (SELECT 1 FROM request_log_entry WHERE at >= $1 AND action <> 'not_logged' LIMIT $2) AS line) AS counted,
       (SELECT count(*)::int FROM request_log_entry WHERE at >= $1 AND outcome = 'internal') AS failed`,
    [from, COUNTED + 1],
  );
  const { first, last, counted = 0, failed = 0 } = rows[0] ?? {};
  if (!first || !last || counted === 0) return { ...NOTHING, failed };
  const isExact = counted <= COUNTED;
  const span = Number(last) - Number(first) + 1;
  const calls = isExact ? counted : Math.max(counted, span);
  return { calls, isExact, failed, ...(await readTimes(Number(first), span)) };
}

const NOTHING = { calls: 0, isExact: true, failed: 0, p50Ms: undefined, p99Ms: undefined, sampled: 0 };

async function readTimes(first: number, span: number): Promise<Pick<ClientService, 'p50Ms' | 'p99Ms' | 'sampled'>> {
  const step = Math.max(1, Math.floor(span / SAMPLED));
  const { rows } = await pool().query<{ times: (number | null)[] | null; sampled: number }>(
    `SELECT percentile_disc(ARRAY[0.5, 0.99]) WITHIN GROUP (ORDER BY duration_us) AS times, count(*)::int AS sampled
     FROM request_log_entry
     WHERE id = ANY(ARRAY(SELECT generate_series($1::bigint, $1::bigint + $2::bigint - 1, $3::bigint))) AND action <> 'not_logged'`,
    [first, span, step],
  );
  const [p50, p99] = rows[0]?.times ?? [];
  const ms = (us: number | null | undefined) => (us === null || us === undefined ? undefined : us / 1_000);
  return { p50Ms: ms(p50), p99Ms: ms(p99), sampled: rows[0]?.sampled ?? 0 };
}
