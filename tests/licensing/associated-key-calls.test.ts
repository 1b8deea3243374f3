import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishRelease } from '@/lib/catalog/publish-release';
import { db, inTransaction } from '@/lib/db/client';
import { addAssociatedKeys, checkAssociatedKeys } from '@/lib/licensing/add-associated-keys';
import { importDocument } from '@/lib/orders/import-document';
import { importStore } from '@/lib/orders/import-store';
import { AT } from '../support/client-calls';
import { openLane } from '../support/client-lane';
import { revokeResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem } from '../support/factories';
import { post } from '../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

type Answer = Record<string, unknown> & { success: boolean; data?: Record<string, unknown> };

async function call(parameters: Record<string, string | number>): Promise<Answer> {
  const query = new URLSearchParams(
    Object.entries({ 'wc-api': 'wc-am-api', ...parameters }).map(([k, v]) => [k, `${v}`]),
  );
  const answer: Answer = await (await lane.door(`/?${query}`, { method: 'POST' })).json();
  return answer;
}

const NO_RESOURCES = expect.stringMatching(/^No API Resources exist\./);

/** A purchase of a product whose stock holds this one key. */
async function boughtWith(key: string) {
  const product = await aProduct({ plans: [{ activationLimit: 2 }] });
  const file = { fileName: 'acme.zip', source: 'remote', location: 'https://files.example.test/acme.zip' } as const;
  const artifacts = [{ ...file, sizeBytes: 1, sha256: 'a'.repeat(64) }];
  await inTransaction((tx) => publishRelease(tx, { productId: product.id, version: '2.0.0', artifacts }, AT));
  const offered = { productId: product.id, text: key };
  const checked = await checkAssociatedKeys(offered);
  if (!checked.ok) throw new Error(checked.reason);
  await addAssociatedKeys({ ...offered, fingerprint: checked.report.fingerprint, at: AT, actor: bySystem });
  return { product, buy: () => aResource({ product, activationLimit: 2 }) };
}

test('0.17 a custom key of the stock opens nothing until it is bought, then every action the original lets it', async () => {
  const key = 'CUSTOM: Zürich/7 & Söhne, 2026-41-QX';
  const { product, buy } = await boughtWith(key);
  const which = { api_key: key, product_id: product.plan.number, instance: 'site-a' };
  expect(await call({ ...which, wc_am_action: 'activate' })).toMatchObject({ success: false, code: '100' });

  await buy();
  expect(await call({ ...which, wc_am_action: 'activate', object: 'a.example.test' })).toMatchObject({
    success: true,
    activated: true,
    data: { total_activations: 1, activations_remaining: 1 },
  });
  expect(await call({ ...which, wc_am_action: 'status' })).toMatchObject({ success: true, status_check: 'active' });
  const update = { ...which, wc_am_action: 'update', plugin_name: 'acme/acme.php', version: '1.0.0' };
  expect(await call(update)).toMatchObject({
    data: {
      package: { product_id: String(product.plan.number), package: expect.stringContaining('am_download_file') },
    },
  });
  expect(await call({ ...update, wc_am_action: 'information' })).toMatchObject({
    success: true,
    data: { package: { product_id: String(product.plan.number) }, info: { active_installs: 1 } },
  });
  expect(await call({ wc_am_action: 'verify_api_key_is_active', api_key: key })).toMatchObject({ success: true });
  expect(await call({ ...which, wc_am_action: 'deactivate' })).toMatchObject({ success: true, deactivated: true });
});

test('0.17 a custom key beyond ASCII opens /api/v1 in the header too, as UTF-8', async () => {
  const key = 'CUSTOM: Köln/8 & Söhne, 2026-52-RT';
  const { product, buy } = await boughtWith(key);
  await buy();
  const inHeader = Buffer.from(key).toString('latin1');
  const answer = await post(
    lane.door,
    'activations',
    { product: product.plan.number, instance: 'a' },
    { key: inHeader },
  );
  expect(answer.status).toBe(201);
});

test('0.17 product_list is not for associated keys: No API Resources exist', async () => {
  const { buy } = await boughtWith('stock-key-for-a-list-7Q2M9XKD');
  await buy();
  const list = { wc_am_action: 'product_list', api_key: 'stock-key-for-a-list-7Q2M9XKD', instance: 'site' };
  expect(await call(list)).toMatchObject({ success: false, error: NO_RESOURCES });
});

test('0.17 the key opens the API Resource it came with and no other of its customer', async () => {
  const key = 'only-this-one-F3T8ZW6R1B';
  const { product, buy } = await boughtWith(key);
  const { customerId } = await buy();
  await aResource({ product, customerId, activationLimit: 5 });
  for (const instance of ['one', 'two']) {
    const answer = await call({ wc_am_action: 'activate', api_key: key, product_id: product.plan.number, instance });
    expect(answer).toMatchObject({ success: true });
  }
  const third = { wc_am_action: 'activate', api_key: key, product_id: product.plan.number, instance: 'three' };
  expect(await call(third)).toMatchObject({ error: 'Cannot activate API Key. No API Resources available.' });
  const elsewhere = await aResource({ customerId });
  expect(await call({ ...third, product_id: elsewhere.planNumber })).toMatchObject({ error: NO_RESOURCES });
});

test('0.17 a refund ends the key with its API Resource, and it does not go back to the stock', async () => {
  const key = 'refunded-H5N2PC8YVT';
  const { product, buy } = await boughtWith(key);
  const { orderItemId } = await buy();
  const which = { api_key: key, product_id: product.plan.number, instance: 'site' };
  await call({ ...which, wc_am_action: 'activate' });
  await inTransaction((tx) => revokeResources(tx, { orderItemIds: [orderItemId], at: AT, actor: bySystem }));
  for (const action of ['activate', 'status', 'deactivate', 'verify_api_key_is_active']) {
    expect(await call({ ...which, wc_am_action: action })).toMatchObject({ success: false });
  }
  await buy();
  expect(await db().licenseKey.count({ where: { kind: 'associated', productId: product.id } })).toBe(1);
});

test('0.18 a key from before 2.0 comes in by an import and authenticates as its 1.x client sends it: GET, title, e-mail', async () => {
  const [key, second] = ['wc_order_5a8c9b1d2e3f4_am_Xy7Kq2LmN9Pw', 'am_Old Key, typed by hand'];
  const document = {
    products: [
      {
        number: 4711,
        slug: 'acme-theme',
        title: 'Acme Theme',
        legacyTitle: 'Acme Thème 2013',
        plans: [{ number: 4711, name: 'Site', unitAmount: 4900, currency: 'usd', activationLimit: 2, termDays: null }],
      },
    ],
    customers: [
      {
        email: 'early@example.test',
        orders: [
          {
            number: 812,
            placedAt: '2014-03-01',
            items: [{ planNumber: 4711, resourceNumber: 901, associatedApiKeys: [key] }],
          },
        ],
      },
    ],
    associatedApiKeys: [{ key: second, resourceNumber: 901 }],
  };
  const imported = await importStore(importDocument.parse(document), AT, bySystem);
  expect(imported).toMatchObject({ ok: true, associatedApiKeys: 2 });
  const ask = async (licenceKey: string, request: string) => {
    const query = new URLSearchParams({
      'wc-api': 'am-software-api',
      request,
      email: 'early@example.test',
      licence_key: licenceKey,
      product_id: 'Acme Thème 2013',
      instance: `site of ${licenceKey}`,
      platform: 'early.example.test',
      software_version: '1.4',
    });
    const answer: Answer = await (await lane.door(`/?${query}`)).json();
    return answer;
  };
  for (const licenceKey of [key, second]) {
    expect(await ask(licenceKey, 'activation')).toMatchObject({ success: true, activated: true });
    expect(await ask(licenceKey, 'status')).toMatchObject({ success: true, status_check: 'active' });
  }
  expect(await ask(key, 'deactivation')).toMatchObject({ success: true, deactivated: true });
});
