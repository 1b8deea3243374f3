import { addressNetwork } from '../address-block';
import { pool } from './client';

/** The logs that keep where a call came from. */
const LOGS = ['request_log_entry', 'access_call', 'download_entry'] as const;
/** Small enough that a batch is over before anybody waits for it. */
const BATCH = 5_000;

type Line = { id: string; at: Date; address: string };

/**
 * Keeps of the addresses in the logs between two instants only the network (/24, or /48 of IPv6), oldest first, and resolves
 * to how many lines that were. Done again, or by several processes at once, it changes nothing more.
 */
export async function shortenAddresses(span: { from: Date; before: Date }, batch = BATCH): Promise<number> {
  let shortened = 0;
  for (const log of LOGS) shortened += await shortenLog(log, span, batch);
  return shortened;
}

async function shortenLog(
  log: (typeof LOGS)[number],
  span: { from: Date; before: Date },
  batch: number,
): Promise<number> {
  let { from } = span;
  for (let shortened = 0; ; ) {
    const { rows } = await pool().query<Line>(
      `SELECT id, at, address FROM ${log}
       WHERE at >= $1 AND at < $2 AND address <> '' AND address NOT LIKE '%/%' ORDER BY at LIMIT $3`,
      [from, span.before, batch],
    );
    const last = rows.at(-1);
    if (!last) return shortened;
    await pool().query(
      `UPDATE ${log} l SET address = given.network
       FROM unnest($1::bigint[], $2::text[]) AS given (id, network) WHERE l.id = given.id`,
      [rows.map(({ id }) => id), rows.map(({ address }) => networkOrNothing(address))],
    );
    shortened += rows.length;
    from = last.at;
  }
}

// What is no address has no network; kept as it is, it would be found for ever.
function networkOrNothing(address: string): string {
  const network = addressNetwork(address);
  return network.includes('/') ? network : '';
}
