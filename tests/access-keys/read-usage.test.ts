import { beforeEach, expect, test } from 'vitest';
import { flushAccessNotes } from '@/lib/access-keys/flush-notes';
import { suggestAccess, suggestAddresses } from '@/lib/access-keys/suggest-access';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { anAccessKey } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { manageCall } from '../support/manage-calls';

useDatabase();
beforeEach(() => forgetCallLimits());

const DAY_MS = 86_400_000;
const today = () => now().toISOString().slice(0, 10);

test('3.07 the usage of a key is told by day, operation, status and network', async () => {
  const { value, key } = await anAccessKey({ plan: {} });
  for (let i = 0; i < 3; i++) await manageCall(value, 'GET', '/whoami');
  await manageCall(value, 'GET', '/api-keys/key_nobody', undefined, { address: '2001:db8:1:2::9' });
  await db().accessKey.update({ where: { id: key.id }, data: { state: 'disabled' } });
  await manageCall(value, 'GET', '/whoami');
  await db().accessKey.update({ where: { id: key.id }, data: { state: 'active' } });
  await flushAccessNotes();
  const { json } = await manageCall(value, 'GET', `/api-keys/${key.sid}/usage?days=7`);
  expect(json.days).toHaveLength(7);
  expect(json.days.at(-1)).toEqual({ day: today(), calls: 4, errors: 1, rejected: 1 });
  expect(json.operations).toEqual([
    { operation: 'account.whoami', calls: 4, errors: 1 },
    { operation: 'keys.read', calls: 1, errors: 1 },
  ]);
  expect(json.statuses).toEqual([
    { status: 200, calls: 3 },
    { status: 401, calls: 1 },
    { status: 404, calls: 1 },
  ]);
  expect(json.networks).toMatchObject([
    { block: '203.0.113.0/24', calls: 3 },
    { block: '2001:db8:1::/48', calls: 1 },
  ]);
  expect(json.flags).toMatchObject([{ kind: 'new_network', facts: { address: '2001:db8:1:2::9' } }]);
});

test('3.07 the usage of an owner sums the keys, and a stranger sees none of it', async () => {
  const { value, key, customerId } = await anAccessKey({ plan: {} });
  const other = await anAccessKey({ customerId });
  const stranger = await anAccessKey({ plan: {} });
  await manageCall(value, 'GET', '/whoami');
  await manageCall(value, 'GET', '/whoami');
  await manageCall(other.value, 'GET', '/whoami');
  await manageCall(stranger.value, 'GET', '/whoami');
  await flushAccessNotes();
  await db().accessKey.delete({ where: { id: other.key.id } });
  const { json } = await manageCall(value, 'GET', '/usage?days=1');
  expect(json).toMatchObject({
    from: today(),
    to: today(),
    days: [{ calls: 3 }],
    statuses: [{ status: 200, calls: 3 }],
  });
  expect(json.keys).toEqual([
    { sid: key.sid, name: 'Key of a test', calls: 2 },
    { sid: null, name: null, calls: 1 },
  ]);
  expect((await manageCall(stranger.value, 'GET', `/api-keys/${key.sid}/usage`)).status).toBe(404);
});

test('the quota tells what is left and when it is full again', async () => {
  const { value } = await anAccessKey({ plan: { monthlyCalls: 10, maxKeys: 2 } });
  await manageCall(value, 'GET', '/whoami');
  const { json } = await manageCall(value, 'GET', '/quota');
  expect(json).toMatchObject({ used: 2, remaining: 8, plan: { max_keys: 2, monthly_calls: 10 } });
  expect(json.resets_at).toMatch(/-01T00:00:00\.000Z$/);
  const unlimited = await anAccessKey({ plan: {} });
  await manageCall(unlimited.value, 'GET', '/whoami');
  await flushAccessNotes();
  expect((await manageCall(unlimited.value, 'GET', '/quota')).json).toMatchObject({ used: 1, remaining: null });
});

test('what a key really did is suggested as its access, once it is a week old', async () => {
  const { value, key } = await anAccessKey({ plan: {} });
  await manageCall(value, 'GET', '/whoami');
  await manageCall(value, 'GET', '/quota');
  await manageCall(value, 'GET', '/api-keys/key_nobody');
  await flushAccessNotes();
  expect(await suggestAccess(key.id, now())).toBeUndefined();
  const later = new Date(now().getTime() + 8 * DAY_MS);
  // Only what went well counts: the key asked for another key and was refused.
  expect(await suggestAccess(key.id, later)).toEqual({ days: 90, used: ['account.quota', 'account.whoami'] });
  expect(await suggestAddresses(key.id, later)).toEqual(['203.0.113.0/24']);
  expect(await suggestAddresses(key.id, new Date(now().getTime() + 31 * DAY_MS))).toEqual([]);
});
