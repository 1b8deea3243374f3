import { pool } from '../db/client';

/** What the store remembers under a key, or undefined. */
export async function readState(key: string): Promise<unknown> {
  const { rows } = await pool().query<{ value: unknown }>('SELECT value FROM store_state WHERE key = $1', [key]);
  return rows[0]?.value;
}

/** Remembers a value under a key, in place of an earlier one. */
export async function writeState(key: string, value: unknown): Promise<void> {
  await pool().query(
    `INSERT INTO store_state (key, value) VALUES ($1, $2::jsonb)
     ON CONFLICT (key) DO UPDATE SET value = EXCLUDED.value`,
    [key, JSON.stringify(value)],
  );
}
