import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { addAssociatedKeys, checkAssociatedKeys } from '@/lib/licensing/add-associated-keys';
import { openLicenseKey } from '@/lib/licensing/write-license-key';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem } from '../support/factories';

useDatabase();

const aKey = () => randomBytes(20).toString('hex');

async function check(productId: string, text: string) {
  const checked = await checkAssociatedKeys({ productId, text });
  if (!checked.ok) throw new Error(checked.reason);
  return checked.report;
}

async function add(productId: string, text: string) {
  const { fingerprint } = await check(productId, text);
  return addAssociatedKeys({ productId, text, fingerprint, at: AT, actor: bySystem });
}

const stockOf = (productId: string) =>
  db().licenseKey.findMany({
    where: { kind: 'associated', productId, customerId: null },
    orderBy: { stockPosition: 'asc' },
  });

test('a dry run tells what would happen and adds nothing', async () => {
  const { id } = await aProduct();
  const [one, two] = [aKey(), aKey()];
  const report = await check(id, `${one}\n${two}\n${one}`);
  expect(report).toMatchObject({ form: 'lines', rows: 3, good: 2, problems: [{ line: 3, note: 'twice_in_list' }] });
  expect(await stockOf(id)).toEqual([]);
});

test('the good rows are added in their order, sealed and found by digest only, and the same list again adds nothing', async () => {
  const { id } = await aProduct();
  const keys = [aKey(), aKey(), aKey()];
  const text = [...keys, 'x'.repeat(191)].join('\r\n');
  expect(await add(id, text)).toMatchObject({ ok: true, added: 3 });
  const stock = await stockOf(id);
  expect(await Promise.all(stock.map(openLicenseKey))).toEqual(keys);
  expect(stock.some((row, i) => Buffer.from(row.sealed).includes(keys[i] ?? '') || row.hint.length > 5)).toBe(false);
  expect(await add(id, text)).toMatchObject({ ok: true, added: 0, report: { good: 0 } });
  expect(await stockOf(id)).toHaveLength(3);
});

test('two admins who add the same list at the same moment add each key once', async () => {
  const { id } = await aProduct();
  const text = Array.from({ length: 50 }, aKey).join('\n');
  const results = await Promise.all([add(id, text), add(id, text), add(id, text)]);
  expect(results.reduce((sum, result) => sum + (result.ok ? result.added : 0), 0)).toBe(50);
  expect(await stockOf(id)).toHaveLength(50);
});

test('a text that is not the checked one is refused', async () => {
  const [here, there] = [await aProduct(), await aProduct()];
  const text = aKey();
  const { fingerprint } = await check(here.id, text);
  const wish = { fingerprint, at: AT, actor: bySystem };
  const refused = { ok: false, reason: 'not_checked' };
  expect(await addAssociatedKeys({ ...wish, productId: here.id, text: `${text}\n${aKey()}` })).toEqual(refused);
  expect(await addAssociatedKeys({ ...wish, productId: there.id, text })).toEqual(refused);
});

test('a key that the store has already, of whatever kind, is a problem of its row', async () => {
  const { key, masterKey, product } = await aResource();
  const report = await check(product.id, `${key}\n${masterKey}\n${aKey()}`);
  expect(report.problems.map(({ line, note }) => [line, note])).toEqual([
    [1, 'key_taken'],
    [2, 'key_taken'],
  ]);
});

test('a row may name its product by the number of the product or of a plan', async () => {
  const [page, other] = [await aProduct(), await aProduct()];
  const text = `key,product\n${aKey()},\n${aKey()},${other.number}\n${aKey()},${other.plan.number}\n${aKey()},2147483647`;
  expect(await add(page.id, text)).toMatchObject({ ok: true, added: 3, report: { problems: [{ line: 5 }] } });
  expect(await stockOf(page.id)).toHaveLength(1);
  expect(await stockOf(other.id)).toHaveLength(2);
});

test('the audit tells how many keys came in, never which', async () => {
  const { id } = await aProduct();
  const key = aKey();
  await add(id, `${key}\nguess-me`);
  const entries = await db().auditEntry.findMany({ where: { objectKind: 'product', objectId: id } });
  expect(entries).toMatchObject([{ action: 'associated_api_key.add', after: { keys: 2, weak: 1 } }]);
  expect(JSON.stringify(entries.map(({ after }) => after))).not.toMatch(new RegExp(`${key}|guess-me`));
  expect(await stockOf(id)).toMatchObject([{ isWeak: false }, { isWeak: true }]);
});

test('10,000 keys are checked and added at once', async () => {
  const { id } = await aProduct();
  const text = Array.from({ length: 10_000 }, aKey).join('\n');
  expect(await add(id, text)).toMatchObject({ ok: true, added: 10_000 });
});

test('an unknown product and an empty list are refused', async () => {
  const { id } = await aProduct();
  const missing = { ok: false, reason: 'product_not_found' };
  expect(await checkAssociatedKeys({ productId: 'nonsense', text: 'a' })).toEqual(missing);
  expect(await checkAssociatedKeys({ productId: crypto.randomUUID(), text: 'a' })).toEqual(missing);
  for (const text of ['', ' \n\r\n', 'key,product\n']) {
    expect(await checkAssociatedKeys({ productId: id, text })).toEqual({ ok: false, reason: 'list_empty' });
  }
});
