import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { db } from '@/lib/db/client';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { keyHint } from '@/lib/secrets/key-format';
import { askWcAm } from '../support/ask-wc-am';
import { openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aResource } from '../support/factories';
import { get, post } from '../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
let key = '';
let product = 0;
beforeAll(async () => {
  lane = await openLane();
  ({ key, planNumber: product } = await aResource());
});
afterAll(() => lane.close());
beforeEach(async () => {
  forgetCallLimits();
  await db().requestLogEntry.deleteMany();
});

/** The one call that was logged; the key nowhere in it. */
async function logged() {
  await flushCalls();
  const rows = await db().requestLogEntry.findMany({ omit: { id: true } });
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain(key);
  return rows[0];
}

test.each([
  ['activation', 'activate'],
  ['status', 'status'],
  ['deactivate', 'deactivate'],
])('a %s with the instance “0” of a fresh client is logged with its key and product', async (sent, action) => {
  await askWcAm(lane.door, `request=${sent}&api_key=${key}&product_id=${product}&instance=0&object=x.example`);
  expect(await logged()).toMatchObject({
    action,
    outcome: 'missing',
    keyHint: keyHint(key),
    product: String(product),
    instance: '',
  });
});

test('a call without a product is logged with what it did send, under whatever name', async () => {
  await askWcAm(lane.door, `wc_am_action=activate&licence_key=${key}&instance=laptop&software_version=1.2`);
  expect(await logged()).toMatchObject({
    outcome: 'missing',
    keyHint: keyHint(key),
    product: '',
    instance: 'laptop',
    version: '1.2',
  });
});

test.each([
  ['no_request', ''],
  ['unknown_request', '&wc_am_action=toString'],
])('a call refused with %s is logged with what it sent', async (outcome, action) => {
  await askWcAm(lane.door, `api_key=${key}&product_id=${product}&instance=laptop${action}`);
  expect(await logged()).toMatchObject({
    action: '',
    outcome,
    keyHint: keyHint(key),
    product: String(product),
    instance: 'laptop',
  });
});

test('a v1 call without an instance is logged with its action, key and product', async () => {
  await post(lane.door, 'activations', { product, version: '1.2' }, { key });
  expect(await logged()).toMatchObject({
    action: 'activate',
    outcome: 'invalid_request',
    keyHint: keyHint(key),
    product: String(product),
    instance: '',
    version: '1.2',
  });
});

test('a v1 call with a member of another form is logged with it as it came', async () => {
  await post(lane.door, 'status', { product: 'x'.repeat(70_000 >> 1), instance: 5 }, { key });
  expect(await logged()).toMatchObject({ action: 'status', product: 'x'.repeat(190), instance: '5' });
});

test('a body that nobody can read leaves the key of the header and the action of the path', async () => {
  await post(lane.door, 'deactivations', '{', { key });
  expect(await logged()).toMatchObject({
    action: 'deactivate',
    outcome: 'invalid_request',
    keyHint: keyHint(key),
    product: '',
  });
});

test('without a key, or with two, the rest of a v1 call is logged', async () => {
  await post(lane.door, 'status', { product, instance: 'laptop' });
  expect(await logged()).toMatchObject({ action: 'status', outcome: 'key_missing', keyHint: '', instance: 'laptop' });
  await db().requestLogEntry.deleteMany();
  await post(lane.door, 'status', { product, instance: 'laptop', key }, { key });
  expect(await logged()).toMatchObject({ action: 'status', outcome: 'two_keys', keyHint: '', instance: 'laptop' });
});

test('a wrong method is logged with the action of its path', async () => {
  await get(lane.door, 'activations', { key });
  expect(await logged()).toMatchObject({ action: 'activate', outcome: 'method_not_allowed' });
});

test('a key that came as the instance of a refused call is not kept whole', async () => {
  await post(lane.door, 'activations', { instance: key }, { key });
  expect(await logged()).toMatchObject({ outcome: 'invalid_request', instance: keyHint(key) });
});
