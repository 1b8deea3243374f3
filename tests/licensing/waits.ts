import { expect, vi } from 'vitest';
import { pool } from '@/lib/db/client';

/** Returns once so many statements of this database wait for another one's lock. */
export async function untilWaiting(count: number): Promise<void> {
  const text = `SELECT count(*)::int AS waiting FROM pg_stat_activity
    WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`;
  await vi.waitFor(async () => expect((await pool().query<{ waiting: number }>(text)).rows[0]?.waiting).toBe(count), {
    interval: 5,
    timeout: 20_000,
  });
}

/** Holds what `text` locks until the answered function is called. */
export async function holdLock(text: string, values: unknown[]): Promise<() => Promise<void>> {
  const client = await pool().connect();
  await client.query('BEGIN');
  await client.query(text, values);
  return async () => {
    await client.query('ROLLBACK');
    client.release();
  };
}
