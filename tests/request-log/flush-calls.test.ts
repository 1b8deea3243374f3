import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { type NotedCall, noteCall } from '@/lib/request-log/note-call';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';

useDatabase();
beforeEach(() => db().requestLogEntry.deleteMany());

const aNote = (facts: Partial<NotedCall> = {}): NotedCall => ({
  at: AT,
  protocol: 'wc-am',
  action: 'status',
  outcome: 'ok',
  keyHint: 'lko_…q7Rt',
  customerId: undefined,
  apiResourceId: undefined,
  product: '123',
  instance: 'laptop',
  version: '1.0.0',
  address: '192.0.2.7',
  userAgent: 'WordPress/6.1.9; https://client.example.test',
  durationUs: 900,
  ...facts,
});

const written = () => db().requestLogEntry.findMany({ orderBy: { id: 'asc' } });

test('a call is written with who asked what, the verdict and how long it took', async () => {
  noteCall(aNote({ outcome: 'limit_reached' }));
  expect(await flushCalls()).toBe(1);
  expect(await written()).toMatchObject([
    {
      keyHint: 'lko_…q7Rt',
      product: '123',
      instance: 'laptop',
      version: '1.0.0',
      outcome: 'limit_reached',
      durationUs: 900,
    },
  ]);
});

test.each([
  ['the character 0', 'Mozilla\0', 'Mozilla�'],
  ['half a surrogate pair', 'cut \ud83d', 'cut �'],
  ['a backslash that only looks like the character 0', 'C:\\u0000', 'C:\\u0000'],
  ['a whole pair', 'key 🔑', 'key 🔑'],
  ['a quote and a brace', '"}{', '"}{'],
])('a user agent with %s is stored beside the others', async (_name, userAgent, stored) => {
  noteCall(aNote({ instance: 'first' }));
  noteCall(aNote({ userAgent }));
  noteCall(aNote({ instance: 'last' }));
  expect(await flushCalls()).toBe(3);
  expect((await written()).map((row) => row.userAgent)[1]).toBe(stored);
});

test('a key that was sent as something else is not kept whole', async () => {
  const key = 'lko_hKdx73bQ0aZ11BrW';
  noteCall(aNote({ instance: key, product: key, version: key, userAgent: `app/${key} (linux)` }));
  await flushCalls();
  const [row] = await written();
  expect(row).toMatchObject({ instance: 'lko_…1BrW', product: 'lko_…1BrW', userAgent: 'app/lko_…1BrW (linux)' });
  expect(JSON.stringify(row, (_name, value) => (typeof value === 'bigint' ? String(value) : value))).not.toContain(key);
});

test.each([
  ['a customer who is none', { customerId: 'nobody' }],
  ['a duration that is none', { durationUs: Number.NaN }],
])('a call with %s is left out and counted; the other 99 are kept', async (_name, fault) => {
  for (let i = 0; i < 100; i++) noteCall(aNote({ instance: `site-${i}`, ...(i === 41 ? fault : {}) }));
  expect(await flushCalls()).toBe(99);
  const rows = await written();
  expect(rows.map((row) => row.instance)).not.toContain('site-41');
  expect(rows.filter((row) => row.action === 'status')).toHaveLength(99);
  expect(rows.filter((row) => row.action === 'not_logged')).toMatchObject([{ product: '1' }]);
});

test('an endless text is cut, not refused', async () => {
  noteCall(aNote({ instance: 'x'.repeat(50_000), product: 'p'.repeat(50_000) }));
  await flushCalls();
  expect((await written()).map((row) => [row.instance.length, row.product.length])).toEqual([[190, 190]]);
});

test('calls noted while a flush is under way go with the next one', async () => {
  noteCall(aNote({ instance: 'before' }));
  const flushing = flushCalls();
  noteCall(aNote({ instance: 'meanwhile' }));
  expect([await flushing, await flushCalls(), await flushCalls()]).toEqual([1, 1, 0]);
  expect((await written()).map((row) => row.instance)).toEqual(['before', 'meanwhile']);
});
