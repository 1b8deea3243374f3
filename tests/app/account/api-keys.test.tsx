import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { orderMail } from '@/lib/email/order-mail';
import { checkStatus } from '@/lib/licensing/check-status';
import { deleteActivation } from '@/lib/licensing/delete-activation';
import { keepAssociatedKeys } from '@/lib/licensing/keep-associated-keys';
import {
  readVisibleAssociatedKey,
  readVisibleMasterKey,
  readVisibleProductOrderKey,
} from '@/lib/licensing/read-visible-key';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { maskedOrder } from '@/lib/mailbox/masked-order';
import { readOrder } from '@/lib/orders/read-order';
import { readOrderMail } from '@/lib/orders/read-order-mail';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { useDatabase } from '../../support/database';
import { aCustomer, aProduct, aResource, bySystem } from '../../support/factories';
import { activateOnce, callOf, page, withSettings } from './api-keys-page';

useDatabase();

const DAY_MS = 86_400_000;

/** One product bought twice by one customer, 3 and 2 places, with one activation on each purchase. */
async function boughtTwice() {
  const product = await aProduct({ title: 'Acme Twice' });
  const first = await aResource({ product, activationLimit: 3 });
  const second = await aResource({ product, activationLimit: 2, customerId: first.customerId });
  await activateOnce({ key: first.key, productId: first.planNumber, instance: 'laptop' });
  await activateOnce({ key: second.key, productId: first.planNumber, instance: 'server' });
  return { product, first, second };
}

test('0.01 the page shows the one Master API Key, and it opens every API Resource of its customer', async () => {
  const one = await aResource();
  const two = await aResource({ customerId: one.customerId });
  const { html, words } = await page(one.customerId);
  expect(words).toContain('Master API Key');
  expect(html).toContain(one.masterKey);
  expect(two.masterKey).toBe(one.masterKey);
  for (const productId of [one.planNumber, two.planNumber]) {
    expect(await activateOnce({ key: one.masterKey, productId, instance: `i${productId}` })).toMatchObject({
      ok: true,
    });
  }
});

test('0.02 the API Resources table stands below the master key', async () => {
  const { customerId } = await aResource();
  const { html } = await page(customerId);
  expect(html.indexOf('Master API Key')).toBeLessThan(html.indexOf('API Resources'));
  expect(html.indexOf('API Resources')).toBeLessThan(html.indexOf('<table'));
});

test('0.03 with product order keys shown, each order item is a row with its own count, even of one product', async () => {
  const { first, second } = await boughtTwice();
  const { keys, html, words } = await page(first.customerId);
  expect(keys.resources.map((row) => row.productOrderApiKey)).toEqual([first.key, second.key]);
  expect(keys.resources.map((row) => [row.allowance.used, row.allowance.limit])).toEqual([
    [1, 3],
    [1, 2],
  ]);
  expect(words).toContain('1 of 3');
  expect(words).toContain('1 of 2');
  expect(html).toContain(first.key);
  expect(html).toContain(second.key);
});

test('0.04 merged rows count the places of a right that has ended only when none works', async () => {
  const { first, second } = await boughtTwice();
  const end = (resourceId: string) =>
    db().apiResource.update({ where: { id: resourceId }, data: { expiresAt: new Date(Date.now() - DAY_MS) } });
  await withSettings({ showProductOrderApiKeys: false }, async () => {
    expect((await page(first.customerId)).words).toContain('2 of 5');
    await end(first.resourceId);
    expect((await page(first.customerId)).words).toContain('1 of 2');
    await end(second.resourceId);
    const { words } = await page(first.customerId);
    expect(words).toContain('2 of 5');
    expect(words).toContain('Ended, renewable until');
  });
});

test('0.04 with product order keys hidden, rows of one product are merged and no key string leaves the server', async () => {
  const { product, first, second } = await boughtTwice();
  const other = await aResource({ customerId: first.customerId });
  await withSettings({ showProductOrderApiKeys: false }, async () => {
    const { keys, html, words, payload } = await page(first.customerId);
    expect(keys.resources.map((row) => row.productTitle)).toEqual([product.title, other.product.title]);
    expect(words).toContain('2 of 5');
    expect(html).toContain('laptop');
    expect(html).toContain('server');
    for (const { key } of [first, second, other]) {
      expect(html).not.toContain(key);
      expect(payload).not.toContain(key);
      expect(payload).not.toContain(key.slice(-6));
    }
    expect(html).not.toContain('Product Order API Key');
  });
});

test('0.05 the column Product Title names the product with its ID number', async () => {
  const { customerId, planNumber, product } = await aResource();
  const { words } = await page(customerId);
  expect(words).toContain('Product Title');
  expect(words).toMatch(new RegExp(`${product.title} ID ${planNumber}\\b`));
});

test('0.06 the column Product ID carries the number that API requests need, with copy', async () => {
  const { customerId, planNumber, key } = await aResource();
  const { html, words } = await page(customerId);
  expect(words).toContain('Product ID');
  expect(html).toContain(`aria-label="Copy Product ID of Acme Backup"`);
  expect(await activateOnce({ key, productId: planNumber, instance: 'x' })).toMatchObject({ ok: true });
});

test('0.07 the column Product Order API Key carries the key that opens exactly this resource, with copy', async () => {
  const mine = await aResource();
  const other = await aResource({ customerId: mine.customerId });
  const { html } = await page(mine.customerId);
  expect(html).toContain(mine.key);
  expect(html).toMatch(/aria-label="Copy Product Order API Key of Acme Backup, order \d+"/);
  const elsewhere = await activateOnce({ key: mine.key, productId: other.planNumber, instance: 'x' });
  expect(elsewhere).toMatchObject({ ok: false });
});

test.each([
  ['a date', { expiresAt: new Date(Date.now() + 30 * DAY_MS) }, /<time/],
  ['lifetime', { expiresAt: null }, /Never: lifetime/],
  [
    'payment grace',
    { expiresAt: new Date(Date.now() - DAY_MS), graceUntil: new Date(Date.now() + DAY_MS) },
    /Pay by.*Pay now/,
  ],
  ['renewable until', { expiresAt: new Date(Date.now() - DAY_MS) }, /Ended, renewable until/],
  ['ended', { expiresAt: new Date(Date.now() - 61 * DAY_MS) }, />Ended</],
  ['on hold', { suspendedAt: new Date() }, /On hold/],
])('0.08 the column Expires shows %s', async (_form, data, shown) => {
  const { customerId, resourceId } = await aResource();
  await db().apiResource.update({ where: { id: resourceId }, data });
  const { html } = await page(customerId);
  expect(html).toContain('Expires');
  expect(html).toMatch(shown);
});

test('0.08 a subscription ends when it is cancelled', async () => {
  const { customerId, resourceId } = await aResource();
  const { planId } = await db().apiResource.findUniqueOrThrow({ where: { id: resourceId } });
  const subscription = await db().subscription.create({
    data: { customerId, status: 'active', createdAt: new Date(), items: { create: [{ planId, quantity: 1 }] } },
    include: { items: true },
  });
  const subscriptionItemId = subscription.items[0]?.id ?? '';
  await db().apiResource.update({ where: { id: resourceId }, data: { orderItemId: null, subscriptionItemId } });
  expect((await page(customerId)).words).toContain('When cancelled');
});

test('0.09 the column Activations shows used out of total, unlimited in words', async () => {
  const limited = await aResource({ activationLimit: 3, quantity: 2 });
  const unlimited = await aResource({ activationLimit: null, customerId: limited.customerId });
  await activateOnce({ key: limited.key, productId: limited.planNumber, instance: 'a' });
  const { words } = await page(limited.customerId);
  expect(words).toContain('Activations');
  expect(words).toContain('1 of 6');
  expect(words).toContain('0 of unlimited');
  expect(unlimited.customerId).toBe(limited.customerId);
});

test('0.09 an activation beyond a lowered limit is listed as over the limit and not counted', async () => {
  const { customerId, resourceId, key, planNumber } = await aResource({ activationLimit: 2 });
  for (const instance of ['first', 'second']) await activateOnce({ key, productId: planNumber, instance });
  await inTransaction((tx) =>
    setActivationLimit(tx, { apiResourceId: resourceId, activationLimit: 1, actor: bySystem }),
  );
  const { words } = await page(customerId);
  expect(words).toContain('1 of 1');
  expect(words).toMatch(/(first|second)\s+Over the limit/);
  expect(words.match(/Over the limit/g)).toHaveLength(1);
});

test('0.10 each activation has a Delete button that needs no script; it gives the place back to its owner alone', async () => {
  const { customerId, key, planNumber } = await aResource({ activationLimit: 1 });
  const call = { key, productId: planNumber, instance: 'laptop' };
  await activateOnce(call);
  const before = await page(customerId);
  const id = before.keys.resources[0]?.activations[0]?.id ?? '';
  expect(before.html).toMatch(new RegExp(`<form[^>]*>(?:(?!</form>).)*name="activation" value="${id}"`));
  expect(before.html).toContain('aria-label="Delete activation laptop"');
  const stranger = await aCustomer();
  const which = { activationId: id, actor: bySystem };
  expect(await deleteActivation({ ...which, customerId: stranger.id })).toEqual({
    ok: false,
    reason: 'activation_not_found',
  });
  expect(await deleteActivation({ ...which, customerId })).toMatchObject({ ok: true });
  const after = await page(customerId);
  expect(after.words).toContain('0 of 1');
  expect(after.html).not.toContain('laptop');
  expect(await checkStatus([callOf(call)], { at: new Date() })).toMatchObject([{ ok: true, active: false }]);
});

test('0.11 either key can be hidden by a setting, never both, and a hidden one is not delivered after the switch', async () => {
  const { customerId, masterKey, key, resourceId } = await aResource();
  await withSettings({ showMasterApiKey: false }, async () => {
    const { html, payload } = await page(customerId);
    expect(html + payload).not.toContain(masterKey);
    expect(html).not.toContain('Master API Key');
    expect(html).toContain(key);
    expect(await readVisibleMasterKey(customerId)).toBeUndefined();
    expect(await saveStoreSettings({ showProductOrderApiKeys: false }, bySystem)).toEqual({
      ok: false,
      reason: 'both_keys_hidden',
    });
  });
  const which = { customerId, apiResourceId: resourceId };
  expect(await readVisibleProductOrderKey(which)).toBe(key);
  const stranger = await aCustomer();
  expect(await readVisibleProductOrderKey({ ...which, customerId: stranger.id })).toBeUndefined();
  await withSettings({ showProductOrderApiKeys: false }, async () => {
    expect(await readVisibleProductOrderKey(which)).toBeUndefined();
    expect((await page(customerId)).html).toContain(masterKey);
  });
});

test('0.17 associated keys are shown only by a setting, off at first; off, they never reach the browser', async () => {
  const { customerId, resourceId, product, orderId } = await aResource();
  const key = 'CUSTOM-KEY-OF-THIS-PURCHASE-9X2K';
  const kept = { keys: [{ key, apiResourceId: resourceId, customerId, productId: product.id }] };
  await inTransaction((tx) => keepAssociatedKeys(tx, { ...kept, at: new Date(), actor: bySystem }));
  const { id: licenseKeyId } = await db().licenseKey.findFirstOrThrow({ where: { kind: 'associated', customerId } });
  const off = await page(customerId);
  expect(off.html + off.payload).not.toMatch(/CUSTOM-KEY|Associated API Key/);
  expect(await readVisibleAssociatedKey({ customerId, licenseKeyId })).toBeUndefined();
  expect(JSON.stringify([await readOrder({ customerId, orderId }), await readOrderMail(orderId)])).not.toContain(key);

  const stranger = await aCustomer();
  for (const showProductOrderApiKeys of [true, false]) {
    await withSettings({ showAssociatedKeys: true, showProductOrderApiKeys }, async () => {
      const on = await page(customerId);
      expect(on.words).toContain('Associated API Key');
      expect(on.html).toContain(key);
      expect(await readVisibleAssociatedKey({ customerId, licenseKeyId })).toBe(key);
      expect(await readVisibleAssociatedKey({ customerId: stranger.id, licenseKeyId })).toBeUndefined();
      expect((await readOrder({ customerId, orderId }))?.items[0]?.associatedApiKeys).toEqual([key]);
      const facts = await readOrderMail(orderId);
      if (!facts) throw new Error('The order is gone');
      const mail = JSON.stringify(orderMail(facts, { apiKeysUrl: '/' }));
      expect(mail).toContain(key);
      expect(JSON.stringify(maskedOrder(facts))).not.toContain(key);
    });
  }
});

test('a label is shown as text; only a web address becomes a link, without its scheme', async () => {
  const { customerId, key, planNumber } = await aResource({ activationLimit: null });
  const labels = ['https://site.test/blog', 'javascript:alert(1)', '<img src=x onerror=alert(1)>'];
  for (const [i, label] of labels.entries()) {
    await activateOnce({ key, productId: planNumber, instance: `i${i}`, label });
  }
  const { html } = await page(customerId);
  expect(html).toMatch(
    /<a href="https:\/\/site\.test\/blog" rel="nofollow noopener noreferrer"[^>]*>site\.test\/blog</,
  );
  expect(html).not.toContain('href="javascript');
  expect(html).not.toContain('<img');
});

test('a customer without an order sees where the keys will be', async () => {
  const { words } = await page((await aCustomer()).id);
  expect(words).toContain('You get your Master API Key with your first order.');
  expect(words).toContain('No API Resources yet');
});
