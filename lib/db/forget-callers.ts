import { addressNetwork } from '../address-block';
import { pool } from './client';

/** Whose lines: of the licence keys with these hints, of these developer keys, and the person's own downloads. */
export type Callers = { customerId: string; keyHints: string[]; accessKeyIds: string[] };

/** Small enough that a batch is over before anybody waits for it. */
const BATCH = 5_000;

type Line = { id: string; at: Date; address: string };
type Part = {
  log: 'request_log_entry' | 'access_call' | 'download_entry';
  /** An index has it and then the cursor. */
  of: string;
  cursor: 'at' | 'id';
  begin: string;
  values: string[];
};

/**
 * Keeps of the addresses in the logs of one person's calls only the network (/24, or /48 of IPv6), and nothing of what
 * called. Done again, it changes what came since. Resolves to how many lines that were.
 */
export async function forgetCallers({ customerId, keyHints, accessKeyIds }: Callers): Promise<number> {
  const parts: Part[] = [
    { log: 'request_log_entry', of: 'key_hint', cursor: 'at', begin: '-infinity', values: keyHints },
    { log: 'access_call', of: 'access_key_id', cursor: 'id', begin: '0', values: accessKeyIds },
    { log: 'download_entry', of: 'customer_id', cursor: 'at', begin: '-infinity', values: [customerId] },
  ];
  let changed = 0;
  for (const part of parts) {
    for (const value of part.values) changed += await forgetPart(part, value, customerId);
  }
  return changed;
}

async function forgetPart({ log, of, cursor, begin }: Part, value: string, customerId: string): Promise<number> {
  let from: string | Date = begin;
  for (let changed = 0; ; ) {
    // Two people's keys may have one hint.
    const { rows }: { rows: Line[] } = await pool().query<Line>(
      `SELECT id, at, address FROM ${log}
       WHERE ${of} = $1 AND customer_id = $2 AND ${cursor} >= $3
         AND (user_agent <> '' OR (address <> '' AND address NOT LIKE '%/%'))
       ORDER BY ${cursor} LIMIT $4`,
      [value, customerId, from, BATCH],
    );
    const last = rows.at(-1);
    if (!last) return changed;
    await pool().query(
      `UPDATE ${log} l SET address = given.network, user_agent = ''
       FROM unnest($1::bigint[], $2::text[]) AS given (id, network) WHERE l.id = given.id`,
      [rows.map(({ id }) => id), rows.map(({ address }) => networkOrNothing(address))],
    );
    changed += rows.length;
    from = last[cursor];
  }
}

// What is no address has no network; kept as it is, it would be found for ever.
function networkOrNothing(address: string): string {
  const network = addressNetwork(address);
  return network.includes('/') ? network : '';
}
