import { expect, test } from 'vitest';
import { CALLS_PATH, callSearchHref } from '@/app/admin/logs/requests/call-search';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { noteCall } from '@/lib/request-log/note-call';
import { AT } from '../../support/client-calls';
import { useDatabase } from '../../support/database';

useDatabase();

const KEY = 'lko_C4cf85jNl01BTJs16lnjR3nPX3neOquunzCcyD21ThS3h1LzI';

test.each([
  ['a key of the store', KEY, true],
  ['a key that the store does not know', KEY, false],
  ['a key of foreign shape that the store knows', 'A1B2-C3D4-E5F6-G7H8', true],
  ['a key of foreign shape that nobody knows', 'A1B2-C3D4-E5F6-G7H8', false],
])('%s never reaches an address', async (_, key, isKnown) => {
  const href = await callSearchHref(`${CALLS_PATH}?outcome=refused`, ` ${key} `, isKnown);
  expect(href).not.toContain(key.slice(0, 12));
  const { searchParams } = new URL(href, 'http://store.test');
  expect(searchParams.get('key')?.slice(-4)).toBe(key.slice(-4));
  expect(searchParams.get('outcome')).toBe('refused');
  expect(searchParams.has('q')).toBe(false);
});

const REQUEST_ID = 'req_4f1d2c9ab07e4d15a1f5c3d2e6b7a890';

test.each(['www.alpha.example.test', '192.0.2.7', '2001:db8::1', 'laptop', 'instance-of-a-client', REQUEST_ID])(
  '%s is searched as it was typed',
  async (typed) => {
    const note = { at: AT, protocol: 'v1', action: 'status', outcome: 'ok', keyHint: '', product: '', version: '' };
    const none = { customerId: undefined, apiResourceId: undefined, address: '', userAgent: '', durationUs: 1 };
    noteCall({ ...note, ...none, instance: 'instance-of-a-client' });
    await flushCalls();
    expect(new URL(await callSearchHref(CALLS_PATH, typed, false), 'http://store.test').searchParams.get('q')).toBe(
      typed,
    );
  },
);

test('the hint of a key, as the list shows it, is the key that is looked for', async () => {
  const { searchParams } = new URL(await callSearchHref(CALLS_PATH, 'lko_…q7Rt', false), 'http://store.test');
  expect([...searchParams]).toEqual([['key', 'lko_…q7Rt']]);
});
