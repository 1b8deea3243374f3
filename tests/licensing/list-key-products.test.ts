import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { listKeyProducts } from '@/lib/licensing/list-key-products';
import { AT } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, aResource, first } from '../support/factories';

useDatabase();

const productsOf = async (key: string) => first(await listKeyProducts([{ key }], { at: AT }));
const change = (id: string, data: { expiresAt?: Date; graceUntil?: Date; suspendedAt?: Date; revokedAt?: Date }) =>
  db().apiResource.update({ where: { id }, data });

test('a master key lists what all orders of its customer bought, oldest first; a product order key its own order alone', async () => {
  const customerId = (await aCustomer()).id;
  const older = await aResource({ customerId });
  const newer = await aResource({ customerId });
  await aResource();

  const all = await productsOf(older.masterKey);
  expect(all).toMatchObject({ ok: true, keyKind: 'master', accessDisabled: false, customerId });
  expect(all.ok && all.resources.map((resource) => resource.id)).toEqual([older.resourceId, newer.resourceId]);
  expect(all.ok && all.resources.map((resource) => resource.planNumber)).toEqual([older.planNumber, newer.planNumber]);
  const own = await productsOf(newer.key);
  expect(own.ok && own.resources.map((resource) => resource.id)).toEqual([newer.resourceId]);
});

test('what has ended is left out, what is in grace is listed', async () => {
  const customerId = (await aCustomer()).id;
  const ended = await aResource({ customerId });
  const graced = await aResource({ customerId });
  const yesterday = new Date(AT.getTime() - 86_400_000);
  const tomorrow = new Date(AT.getTime() + 86_400_000);
  await change(ended.resourceId, { expiresAt: yesterday });
  await change(graced.resourceId, { expiresAt: yesterday, graceUntil: tomorrow });

  const listed = await productsOf(ended.masterKey);
  expect(listed.ok && listed.resources.map((resource) => resource.id)).toEqual([graced.resourceId]);
  expect(await productsOf(ended.key)).toMatchObject({ ok: false, reason: 'expired', keyKind: 'product_order' });
});

test('a key that opens nothing says why', async () => {
  const revoked = await aResource();
  const suspended = await aResource();
  await change(revoked.resourceId, { revokedAt: AT });
  await change(suspended.resourceId, { suspendedAt: AT });

  expect(await productsOf('nobody knows this key')).toMatchObject({ ok: false, reason: 'key_not_found' });
  expect(await productsOf(revoked.key)).toMatchObject({ ok: false, reason: 'revoked' });
  expect(await productsOf(suspended.key)).toMatchObject({ ok: false, reason: 'suspended' });
});

test('a disabled customer is told of, not refused, also when the key opens nothing', async () => {
  const { key, customerId, resourceId } = await aResource();
  await db().customer.update({ where: { id: customerId }, data: { disabledAt: AT } });
  expect(await productsOf(key)).toMatchObject({ ok: true, accessDisabled: true });
  await change(resourceId, { revokedAt: AT });
  expect(await productsOf(key)).toMatchObject({ ok: false, reason: 'revoked', accessDisabled: true });
});
