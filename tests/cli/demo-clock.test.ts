import pg from 'pg';
import { beforeEach, expect, test } from 'vitest';
import { moveClock } from '@/lib/cli/demo-clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { useDatabase } from '../support/database';

useDatabase();

const DAY = 86_400_000;
const keptOffset = () => db().$queryRaw`SELECT value FROM store_state WHERE key = 'clock_offset_ms'`;

beforeEach(async () => {
  await db().$executeRaw`DELETE FROM store_state WHERE key = 'clock_offset_ms'`;
});

test('steps add up, and the running store is told', async () => {
  const listener = new pg.Client(env().databaseUrl);
  await listener.connect();
  try {
    await listener.query('LISTEN clock');
    const told = new Promise((resolve) => listener.once('notification', ({ channel }) => resolve(channel)));
    expect(await moveClock(DAY)).toBe(DAY);
    expect(await told).toBe('clock');
    expect(await moveClock(40 * DAY)).toBe(41 * DAY);
    expect(await keptOffset()).toEqual([{ value: 41 * DAY }]);
  } finally {
    await listener.end();
  }
});

test('the clock goes at most ten years ahead, in one step or in several, and a refused step writes nothing', async () => {
  const none = 'at most 10 years (3650 days) ahead of real time, and it is not ahead yet.';
  await expect(moveClock(3651 * DAY)).rejects.toThrow(none);
  await expect(moveClock(Number.POSITIVE_INFINITY)).rejects.toThrow(none);
  expect(await keptOffset()).toEqual([]);

  await moveClock(3649 * DAY + 61 * 60_000);
  const ahead = 'and it is already 3649 days, 1 hour and 1 minute ahead.';
  await expect(moveClock(DAY)).rejects.toThrow(ahead);
  await expect(moveClock(99_999 * DAY)).rejects.toThrow(ahead);
  expect(await keptOffset()).toEqual([{ value: 3649 * DAY + 61 * 60_000 }]);
  expect(await moveClock(22 * 3_600_000)).toBe(3649 * DAY + 61 * 60_000 + 22 * 3_600_000);
});

test('two steps at once do not pass the limit together', async () => {
  const steps = await Promise.allSettled([moveClock(2000 * DAY), moveClock(2000 * DAY)]);
  expect(steps.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await keptOffset()).toEqual([{ value: 2000 * DAY }]);
});
