import pg from 'pg';
import { expect, test } from 'vitest';
import { moveClock } from '@/lib/cli/demo-clock';
import { env } from '@/lib/env';
import { useDatabase } from '../support/database';

useDatabase();

test('steps add up, and the running store is told', async () => {
  const listener = new pg.Client(env().databaseUrl);
  await listener.connect();
  try {
    await listener.query('LISTEN clock');
    const told = new Promise((resolve) => listener.once('notification', ({ channel }) => resolve(channel)));
    expect(await moveClock(86_400_000)).toBe(86_400_000);
    expect(await told).toBe('clock');
    expect(await moveClock(40 * 86_400_000)).toBe(41 * 86_400_000);
    const { rows } = await listener.query("SELECT value FROM store_state WHERE key = 'clock_offset_ms'");
    expect(rows).toEqual([{ value: 41 * 86_400_000 }]);
  } finally {
    await listener.end();
  }
});
