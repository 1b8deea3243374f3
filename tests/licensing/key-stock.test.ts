import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { addAssociatedKeys, checkAssociatedKeys } from '@/lib/licensing/add-associated-keys';
import { deleteStockedKeys } from '@/lib/licensing/delete-stocked-keys';
import { handOutToWaiting } from '@/lib/licensing/hand-out-to-waiting';
import { listKeyStock, listStockedKeys } from '@/lib/licensing/list-key-stock';
import { AT } from '../support/client-calls';
import { revokeResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

async function stock(productId: string, count: number, at = AT) {
  const text = Array.from({ length: count }, () => randomBytes(20).toString('hex')).join('\n');
  const checked = await checkAssociatedKeys({ productId, text });
  if (!checked.ok) throw new Error(checked.reason);
  const { fingerprint } = checked.report;
  expect(await addAssociatedKeys({ productId, text, fingerprint, at, actor: bySystem })).toMatchObject({
    added: count,
  });
}

const stockOf = async (productNumber: number) => first(await listKeyStock({ productNumber }));

test('the list counts what is in stock, handed out and missing', async () => {
  const product = await aProduct();
  await aResource({ product, at: new Date(AT.getTime() - 1) });
  expect(await stockOf(product.number)).toMatchObject({ inStock: 0, handedOut: 0, waiting: 0 });
  await stock(product.id, 3);
  for (let i = 0; i < 2; i++) await aResource({ product });
  expect(await stockOf(product.number)).toMatchObject({ inStock: 1, handedOut: 2, waiting: 0 });
  for (let i = 0; i < 3; i++) await aResource({ product });
  expect(await stockOf(product.number)).toMatchObject({ inStock: 0, handedOut: 3, waiting: 2 });
  expect((await listKeyStock()).length).toBeGreaterThan(0);
  expect(await stockOf(product.number)).toMatchObject({ weak: 0 });
  await db().licenseKey.updateMany({ where: { productId: product.id, stockPosition: 1 }, data: { isWeak: true } });
  expect(await stockOf(product.number)).toMatchObject({ weak: 1 });
});

test('keys are listed by their hints in the order of their hand-out, page by page', async () => {
  const product = await aProduct();
  await stock(product.id, 70);
  await stock(product.id, 5, new Date(AT.getTime() + 1));
  const page = await listStockedKeys({ productId: product.id });
  expect(page.keys).toHaveLength(50);
  const rest = await listStockedKeys({ productId: product.id, cursor: page.nextCursor ?? '' });
  expect(rest).toMatchObject({ keys: { length: 25 } });
  expect(rest.nextCursor).toBeUndefined();
  const order = await db().licenseKey.findMany({
    where: { productId: product.id },
    orderBy: [{ createdAt: 'asc' }, { stockPosition: 'asc' }],
  });
  expect([...page.keys, ...rest.keys].map(({ id }) => id)).toEqual(order.map(({ id }) => id));
  expect(page.keys.every(({ hint }) => hint.length === 5)).toBe(true);
  expect((await listStockedKeys({ productId: product.id, cursor: 'nonsense' })).keys).toEqual(page.keys);
});

test('unsold keys are deleted and audited, a key that somebody has never is', async () => {
  const product = await aProduct();
  await stock(product.id, 3);
  await aResource({ product });
  const taken = await db().licenseKey.findFirstOrThrow({
    where: { kind: 'associated', productId: product.id, customerId: { not: null } },
  });
  const which = { productId: product.id, actor: bySystem };
  expect(await deleteStockedKeys({ ...which, licenseKeyId: taken.id })).toEqual({ deleted: 0 });
  const [one] = (await listStockedKeys(which)).keys;
  expect(await deleteStockedKeys({ ...which, licenseKeyId: one?.id ?? '' })).toEqual({ deleted: 1 });
  expect(await deleteStockedKeys(which)).toEqual({ deleted: 1 });
  expect(await deleteStockedKeys(which)).toEqual({ deleted: 0 });
  expect(await stockOf(product.number)).toMatchObject({ inStock: 0, handedOut: 1 });
  const audit = await db().auditEntry.findMany({
    where: { action: 'associated_api_key.delete', objectId: product.id },
  });
  expect(audit.map(({ before }) => before)).toEqual([{ keys: 1, licenseKeyId: one?.id }, { keys: 1 }]);
});

test('purchases that found the stock empty get their key later, oldest first, once, and refunded ones none', async () => {
  const product = await aProduct();
  await stock(product.id, 1);
  await aResource({ product });
  const waiting = [await aResource({ product }), await aResource({ product }), await aResource({ product })];
  const [refunded, older, newer] = waiting;
  const orderItemIds = [refunded?.orderItemId ?? ''];
  await inTransaction((tx) => revokeResources(tx, { orderItemIds, at: AT, actor: bySystem }));
  await stock(product.id, 1);
  const which = { productId: product.id, actor: bySystem };
  const presses = await Promise.all([handOutToWaiting(which), handOutToWaiting(which), handOutToWaiting(which)]);
  expect(presses.reduce((sum, { handedOut }) => sum + handedOut, 0)).toBe(1);
  expect(await db().licenseKey.count({ where: { kind: 'associated', apiResourceId: older?.resourceId ?? '' } })).toBe(
    1,
  );
  await stock(product.id, 5);
  expect(await handOutToWaiting(which)).toEqual({ handedOut: 1 });
  expect(await db().licenseKey.count({ where: { kind: 'associated', apiResourceId: newer?.resourceId ?? '' } })).toBe(
    1,
  );
  expect(await stockOf(product.number)).toMatchObject({ inStock: 4, handedOut: 3, waiting: 0 });
});
