import { beforeAll, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import type { CallFilter } from '@/lib/request-log/call-filter';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { exportCalls, isLoggedInstance, listCalls, readCall } from '@/lib/request-log/list-calls';
import { type NotedCall, noteCall } from '@/lib/request-log/note-call';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aResource, bySystem, first } from '../support/factories';

useDatabase();

const ago = (minutes: number) => new Date(AT.getTime() - minutes * 60_000);

const aNote = (facts: Partial<NotedCall>): NotedCall => ({
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
  userAgent: '',
  durationUs: 900,
  ...facts,
});

beforeAll(async () => {
  const { key, planNumber } = await aResource();
  await activate([{ ...aCall(key, planNumber, 'of-a-site'), label: 'https://www.Alpha.example.test/shop' }], {
    at: AT,
    strict: false,
  });
  noteCall(aNote({ at: ago(5), instance: 'of-a-site' }));
  noteCall(
    aNote({
      at: ago(4),
      instance: 'never-active',
      action: 'activate',
      outcome: 'limit_reached',
      userAgent: 'WordPress/6.4; https://www.alpha.example.test/blog',
      product: '124',
    }),
  );
  noteCall(aNote({ at: ago(3), instance: 'tablet', outcome: 'inactive', address: '2001:db8::1', protocol: 'v1' }));
  noteCall(aNote({ at: ago(2), instance: 'tablet', outcome: 'key_not_found', keyHint: 'lkm_…0000' }));
  noteCall(aNote({ at: ago(60 * 24 * 8), instance: 'old' }));
  await flushCalls();
});

async function instances(filter: CallFilter): Promise<string[]> {
  const { rows, count } = await listCalls(filter, {});
  expect(count).toBe(rows.length);
  return rows.map((row) => row.instance);
}

test('the newest call stands first, and the list is narrowed by everything a call is known by', async () => {
  expect(await instances({})).toEqual(['tablet', 'tablet', 'never-active', 'of-a-site', 'old']);
  expect(await instances({ isRefused: true })).toEqual(['tablet', 'never-active']);
  expect(await instances({ isRefused: false })).toEqual(['tablet', 'of-a-site', 'old']);
  expect(await instances({ outcome: 'limit_reached' })).toEqual(['never-active']);
  expect(await instances({ outcome: 'inactive' })).toEqual(['tablet']);
  expect(await instances({ action: 'activate' })).toEqual(['never-active']);
  expect(await instances({ protocol: 'v1' })).toEqual(['tablet']);
  expect(await instances({ products: ['124'] })).toEqual(['never-active']);
  expect(await instances({ products: ['124', '9'] })).toEqual(['never-active']);
  expect(await instances({ address: '2001:db8::1' })).toEqual(['tablet']);
  expect(await instances({ keyHint: 'lkm_…0000' })).toEqual(['tablet']);
  expect(await instances({ since: ago(60 * 24 * 7) })).not.toContain('old');
});

test.each([
  ['an instance', 'never-active', ['never-active']],
  ['an address', '2001:DB8::1', ['tablet']],
  ['the hint of a key', 'lkm_…0000', ['tablet']],
  ['a host, activated or only named by WordPress', 'alpha.example', ['never-active', 'of-a-site']],
  ['a pasted address of a site', 'https://www.alpha.example.test/shop/', ['of-a-site']],
  ['a sign that means something to LIKE', '%', []],
])('calls are found by %s', async (_, text, found) => {
  expect(await instances({ text })).toEqual(found);
});

test('a call is read by its number, and by nothing else', async () => {
  const { id } = first((await listCalls({ outcome: 'limit_reached' }, {})).rows);
  expect(await readCall(id)).toMatchObject({ id, outcome: 'limit_reached', instance: 'never-active', product: '124' });
  for (const other of ['', '0', 'x', '1e3', "1' OR true", '9'.repeat(30)])
    expect(await readCall(other)).toBeUndefined();
});

test('a typed text is known to be an instance when a call came from it', async () => {
  expect(await isLoggedInstance('tablet')).toBe(true);
  expect(await isLoggedInstance('table')).toBe(false);
});

test('an export has every call that fits, and the audit says who took it out', async () => {
  const rows = [];
  for await (const page of await exportCalls({ isRefused: true }, bySystem)) rows.push(...page);
  expect(rows.map((row) => row.outcome)).toEqual(['key_not_found', 'limit_reached']);
  const entry = await db().auditEntry.findFirst({ where: { action: 'request_log.export' } });
  expect(entry).toMatchObject({ objectKind: 'request_log', after: { isRefused: true } });
});

test('pages of twenty thousand calls are read one after the other without losing one', async () => {
  await pool().query(
    `INSERT INTO request_log_entry (at, protocol, action, outcome, instance, product, duration_us)
     SELECT timestamptz '2020-01-01' + (g / 3) * interval '1 second', 'wc-am', 'status', 'ok', 'many-' || g, 'many', 1
     FROM generate_series(1, 20000) g`,
  );
  const seen = new Set<string>();
  let after: string | undefined;
  for (let pages = 0; pages < 5; pages++) {
    const page = await listCalls({ products: ['many'] }, { after });
    for (const row of page.rows) seen.add(row.instance);
    expect(page.count).toBe(10_001);
    after = page.next;
  }
  expect(seen.size).toBe(250);
  const { rows } = await listCalls({ products: ['many'] }, { before: 'end' });
  expect(rows.at(-1)?.at.toISOString()).toBe('2020-01-01T00:00:00.000Z');
});
