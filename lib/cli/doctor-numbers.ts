import { pool } from '../db/client';
import type { Finding } from './doctor-finding';

// As far as an import may go (lib/orders/import-document.ts); int4 ends a little above.
const NEAR_THE_END = 2_000_000_000;
const END = 2_147_483_647;

/** Whether the sequences of wire numbers have room: at its end one gives nothing out any more, and every sale fails after it was paid. */
export async function lookAtNumbers(): Promise<Finding> {
  const name = 'Numbers';
  const { rows } = await pool().query<{ sequence: string; last: string }>(
    `SELECT sequencename AS sequence, last_value AS last FROM pg_sequences
     WHERE schemaname = current_schema() AND max_value = $1 AND last_value > $2 ORDER BY sequencename`,
    [END, NEAR_THE_END],
  );
  if (rows.length === 0) return { name, isWell: true, text: 'every sequence of numbers has room' };
  const each = rows.map(({ sequence, last }) => `${sequence} is at ${last} of ${END}`);
  const text = `${each.join(', ')}: set it back by hand to the highest number in use, or sales will fail after they were paid`;
  return { name, isWell: false, text };
}
