import { beforeEach, describe, expect, test } from 'vitest';
import { flushAccessNotes } from '@/lib/access-keys/flush-notes';
import { periodOf } from '@/lib/access-keys/period';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { anAccessKey } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { manageCall } from '../support/manage-calls';

useDatabase();
beforeEach(() => forgetCallLimits());

const whoami = (key: string, address = '203.0.113.7') => manageCall(key, 'GET', '/whoami', undefined, { address });
const months = async (accessKeyId: string) => {
  await flushAccessNotes();
  return db().accessMonth.findMany({ where: { accessKeyId }, orderBy: { period: 'asc' } });
};

describe('the counter of a key', () => {
  test('1.19 five calls are five, and what was refused at the door is counted apart', async () => {
    const { value, key } = await anAccessKey({ plan: {}, facts: { rateCalls: 6, rateWindow: 'hour' } });
    for (let i = 0; i < 5; i++) await whoami(value);
    expect(await months(key.id)).toMatchObject([{ calls: 5, rejected: 0 }]);
    await manageCall(value, 'GET', '/api-keys/key_nobody');
    await whoami(value);
    await whoami(value);
    await db().accessKey.update({ where: { id: key.id }, data: { state: 'disabled' } });
    await whoami(value);
    // A call that its operation refused reached it: 404. The two at the limit and the one while disabled did not.
    expect(await months(key.id)).toMatchObject([{ calls: 6, rejected: 3 }]);
  });

  test('1.16 a restricted key reaches what it names and nothing else', async () => {
    const { value, key } = await anAccessKey({
      plan: {},
      facts: { access: 'restricted', operations: ['account.whoami'] },
    });
    expect((await whoami(value)).status).toBe(200);
    const refused = await manageCall(value, 'GET', '/api-keys');
    expect(`${refused.status} ${refused.json.code}`).toBe('403 insufficient_access');
    expect(refused.headers['www-authenticate']).toBe('Bearer error="insufficient_scope"');
    // It never reached its operation, and neither did it hurry nor have the wrong key.
    expect(await months(key.id)).toMatchObject([{ calls: 1, rejected: 0 }]);
    const days = await db().accessDay.findMany({ where: { accessKeyId: key.id }, orderBy: { status: 'asc' } });
    expect(days.map(({ operation, status, calls }) => `${operation} ${status} ${calls}`)).toEqual([
      'account.whoami 200 1',
      'keys.list 403 1',
    ]);
  });

  test('1.20 a counter above any number blocks nothing', async () => {
    const { value, key, customerId } = await anAccessKey({ plan: { monthlyCalls: 10 } });
    const period = periodOf(now(), 'UTC').id;
    await db().accessMonth.create({ data: { accessKeyId: key.id, customerId, period, calls: 2_000_000_000 } });
    expect((await whoami(value)).status).toBe(200);
    expect(await months(key.id)).toMatchObject([{ calls: 2_000_000_001 }]);
  });

  test('1.22 counter and quota turn over at the same instant, and no job is needed for it', async () => {
    const { value, key, customerId } = await anAccessKey({ plan: { monthlyCalls: 1 } });
    expect((await whoami(value)).status).toBe(200);
    expect((await whoami(value)).status).toBe(429);
    const { id: period, endsAt } = periodOf(now(), 'UTC');
    setClockOffsetMs(endsAt.getTime() - Date.parse(now().toISOString()) + 1_000);
    expect((await whoami(value)).status).toBe(200);
    const next = periodOf(now(), 'UTC').id;
    expect(next).not.toBe(period);
    expect(await months(key.id)).toMatchObject([
      { period, calls: 1, rejected: 1 },
      { period: next, calls: 1, rejected: 0 },
    ]);
    const spent = await db().accessQuota.findMany({ where: { customerId }, orderBy: { period: 'asc' } });
    expect(spent).toMatchObject([
      { period, calls: 1 },
      { period: next, calls: 1 },
    ]);
    setClockOffsetMs(0);
  });

  test('1.22 the month begins where the billing zone says', async () => {
    expect(periodOf(new Date('2026-11-30T23:30:00Z'), 'UTC')).toMatchObject({ id: '2026-11' });
    const vienna = periodOf(new Date('2026-11-30T23:30:00Z'), 'Europe/Vienna');
    expect(vienna).toEqual({ id: '2026-12', endsAt: new Date('2026-12-31T23:00:00Z') });
    // October ends in winter time although it began in summer time.
    expect(periodOf(new Date('2026-10-02T00:00:00Z'), 'Europe/Vienna').endsAt).toEqual(
      new Date('2026-10-31T23:00:00Z'),
    );
    await saveStoreSettings({ billingZone: 'Pacific/Kiritimati' }, bySystem);
    const { value } = await anAccessKey({ plan: { monthlyCalls: 5 } });
    const quota = await manageCall(value, 'GET', '/quota');
    expect(quota.json).toMatchObject({ used: 1, remaining: 4, period: periodOf(now(), 'Pacific/Kiritimati').id });
    expect(new Date(quota.json.resets_at).getUTCHours()).toBe(10);
    await saveStoreSettings({ billingZone: 'UTC' }, bySystem);
  });

  test('1.19 counts that could not be written wait for the next try', async () => {
    const { value, key } = await anAccessKey({ plan: {} });
    await whoami(value);
    await db().$executeRaw`ALTER TABLE access_day RENAME TO access_day_away`;
    await expect(flushAccessNotes()).rejects.toThrow();
    await db().$executeRaw`ALTER TABLE access_day_away RENAME TO access_day`;
    await whoami(value);
    expect(await months(key.id)).toMatchObject([{ calls: 2 }]);
    expect(await db().accessNetwork.findMany({ where: { accessKeyId: key.id } })).toMatchObject([{ calls: 2 }]);
  });
});

test('a call is remembered with what it asked, and without its query', async () => {
  const { value, key, customerId } = await anAccessKey({ kind: 'standard', plan: {} });
  const answer = await manageCall(undefined, 'GET', `/whoami?api_key=${value}`);
  await flushAccessNotes();
  const [row] = await db().accessCall.findMany({ where: { accessKeyId: key.id } });
  expect(row).toMatchObject({
    requestId: answer.headers['x-request-id'],
    customerId,
    operation: 'account.whoami',
    path: '/api/v1/whoami',
    status: 200,
    outcome: 'ok',
    address: '203.0.113.7',
  });
  expect(JSON.stringify({ ...row, id: '' })).not.toContain(value.slice(0, 12));
});

test('the last use is written at the first call, and at most once a minute', async () => {
  const { value, key } = await anAccessKey({ plan: {} });
  const used = async (address: string) => {
    await whoami(value, address);
    await flushAccessNotes();
    return db().accessKey.findUniqueOrThrow({ where: { id: key.id } });
  };
  const first = await used('203.0.113.7');
  expect(first).toMatchObject({ lastUsedFrom: '203.0.113.7' });
  expect((await used('203.0.113.8')).lastUsedAt).toEqual(first.lastUsedAt);
  setClockOffsetMs(61_000);
  expect(await used('203.0.113.8')).toMatchObject({ lastUsedFrom: '203.0.113.8' });
  setClockOffsetMs(0);
});
