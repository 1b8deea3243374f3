import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { addAssociatedKeys, checkAssociatedKeys } from '@/lib/licensing/add-associated-keys';
import { readMasterKey } from '@/lib/licensing/read-master-key';
import { openLicenseKey } from '@/lib/licensing/write-license-key';
import { importDocument } from '@/lib/orders/import-document';
import { importStore } from '@/lib/orders/import-store';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem, first } from '../support/factories';
import { labDocument } from '../support/lab-document';

useDatabase();

const keys = { master: 'a'.repeat(40), product_order: 'b'.repeat(40), product_order_unlimited: 'c'.repeat(40) };
const bring = (document: unknown) => importStore(importDocument.parse(document), AT, bySystem);

test('numbers and keys come in as they are, and new numbers are given out above them', async () => {
  expect(await bring(labDocument(keys))).toEqual({
    ok: true,
    products: 2,
    customers: 1,
    orders: 2,
    associatedApiKeys: 0,
    weakKeys: 0,
    alteredKeys: 0,
  });
  const customer = await db().customer.findUniqueOrThrow({ where: { number: 2 } });
  expect((await readMasterKey(customer.id))?.key).toBe(keys.master);
  expect(first(await activate([aCall(keys.product_order, 12, 'site')], { at: AT, strict: false }))).toMatchObject({
    ok: true,
  });

  const product = await aProduct();
  const later = await aResource({ product });
  expect(product.number).toBeGreaterThan(13);
  expect(later.orderNumber).toBeGreaterThan(15);
  expect(later.resourceNumber).toBeGreaterThan(2);
});

test('a row that does not fit is named, and nothing of the document is kept', async () => {
  const document = {
    customers: [
      { email: 'new@example.test', orders: [{ number: 77, placedAt: '2026-01-01', items: [{ planNumber: 4242 }] }] },
    ],
  };
  expect(await bring(document)).toEqual({ ok: false, rows: [{ where: 'order 77', reason: 'plan_not_found' }] });
  expect(await db().customer.findUnique({ where: { email: 'new@example.test' } })).toBeNull();
});

test('the same document again is refused as taken', async () => {
  expect(await bring(labDocument(keys))).toMatchObject({ ok: false, rows: [{ where: 'product 12' }] });
});

const aPerson = (email: string, number: number, item: object) => ({
  email,
  orders: [{ number, placedAt: '2015-01-01', items: [{ planNumber: 12, ...item }] }],
});

test('0.18 the table of associated keys may be brought again, and adds nothing then', async () => {
  const { resourceNumber } = await aResource();
  const associatedApiKeys = [
    { key: 'wc_order_53b1f0c2a9d7e_am_Qw8rTy2uIo5P', resourceNumber },
    { key: '  short 1.x key ', resourceNumber },
  ];
  expect(await bring({ associatedApiKeys })).toMatchObject({ ok: true, associatedApiKeys: 2, weakKeys: 1 });
  expect(await bring({ associatedApiKeys })).toMatchObject({ ok: true, associatedApiKeys: 0 });
  const more = [...associatedApiKeys, { key: 'one-more-of-them-X7', resourceNumber }];
  expect(await bring({ associatedApiKeys: more })).toMatchObject({ ok: true, associatedApiKeys: 1 });
  const stored = await db().licenseKey.findMany({
    where: { kind: 'associated', resource: { number: resourceNumber } },
  });
  expect((await Promise.all(stored.map(openLicenseKey))).sort()).toEqual(
    ['wc_order_53b1f0c2a9d7e_am_Qw8rTy2uIo5P', 'short 1.x key', 'one-more-of-them-X7'].sort(),
  );
});

test('0.18 every row of the table that does not fit is named, and nothing of it is kept', async () => {
  const [mine, other] = [await aResource(), await aResource()];
  const good = { key: 'good-key-of-a-table', resourceNumber: mine.resourceNumber };
  const associatedApiKeys = [
    good,
    { key: 'nobody', resourceNumber: 2_000_000_000 },
    { key: other.key, resourceNumber: mine.resourceNumber },
    { ...good, resourceNumber: other.resourceNumber },
    good,
  ];
  expect(await bring({ associatedApiKeys })).toEqual({
    ok: false,
    rows: [
      { where: 'associated key 2', reason: 'resource_not_found' },
      { where: 'associated key 3', reason: 'key_taken' },
      { where: 'associated key 4', reason: 'key_taken' },
    ],
  });
  expect(await bring({ associatedApiKeys: [good] })).toMatchObject({ ok: true, associatedApiKeys: 1 });
});

test('0.18 keys come with the item of their order, and none is taken from the stock for it', async () => {
  const product = await db().product.findUniqueOrThrow({ where: { number: 12 } });
  const offered = { productId: product.id, text: 'a-key-that-waits-for-a-buyer' };
  const checked = await checkAssociatedKeys(offered);
  if (!checked.ok) throw new Error(checked.reason);
  await addAssociatedKeys({ ...offered, fingerprint: checked.report.fingerprint, at: AT, actor: bySystem });
  const associatedApiKeys = ['first-of-two', 'second-of-two'];
  const people = [aPerson('two@example.test', 501, { associatedApiKeys }), aPerson('none@example.test', 502, {})];
  expect(await bring({ customers: people })).toMatchObject({ ok: true, associatedApiKeys: 2 });
  expect(await db().licenseKey.count({ where: { kind: 'associated', productId: product.id, customerId: null } })).toBe(
    1,
  );
  for (const key of associatedApiKeys) {
    const call = { ...aCall(key, 12, `site of ${key}`), product: { title: 'Lab Demo' } };
    expect(first(await activate([call], { at: AT, strict: false }))).toMatchObject({ ok: true });
  }
  const twice = [aPerson('twice@example.test', 503, { associatedApiKeys: ['same', 'same'] })];
  expect(await bring({ customers: twice })).toEqual({ ok: false, rows: [{ where: 'order 503', reason: 'key_taken' }] });
});

test.each(['', ' ', 'x'.repeat(191), 'tab\there'])('an associated key %j is no key', (key) => {
  expect(importDocument.safeParse({ associatedApiKeys: [{ key, resourceNumber: 1 }] }).success).toBe(false);
});

const withMaster = (masterApiKey: string) => ({ customers: [{ email: 'k@example.test', masterApiKey }] });
const withProductOrder = (productOrderApiKey: string) => ({
  customers: [aPerson('k@example.test', 600, { productOrderApiKey })],
});

test.each([
  ['nothing', ''],
  ['white space', ' '],
  ['191 characters', 'x'.repeat(191)],
  ['191 wide characters', '𝄞'.repeat(191)],
  ['a bell', 'bell\u0007'],
  ['a zero byte', 'nul\u0000here'],
])(
  'a master or product order key of %s, which could never authenticate, is refused and its place is named',
  (_, key) => {
    const said = [withMaster(key), withProductOrder(key)].map((document) =>
      importDocument.safeParse(document).error?.issues.map(({ path, message }) => [path.join('.'), message]),
    );
    const problem = 'must be 1 to 190 characters without control characters';
    expect(said).toEqual([
      [['customers.0.masterApiKey', problem]],
      [['customers.0.orders.0.items.0.productOrderApiKey', problem]],
    ]);
  },
);

test('white space around a master or product order key is not part of it, and 190 characters are counted as people count them', async () => {
  const [master, productOrder] = [`${'𝄞'.repeat(189)}m`, `${'𝄞'.repeat(189)}p`];
  const person = aPerson('wide@example.test', 601, { productOrderApiKey: `\t${productOrder} ` });
  expect(await bring({ customers: [{ ...person, masterApiKey: ` ${master}\n` }] })).toMatchObject({ ok: true });
  for (const key of [master, productOrder]) {
    const call = { ...aCall(key, 12, `site of ${key.at(-1)}`), product: { title: 'Lab Demo' } };
    expect(first(await activate([call], { at: AT, strict: false }))).toMatchObject({ ok: true });
  }
});

test("another customer's master key is refused by the customer's name, whether it was here or comes with the same document", async () => {
  const masterApiKey = 'one-master-key-of-two-customers';
  const [one, two] = [aPerson('one-master@example.test', 611, {}), aPerson('two-masters@example.test', 612, {})].map(
    (person) => ({ ...person, masterApiKey }),
  );
  const refused = {
    ok: false,
    rows: [{ where: 'customer two-masters@example.test', reason: 'master_key_of_another_customer' }],
  };
  expect(await bring({ customers: [one, two] })).toEqual(refused);
  expect(await bring({ customers: [one] })).toMatchObject({ ok: true });
  expect(await bring({ customers: [two] })).toEqual(refused);
  expect(await db().customer.findUnique({ where: { email: 'two-masters@example.test' } })).toBeNull();
});

test('a customer with a master key who is brought twice is refused as taken, and the key stays theirs', async () => {
  const masterApiKey = 'master-key-of-a-customer-brought-twice';
  const [one, two] = [621, 622].map((number) => aPerson('twice-master@example.test', number, {}));
  const customers = [{ ...one, masterApiKey, orders: [...(one?.orders ?? []), ...(two?.orders ?? [])] }];
  expect(await bring({ customers })).toMatchObject({ ok: true, orders: 2 });
  expect(await bring({ customers })).toEqual({
    ok: false,
    rows: [{ where: 'customer twice-master@example.test', reason: 'email_taken' }],
  });
  const { id } = await db().customer.findUniqueOrThrow({ where: { email: 'twice-master@example.test' } });
  expect((await readMasterKey(id))?.key).toBe(masterApiKey);
});
