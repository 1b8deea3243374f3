import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { readActivity } from '@/lib/reports/read-activity';
import { reportDays } from '@/lib/reports/report-days';
import { sumClosedDays } from '@/lib/reports/sum-closed-days';
import { dropOldCalls } from '@/lib/request-log/drop-old-calls';
import { useDatabase } from '../support/database';

useDatabase();

const at = new Date('2026-11-21T10:00:00Z');
const week = reportDays(7, at);
beforeEach(async () => {
  await db().$executeRaw`TRUNCATE request_log_entry, daily_sum`;
});

function called(moment: string, outcome: string) {
  const row = { protocol: 'wc-am', action: 'activate', durationUs: 500 };
  return db().requestLogEntry.create({ data: { ...row, at: new Date(moment), outcome } });
}

function noted(moment: string, action: string) {
  const row = { actorKind: 'client', objectKind: 'activation', objectId: crypto.randomUUID() };
  return db().auditEntry.create({ data: { ...row, at: new Date(moment), action } });
}

test('a store that nobody has called tells a zero for each day', async () => {
  const told = await readActivity(week);
  expect(told.map(({ day }) => day)).toEqual(week.days);
  expect(told.every((day) => day.activations + day.deactivations + day.served === 0)).toBe(true);
});

test('refusals are counted by reason; an inactive status and a repeat that went well are none', async () => {
  for (const outcome of ['ok', 'ok_again', 'ok_replayed', 'inactive', 'unlicensed', 'limit_reached', 'limit_reached']) {
    await called('2026-11-20T12:00:00Z', outcome);
  }
  await called('2026-11-21T09:00:00Z', 'expired');
  await called('2026-11-21T10:00:00.001Z', 'expired');
  const told = await readActivity(week);
  expect(told.at(-2)).toMatchObject({ served: 5, refused: { limit_reached: 2 } });
  expect(told.at(-1)).toMatchObject({ served: 0, refused: { expired: 1 } });
});

test('a closed day keeps its numbers when the log forgets it, and tells the same before and after it is summed', async () => {
  await called('2026-11-16T12:00:00Z', 'limit_reached');
  await called('2026-11-16T23:59:59.999Z', 'ok');
  await called('2026-11-21T09:00:00Z', 'expired');
  const before = await readActivity(week);
  await sumClosedDays(at);
  expect(await readActivity(week)).toEqual(before);
  await dropOldCalls(new Date('2026-11-21T00:00:00Z'));
  expect(await readActivity(week)).toEqual(before);
  expect(before[1]).toMatchObject({ served: 1, refused: { limit_reached: 1 } });
});

test('each day is summed once, also by two processes at once and when days went by without a call', async () => {
  await called('2026-11-10T12:00:00Z', 'expired');
  const summed = await Promise.all([sumClosedDays(at), sumClosedDays(at)]);
  expect(summed[0] + summed[1]).toBe(11);
  expect(await db().dailySum.count({ where: { kind: 'day.closed' } })).toBe(11);
  expect(await db().dailySum.findMany({ where: { kind: 'call.refused' } })).toMatchObject([
    { name: 'expired', count: 1 },
  ]);
  expect(await sumClosedDays(at)).toBe(0);
});

test('a day that has just ended waits for late lines before it is summed', async () => {
  await called('2026-11-20T12:00:00Z', 'expired');
  expect(await sumClosedDays(new Date('2026-11-21T00:10:00Z'))).toBe(0);
  expect(await sumClosedDays(new Date('2026-11-21T00:15:00Z'))).toBe(1);
});

test('activations and deactivations are counted whoever made them', async () => {
  await noted('2026-11-19T12:00:00Z', 'activation.create');
  await noted('2026-11-19T13:00:00Z', 'activation.create');
  await noted('2026-11-19T14:00:00Z', 'activation.delete');
  await noted('2026-11-19T14:00:00Z', 'settings.save');
  expect((await readActivity(week)).find(({ day }) => day === '2026-11-19')).toMatchObject({
    activations: 2,
    deactivations: 1,
  });
});
