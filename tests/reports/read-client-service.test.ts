import { expect, test } from 'vitest';
import { shareText } from '@/app/admin/system/service-panel';
import { now } from '@/lib/clock';
import { pool } from '@/lib/db/client';
import { readClientService } from '@/lib/reports/read-client-service';
import { useDatabase } from '../support/database';

useDatabase();
const HOUR_MS = 3_600_000;
const ago = (hours: number) => new Date(now().getTime() - hours * HOUR_MS);

const log = (count: number, facts: { at: Date; outcome?: string; action?: string }) =>
  pool().query(
    `INSERT INTO request_log_entry (at, protocol, action, outcome, duration_us)
     SELECT $2, 'v1', $4, $3, n * 1000 FROM generate_series(1, $1::int) AS n`,
    [count, facts.at, facts.outcome ?? 'ok', facts.action ?? 'status'],
  );

test('an empty log says that nobody called', async () => {
  expect(await readClientService(ago(24))).toEqual({
    calls: 0,
    isExact: true,
    failed: 0,
    p50Ms: undefined,
    p99Ms: undefined,
    sampled: 0,
  });
});

test('only an error of the store counts as not answered, and only within the time', async () => {
  await log(50, { at: ago(30), outcome: 'internal' });
  await log(100, { at: ago(2) });
  await log(20, { at: ago(1), outcome: 'expired' });
  await log(5, { at: ago(1), outcome: 'internal' });
  expect(await readClientService(ago(24))).toMatchObject({ calls: 125, isExact: true, failed: 5, sampled: 125 });
  expect(await readClientService(ago(48))).toMatchObject({ calls: 175, failed: 55 });
});

test('times are those in which half and 99 of 100 calls were answered, whatever was not logged', async () => {
  await pool().query('DELETE FROM request_log_entry');
  await log(200, { at: ago(1) });
  await log(200, { at: ago(1), action: 'not_logged' });
  expect(await readClientService(ago(24))).toMatchObject({ p50Ms: 100, p99Ms: 198, sampled: 200 });
});

test('what is many is sampled over the whole time, and its number read from the lines', async () => {
  await pool().query('DELETE FROM request_log_entry');
  await log(60_000, { at: ago(1) });
  const service = await readClientService(ago(24));
  expect(service).toMatchObject({ calls: 60_000, isExact: false, sampled: 2_500 });
  expect(service.p50Ms).toBeGreaterThan(29_500);
  expect(service.p50Ms).toBeLessThan(30_500);
});

test('one failure among a million is never rounded away', () => {
  expect([shareText(1_000_000, 0), shareText(1_000_000, 1), shareText(8, 1)]).toEqual(['100 %', '99.999 %', '87.5 %']);
});
