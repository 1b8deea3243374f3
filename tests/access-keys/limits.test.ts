import { beforeEach, describe, expect, test } from 'vitest';
import { flushMarks } from '@/lib/access-keys/flush-marks';
import { levelCallLimits } from '@/lib/call-limits/level-buckets';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { spendAccess } from '@/lib/db/spend-access';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { anAccessKey, givePlan } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { manageCall } from '../support/manage-calls';

useDatabase();
beforeEach(() => forgetCallLimits());

const MINUTE_MS = 60_000;
const whoami = (key: string, address = '203.0.113.7') => manageCall(key, 'GET', '/whoami', undefined, { address });
const codeOf = async (answer: ReturnType<typeof manageCall>) => {
  const { status, json } = await answer;
  return `${status} ${json?.code ?? 'ok'}`;
};
const standing = (headers: Record<string, string>, name: string) =>
  new RegExp(`"${name}";r=(\\d+);t=(\\d+)`)
    .exec(headers.ratelimit ?? '')
    ?.slice(1)
    .map(Number);

describe('rates', () => {
  test('3.09 a key, its owner and its address each have a rate, told in every answer', async () => {
    const { value } = await anAccessKey({ plan: { callsPerMinute: 300 } });
    const { headers } = await whoami(value);
    expect(headers['ratelimit-policy']).toBe('"key";q=60;w=60, "user";q=300;w=60, "address";q=1000;w=60');
    expect(headers.ratelimit).toBe('"key";r=59;t=1, "user";r=299;t=1, "address";r=999;t=1');
    expect(standing((await whoami(value)).headers, 'key')?.[0]).toBeLessThan(60);
  });

  test('3.08 a key with three calls a minute is refused the fourth, and told when to come back', async () => {
    const { value } = await anAccessKey({ plan: {}, facts: { rateCalls: 3, rateWindow: 'minute' } });
    for (let i = 0; i < 3; i++) expect(await codeOf(whoami(value))).toBe('200 ok');
    const answer = await whoami(value);
    expect(`${answer.status} ${answer.json.code}`).toBe('429 rate_limited');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(20);
    expect(standing(answer.headers, 'key')?.[0]).toBe(0);
    const later = now();
    setClockOffsetMs(21_000);
    expect(now().getTime() - later.getTime()).toBeGreaterThan(20_000);
    expect(await codeOf(whoami(value))).toBe('200 ok');
    setClockOffsetMs(0);
  });

  test('3.08 a rate may be by the second, the hour or the day', async () => {
    for (const [rateWindow, seconds] of [
      ['second', 1],
      ['hour', 3_600],
      ['day', 86_400],
    ] as const) {
      const { value } = await anAccessKey({ plan: {}, facts: { rateCalls: 2, rateWindow } });
      // At once: what is asked within an instant is not paid back by the time the machine takes.
      const answers = await Promise.all([whoami(value), whoami(value), whoami(value)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429]);
      expect(answers[0]?.headers['ratelimit-policy']).toContain(`"key";q=2;w=${seconds}`);
    }
  });

  test('3.08 all keys of an owner share the rate of the plan, and nobody else does', async () => {
    const { value, customerId } = await anAccessKey({ plan: { callsPerMinute: 3 } });
    const other = await anAccessKey({ customerId });
    const stranger = await anAccessKey({ plan: {} });
    for (const key of [value, other.value, value]) expect(await codeOf(whoami(key))).toBe('200 ok');
    expect(await codeOf(whoami(other.value))).toBe('429 rate_limited');
    expect(await codeOf(whoami(stranger.value))).toBe('200 ok');
  });

  test('3.09 an address has a rate over all keys; a refused call costs the key nothing', async () => {
    await saveStoreSettings({ addressCallsPerMinute: 2 }, bySystem);
    const one = await anAccessKey({ plan: {} });
    const two = await anAccessKey({ plan: {} });
    expect(await codeOf(whoami(one.value))).toBe('200 ok');
    expect(await codeOf(whoami(two.value))).toBe('200 ok');
    expect(await codeOf(whoami(one.value))).toBe('429 rate_limited');
    const elsewhere = await whoami(one.value, '198.51.100.9');
    expect(standing(elsewhere.headers, 'key')?.[0]).toBeGreaterThanOrEqual(58);
    await saveStoreSettings({ addressCallsPerMinute: 1_000 }, bySystem);
  });

  test('a rate by the day is still known to a process that started since', async () => {
    const { value } = await anAccessKey({ plan: {}, facts: { rateCalls: 4, rateWindow: 'day' } });
    for (let i = 0; i < 3; i++) await whoami(value);
    await levelCallLimits();
    forgetCallLimits();
    await whoami(value);
    await levelCallLimits();
    expect(await codeOf(whoami(value))).toBe('429 rate_limited');
  });
});

describe('the monthly quota', () => {
  test('1.23 with a quota of three the fourth call is refused until the 1st', async () => {
    const { value, customerId } = await anAccessKey({ plan: { monthlyCalls: 3 } });
    for (const left of [2, 1, 0]) expect(standing((await whoami(value)).headers, 'quota')?.[0]).toBe(left);
    const answer = await whoami(value);
    expect(`${answer.status} ${answer.json.code}`).toBe('429 quota_exceeded');
    const at = now();
    const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
    expect(Math.abs(Number(answer.headers['retry-after']) * 1000 - (first - at.getTime()))).toBeLessThan(5_000);
    const [row] = await db().accessQuota.findMany({ where: { customerId } });
    expect(row?.calls).toBe(3);
    setClockOffsetMs(first - at.getTime());
    expect(await codeOf(whoami(value))).toBe('200 ok');
    setClockOffsetMs(0);
  });

  test('1.23 the owner is told at 80 and at 100 percent, each once', async () => {
    const { value, customerId } = await anAccessKey({ plan: { monthlyCalls: 10 } });
    const { email } = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
    const told = async () => {
      await flushMarks();
      const mails = await db().outboxEntry.findMany({ where: { payload: { path: ['to'], equals: email } } });
      return mails.map(({ payload }) => JSON.stringify(payload).match(/quota_\d+/)?.[0]).sort();
    };
    for (let i = 0; i < 7; i++) await whoami(value);
    expect(await told()).toEqual([]);
    await whoami(value);
    expect(await told()).toEqual(['quota_80']);
    await whoami(value);
    expect(await told()).toEqual(['quota_80']);
    await whoami(value);
    await whoami(value);
    expect(await told()).toEqual(['quota_100', 'quota_80']);
  });

  test('1.23 of fifty calls at once at the last three, three are granted', async () => {
    const { value, customerId } = await anAccessKey({
      plan: { monthlyCalls: 3, callsPerMinute: 1_000 },
      facts: { rateCalls: 1_000, rateWindow: 'minute' },
    });
    const answers = await Promise.all(Array.from({ length: 50 }, () => codeOf(whoami(value))));
    expect(answers.filter((answer) => answer === '200 ok')).toHaveLength(3);
    expect(answers.filter((answer) => answer === '429 quota_exceeded')).toHaveLength(47);
    expect(await db().accessQuota.findFirst({ where: { customerId } })).toMatchObject({ calls: 3 });
  });

  test('1.23 several processes pay from one quota exactly', async () => {
    const { customerId } = await anAccessKey();
    const calls = Array.from({ length: 4 }, () => ({
      counter: 'quota' as const,
      id: customerId,
      period: '2026-11',
      limit: 30,
    }));
    // Each list is what one process sends; they meet at the same row.
    const lists = await Promise.all(Array.from({ length: 12 }, () => spendAccess(calls)));
    expect(lists.flat().filter(({ isGranted }) => isGranted)).toHaveLength(30);
    expect(await db().accessQuota.findFirst({ where: { customerId } })).toMatchObject({ calls: 30 });
  });

  test('1.23 a larger plan holds at the next call', async () => {
    const { value, customerId } = await anAccessKey({ plan: { monthlyCalls: 1 } });
    await whoami(value);
    expect(await codeOf(whoami(value))).toBe('429 quota_exceeded');
    await givePlan(customerId, { monthlyCalls: 2 });
    expect(await codeOf(whoami(value))).toBe('200 ok');
    expect(await codeOf(whoami(value))).toBe('429 quota_exceeded');
  });

  test('3.08 a key’s own monthly cap blocks that key alone, and costs the account nothing', async () => {
    const { value, customerId, key } = await anAccessKey({ plan: { monthlyCalls: 100 }, facts: { monthlyCap: 2 } });
    const other = await anAccessKey({ customerId });
    const answers = await Promise.all(Array.from({ length: 5 }, () => codeOf(whoami(value))));
    expect(answers.filter((answer) => answer === '200 ok')).toHaveLength(2);
    expect(await codeOf(whoami(value))).toBe('429 quota_exceeded');
    expect(await codeOf(whoami(other.value))).toBe('200 ok');
    expect(await db().accessCap.findFirst({ where: { accessKeyId: key.id } })).toMatchObject({ calls: 2 });
    expect(await db().accessQuota.findFirst({ where: { customerId } })).toMatchObject({ calls: 3 });
  });
});

test('a refused call is told how long it is refused, by the clock of the store', async () => {
  const { value } = await anAccessKey({ plan: {}, facts: { rateCalls: 1, rateWindow: 'hour' } });
  await whoami(value);
  expect(Number((await whoami(value)).headers['retry-after'])).toBeGreaterThan(59 * 60);
  setClockOffsetMs(61 * MINUTE_MS);
  expect(await codeOf(whoami(value))).toBe('200 ok');
  setClockOffsetMs(0);
});
