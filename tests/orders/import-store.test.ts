import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { readMasterKey } from '@/lib/licensing/read-master-key';
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
