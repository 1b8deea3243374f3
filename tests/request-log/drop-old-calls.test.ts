import { expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { dropOldCalls } from '@/lib/request-log/drop-old-calls';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';

useDatabase();

const DAY_MS = 86_400_000;
const daysAgo = (days: number) => new Date(AT.getTime() - days * DAY_MS);

async function logged(days: number[]): Promise<void> {
  await db().requestLogEntry.createMany({
    data: days.map((each) => ({
      at: daysAgo(each),
      protocol: 'wc-am',
      action: 'status',
      outcome: 'ok',
      durationUs: 1,
      instance: `day-${each}`,
    })),
  });
}

test('what is older than the days kept goes, batch by batch; the rest stays', async () => {
  await logged([0, 29, 30, 31, 32, 33, 34, 35]);
  expect(await dropOldCalls(daysAgo(30), 2)).toBe(5);
  const kept = await db().requestLogEntry.findMany({ orderBy: { at: 'desc' } });
  expect(kept.map((row) => row.instance)).toEqual(['day-0', 'day-29', 'day-30']);
});

test('two processes at once delete each line once', async () => {
  await logged(Array.from({ length: 40 }, () => 60));
  const dropped = await Promise.all([dropOldCalls(daysAgo(50), 7), dropOldCalls(daysAgo(50), 7)]);
  expect(await db().requestLogEntry.count({ where: { instance: 'day-60' } })).toBe(0);
  expect(dropped[0] + dropped[1]).toBe(40);
});

test('the old lines are found by the index on their time', async () => {
  const client = await pool().connect();
  try {
    await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `EXPLAIN SELECT id FROM request_log_entry WHERE at < now() ORDER BY at LIMIT 5000 FOR UPDATE SKIP LOCKED`,
    );
    const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(plan).toContain('request_log_entry_at_idx');
    expect(plan).not.toContain('Sort');
  } finally {
    client.release(true);
  }
});
