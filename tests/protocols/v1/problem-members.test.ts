import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { clientCore } from '@/lib/licensing/client-core';
import { handle } from '@/lib/protocols/v1/handle';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';
import { manageCall } from '../../support/manage-calls';
import { post } from '../../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => forgetCallLimits());

type Sold = { productNumber: number; key: string };
const activate = ({ productNumber: product, key }: Sold, instance: string) =>
  post(lane.door, 'activations', { product, instance }, { key });

test('a full licence tells whoever holds its key how many places there are and are taken', async () => {
  const sold = await aResource({ activationLimit: 2 });
  for (const instance of ['laptop', 'tower']) await activate(sold, instance);
  const refused = await (await activate(sold, 'phone')).json();
  expect(refused).toMatchObject({ code: 'limit_reached', limit: 2, used: 2 });
});

test('for a master key the places of all its orders of the product are counted', async () => {
  const first = await aResource({ activationLimit: 1 });
  const { product, customerId, masterKey: key } = first;
  await aResource({ product, customerId, activationLimit: 2 });
  const sold = { productNumber: first.productNumber, key };
  for (const instance of ['laptop', 'tower', 'phone']) await activate(sold, instance);
  expect(await (await activate(sold, 'watch')).json()).toMatchObject({ code: 'limit_reached', limit: 3, used: 3 });
});

test('the numbers of a full licence are told to no other key', async () => {
  const sold = await aResource({ activationLimit: 1 });
  await activate(sold, 'laptop');
  const other = await aResource();
  for (const key of ['lko_nobody', sold.key.slice(0, -1), other.key]) {
    const refused = await (await activate({ ...sold, key }, 'tower')).json();
    expect([refused.code, refused.limit, refused.used]).toEqual([expect.any(String), undefined, undefined]);
    expect(refused.code).not.toBe('limit_reached');
  }
});

test('numbers that would contradict the refusal, because a place is free again, are left out', async () => {
  const sold = await aResource({ activationLimit: 1 });
  await activate(sold, 'laptop');
  const core = clientCore();
  const freedMeanwhile: typeof core = {
    ...core,
    async lookUpStatus(call) {
      await post(lane.door, 'deactivations', { product: sold.productNumber, instance: 'laptop' }, { key: sold.key });
      return core.lookUpStatus(call);
    },
  };
  const answer = await handle(
    {
      method: 'POST',
      path: '/api/v1/activations',
      query: '',
      contentType: 'application/json',
      body: JSON.stringify({ key: sold.key, product: sold.productNumber, instance: 'tower' }),
      address: '192.0.2.7',
      userAgent: '',
      header: () => '',
    },
    freedMeanwhile,
  );
  const refused = JSON.parse(answer.body);
  expect([refused.code, 'limit' in refused, 'used' in refused]).toEqual(['limit_reached', false, false]);
});

test('a refusal that passes says in the body how many seconds to wait, as its header does', async () => {
  const sold = await aResource({ activationLimit: null });
  await saveStoreSettings({ activationBurst: 1 }, bySystem);
  await activate(sold, 'laptop');
  const response = await activate(sold, 'tower');
  await saveStoreSettings({ activationBurst: 200 }, bySystem);
  const refused = await response.json();
  expect(refused.code).toBe('rate_limited');
  expect(refused.retry_after).toBeGreaterThan(0);
  expect(String(refused.retry_after)).toBe(response.headers.get('retry-after'));
});

test('a refusal that waiting does not help names no wait', async () => {
  const { number: product } = await aProduct();
  const response = await post(lane.door, 'activations', { product, instance: 'laptop' }, { key: 'lko_nobody' });
  expect([response.headers.get('retry-after'), 'retry_after' in (await response.json())]).toEqual([null, false]);
});

test('the management API tells the wait in the body too', async () => {
  const known = { key: `lk_${'a'.repeat(40)}`, address: '198.51.100.77' };
  let answer = await manageCall(known.key, 'GET', '/whoami', undefined, { address: known.address });
  for (let i = 0; i < 200 && answer.status !== 429; i++) {
    answer = await manageCall(known.key, 'GET', '/whoami', undefined, { address: known.address });
  }
  expect(answer.json).toMatchObject({ code: 'rate_limited', retry_after: Number(answer.headers['retry-after']) });
});
