import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { useDatabase } from '../../../support/database';
import { aProduct, aResource } from '../../../support/factories';
import { aCaller, auditOf } from './admin-calls';

useDatabase();

async function aStock() {
  const caller = await aCaller();
  const product = await aProduct();
  const path = `/admin/associated-keys/${product.number}`;
  return { ...caller, product, path };
}

/** Keys that no other test has added. */
function someKeys() {
  const own = randomBytes(6).toString('hex').toUpperCase();
  return [`ACME-7F3K-${own}-1LMT`, `ACME-2H8W-${own}-6RVB`, `say "hello", ${own}-XKCD`] as const;
}

test('a dry run says what would be done and does nothing; adding does exactly that', async () => {
  const { call, path, product, sid } = await aStock();
  const good = someKeys();
  const keys = [...good, good[0], ''];
  const tried = await call('POST', `${path}/keys`, { keys, dry_run: true });
  expect(tried.json).toMatchObject({
    added: 0,
    rows: 4,
    good: 3,
    problems: [{ row: 4, reason: 'twice_in_list', hint: expect.stringContaining('1LMT') }],
  });
  expect((await call('GET', path)).json.in_stock).toBe(0);
  const added = await call('POST', `${path}/keys`, { keys });
  expect(added.json).toEqual({ ...tried.json, added: 3 });
  expect((await call('GET', path)).json).toMatchObject({ number: product.number, in_stock: 3, waiting: 0 });
  expect(await auditOf(product.id)).toMatchObject([{ action: 'associated_api_key.add', via: `key:${sid}` }]);
});

test('the same list again adds nothing and says whose keys they are not', async () => {
  const { call, path } = await aStock();
  const keys = ['ACME-SAME-LIST-0001', 'ACME-SAME-LIST-0002'];
  await call('POST', `${path}/keys`, { keys });
  const { json } = await call('POST', `${path}/keys`, { keys });
  expect(json).toMatchObject({ added: 0, good: 0 });
  expect(json.problems.map(({ reason }: { reason: string }) => reason)).toEqual(['key_taken', 'key_taken']);
});

test('CSV is read as the page reads it, and a row may name another product', async () => {
  const { call, path } = await aStock();
  const other = await aProduct();
  const csv = `license key;product\r\nACME-CSV1-AAAA-7731;\r\nACME-CSV2-BBBB-4421;${other.number}\r\n;1\r\n`;
  const { json } = await call('POST', `${path}/keys`, { csv });
  expect(json).toMatchObject({ added: 2, rows: 3, problems: [{ row: 4, reason: 'empty' }] });
  expect((await call('GET', `/admin/associated-keys/${other.number}`)).json.in_stock).toBe(1);
  const listed = await call('POST', `${path}/keys`, { keys: [{ key: 'ACME-OBJ1-CCCC-1', product: other.number }] });
  expect(listed.json.added).toBe(1);
  expect((await call('GET', `/admin/associated-keys/${other.number}`)).json.in_stock).toBe(2);
});

test('a list of both kinds, of none, or of a key of two lines is refused', async () => {
  const { call, path } = await aStock();
  for (const body of [{}, { keys: someKeys(), csv: 'a' }, { keys: [] }, { keys: ['one\ntwo'] }, { csv: '\n\n' }]) {
    expect((await call('POST', `${path}/keys`, body)).status).toBe(400);
  }
});

test('keys in stock are listed by their ends only, page by page, and deleted one by one or all', async () => {
  const { call, path, product } = await aStock();
  const keys = someKeys();
  await call('POST', `${path}/keys`, { keys });
  const first = await call('GET', `${path}/keys?limit=2`);
  const rest = await call('GET', `${path}/keys?limit=2&cursor=${first.json.next_cursor}`);
  expect([first.json.data.length, rest.json.data.length, rest.json.next_cursor]).toEqual([2, 1, null]);
  for (const key of keys) expect(first.text + rest.text).not.toContain(JSON.stringify(key));
  expect((await call('GET', `${path}/keys?cursor=nonsense`)).status).toBe(400);
  expect((await call('DELETE', `${path}/keys/${first.json.data[0].id}`)).status).toBe(204);
  expect((await call('DELETE', `${path}/keys/${first.json.data[0].id}`)).status).toBe(404);
  const stale = await call('POST', `${path}/empty`, { expected: 3 });
  expect([stale.status, stale.json.code]).toEqual([409, 'stock_changed']);
  expect((await call('POST', `${path}/empty`, { expected: 2 })).json).toEqual({ deleted: 2 });
  expect(await db().licenseKey.count({ where: { productId: product.id, kind: 'associated' } })).toBe(0);
});

test('purchases that found the stock empty get their keys, and the stock counts them', async () => {
  const { call, path, product } = await aStock();
  const { resourceId } = await aResource({ product });
  await call('POST', `${path}/keys`, { keys: [someKeys()[0]] });
  // As if the stock had begun before the purchase, and had been empty when it came.
  await db().licenseKey.updateMany({ where: { productId: product.id }, data: { createdAt: new Date(0) } });
  expect((await call('GET', path)).json).toMatchObject({ in_stock: 1, waiting: 1 });
  expect((await call('POST', `${path}/hand-out`)).json).toEqual({ handed_out: 1 });
  expect(await db().licenseKey.count({ where: { apiResourceId: resourceId, kind: 'associated' } })).toBe(1);
  const { data } = (await call('GET', '/admin/associated-keys?limit=100')).json;
  expect(data).toContainEqual(expect.objectContaining({ id: product.id, in_stock: 0, handed_out: 1, waiting: 0 }));
});
