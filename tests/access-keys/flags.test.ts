import { beforeEach, describe, expect, test } from 'vitest';
import { flagAnomalies } from '@/lib/access-keys/flag-anomalies';
import { flushMarks } from '@/lib/access-keys/flush-marks';
import { flushAccessNotes } from '@/lib/access-keys/flush-notes';
import { listKeyFlags, listOwnerFlags } from '@/lib/access-keys/list-flags';
import { watchKeys } from '@/lib/access-keys/watched-keys';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { lookupDigest } from '@/lib/secrets/lookup-digest';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { anAccessKey } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { manageCall } from '../support/manage-calls';

useDatabase();
beforeEach(() => forgetCallLimits());

const DAY_MS = 86_400_000;
const whoami = (key: string, address = '203.0.113.7') => manageCall(key, 'GET', '/whoami', undefined, { address });
const flagsOf = async (sid: string) => {
  await flushAccessNotes();
  await flagAnomalies(now());
  return (await listKeyFlags(sid, new Date(0))).map(({ kind, facts }) => ({ kind, facts }));
};
const mailsAbout = async (sid: string) =>
  (await db().outboxEntry.findMany({ orderBy: { createdAt: 'asc' } }))
    .map(({ payload }) => JSON.stringify(payload))
    .filter((payload) => payload.includes(sid))
    .map((payload) => /"event": ?"(\w+)"/.exec(payload)?.[1]);

describe('unusual use', () => {
  test('3.15 the second network of a key is told, once; the first and a neighbour are not', async () => {
    const { value, key } = await anAccessKey({ plan: {} });
    await whoami(value, '203.0.113.7');
    expect(await flagsOf(key.sid)).toEqual([]);
    await whoami(value, '203.0.113.99');
    expect(await flagsOf(key.sid)).toEqual([]);
    await whoami(value, '198.51.100.4');
    await whoami(value, '198.51.100.5');
    expect(await flagsOf(key.sid)).toEqual([{ kind: 'new_network', facts: { address: '198.51.100.4' } }]);
    await whoami(value, '198.51.100.4');
    expect(await flagsOf(key.sid)).toHaveLength(1);
    expect(await mailsAbout(key.sid)).toEqual(['new_network']);
  });

  test('3.15 more than three times the mean of seven days is told, once a day', async () => {
    const { value, key, customerId } = await anAccessKey({ plan: {} });
    for (let day = 1; day <= 7; day++) await aDay(key.id, customerId, day, 10);
    await aDay(key.id, customerId, 0, 30);
    watchKeys([key.id]);
    expect(await flagsOf(key.sid)).toEqual([]);
    await whoami(value);
    expect(await flagsOf(key.sid)).toEqual([{ kind: 'busy', facts: { calls: 31, mean: 10 } }]);
    await whoami(value);
    expect(await flagsOf(key.sid)).toHaveLength(1);
    expect(await mailsAbout(key.sid)).toEqual(['busy']);
  });

  test('3.15 a burst of errors is told', async () => {
    const { value, key } = await anAccessKey({ plan: {}, facts: { rateCalls: 1_000, rateWindow: 'minute' } });
    for (let i = 0; i < 19; i++) await manageCall(value, 'GET', '/api-keys/key_nobody');
    expect(await flagsOf(key.sid)).toEqual([]);
    await manageCall(value, 'GET', '/api-keys/key_nobody');
    expect(await flagsOf(key.sid)).toEqual([{ kind: 'errors', facts: { errors: 20, calls: 20 } }]);
  });

  test('3.15 a key that wakes after sixty idle days is told', async () => {
    const { value, key } = await anAccessKey({
      plan: {},
      facts: { lastUsedAt: new Date(now().getTime() - 61 * DAY_MS) },
    });
    const young = await anAccessKey({ facts: { lastUsedAt: new Date(now().getTime() - 59 * DAY_MS) } });
    await whoami(value);
    await whoami(young.value);
    expect(await flagsOf(key.sid)).toEqual([{ kind: 'woken', facts: { address: '203.0.113.7', idle_days: 61 } }]);
    expect(await flagsOf(young.key.sid)).toEqual([]);
  });

  test('3.15 a call with a dead key is told to its owner, and answered like any wrong one', async () => {
    const { customerId, key } = await anAccessKey();
    const value = newDeveloperKey('secret');
    const dead = { sid: 'key_gone', customerId, name: 'Old deploy', prefix: 'lkx_abcdef', cause: 'deleted' };
    await db().deadAccessSecret.create({
      data: { digest: new Uint8Array(lookupDigest(value)), diedAt: now(), ...dead },
    });
    const [answer, other] = [await whoami(value), await whoami(newDeveloperKey('secret'))];
    expect({ ...answer.json, request_id: '' }).toEqual({ ...other.json, request_id: '' });
    await whoami(value);
    await flushMarks();
    const flags = await listOwnerFlags(customerId, new Date(0));
    expect(flags).toMatchObject([
      { sid: 'key_gone', kind: 'dead_key_used', facts: { address: '203.0.113.7', uses: 2 } },
    ]);
    expect(await db().deadAccessSecret.findFirst({ where: { sid: 'key_gone' } })).toMatchObject({
      seenTimes: 2,
      seenFrom: '203.0.113.7',
    });
    expect(await mailsAbout('key_gone')).toEqual(['dead_key_used']);
    expect(await listKeyFlags(key.sid, new Date(0))).toEqual([]);
  });
});

describe('a key that travelled badly', () => {
  test('3.04 a key in the URL works, is kept out of caches and is marked', async () => {
    const { value, key } = await anAccessKey({ kind: 'standard', plan: {} });
    const answer = await manageCall(undefined, 'GET', `/whoami?api_key=${value}`);
    expect(answer.status).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    await flushMarks();
    expect((await db().accessKey.findUniqueOrThrow({ where: { id: key.id } })).seenInUrlAt).not.toBeNull();
  });

  test('3.04 a key in the URL of a change, of a key for headers only or of a store without them is refused', async () => {
    const { value } = await anAccessKey({ plan: {} });
    const only = await anAccessKey({ plan: {}, facts: { headersOnly: true } });
    const code = async (method: string, key: string) => {
      const { status, json } = await manageCall(undefined, method, `/api-keys?api_key=${key}`, undefined);
      return `${status} ${json.code}`;
    };
    expect(await code('POST', value)).toBe('401 key_in_url_refused');
    expect(await code('GET', only.value)).toBe('401 key_in_url_refused');
    expect((await whoami(only.value)).status).toBe(200);
    await saveStoreSettings({ keysInQuery: false }, bySystem);
    expect(await code('GET', value)).toBe('401 key_in_url_refused');
    await saveStoreSettings({ keysInQuery: true }, bySystem);
  });

  test('3.13 a key sent without encryption is refused and marked; nobody looks it up for an answer', async () => {
    const { value, key } = await anAccessKey({ plan: {} });
    const answer = await manageCall(value, 'GET', '/whoami', undefined, { isPrivate: false });
    expect(`${answer.status} ${answer.json.code}`).toBe('403 https_required');
    const unknown = await manageCall(newDeveloperKey('secret'), 'GET', '/whoami', undefined, { isPrivate: false });
    expect(unknown.json.code).toBe('https_required');
    await flushMarks();
    expect((await db().accessKey.findUniqueOrThrow({ where: { id: key.id } })).sentInClearAt).not.toBeNull();
  });
});

function aDay(accessKeyId: string, customerId: string, daysAgo: number, calls: number) {
  const day = new Date(`${new Date(now().getTime() - daysAgo * DAY_MS).toISOString().slice(0, 10)}T00:00:00Z`);
  return db().accessDay.create({
    data: { accessKeyId, customerId, day, operation: 'orders.list', status: 200, calls },
  });
}
