import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { LARGEST_BODY } from '@/lib/protocols/exchange';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';
import { get, post } from '../../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => forgetCallLimits());

/** What a problem says, after proving that it is one in every respect. */
async function problemOf(response: Response): Promise<[status: number, reason: string]> {
  const text = await response.text();
  const problem = JSON.parse(text);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(problem).toMatchObject({
    type: expect.stringMatching(new RegExp(`^https?://.+/developers/errors/${problem.reason}$`)),
    title: expect.stringMatching(/^[A-Z].*[^.]$/),
    status: response.status,
    detail: expect.stringMatching(/^[A-Z].*\.$/),
    request_id: expect.stringMatching(/^req_[0-9a-f]{32}$/),
  });
  expect(response.headers.get('x-request-id')).toBe(problem.request_id);
  return [response.status, problem.reason];
}

const past = () => new Date(now().getTime() - 1_000);

describe('what the core refuses', () => {
  test.each(['activations', 'status', 'deactivations'])('%s with a key that does not exist', async (call) => {
    const { number: product } = await aProduct();
    const response = await post(lane.door, call, { product, instance: 'laptop' }, { key: 'lko_nobody' });
    expect(response.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(await problemOf(response)).toEqual([401, 'key_not_found']);
  });

  test('a key that is too long or unprintable is answered exactly like an unknown one', async () => {
    const { number: product } = await aProduct();
    const texts = ['unknown', 'x'.repeat(191), 'a\u0000b', '\ud800'].map(async (key) => {
      const response = await post(lane.door, 'status', { key, product, instance: 'laptop' });
      return JSON.stringify([response.status, { ...(await response.json()), request_id: '' }]);
    });
    expect(new Set(await Promise.all(texts)).size).toBe(1);
  });

  test('a key that does not open the product', async () => {
    const { key } = await aResource();
    const { number: product } = await aProduct();
    const response = await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
    expect(await problemOf(response)).toEqual([403, 'wrong_product']);
  });

  test.each([
    ['suspended', () => ({ suspendedAt: past() })],
    ['expired', () => ({ expiresAt: past() })],
    ['revoked', () => ({ revokedAt: past() })],
  ])('a right that is %s, in every call that needs it', async (reason, change) => {
    const { key, productNumber: product, resourceId } = await aResource();
    await db().apiResource.update({ where: { id: resourceId }, data: change() });
    for (const call of ['activations', 'status', 'deactivations', 'products']) {
      const response = await post(lane.door, call, { product, instance: 'laptop' }, { key });
      expect([call, ...(await problemOf(response))]).toEqual([call, 403, reason]);
    }
  });

  test('a customer whose access is disabled', async () => {
    const { key, productNumber: product, customerId } = await aResource();
    await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
    await db().customer.update({ where: { id: customerId }, data: { disabledAt: past() } });
    for (const call of ['activations', 'status', 'deactivations', 'products', 'updates']) {
      const response = await post(lane.door, call, { product, instance: 'laptop' }, { key });
      expect([call, ...(await problemOf(response))]).toEqual([call, 403, 'access_disabled']);
    }
  });

  test('more instances than places', async () => {
    const { key, productNumber: product } = await aResource({ activationLimit: 1 });
    await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
    const response = await post(lane.door, 'activations', { product, instance: 'desktop' }, { key });
    expect(await problemOf(response)).toEqual([409, 'limit_reached']);
  });

  test('the same instance twice, where the store is strict', async () => {
    const { key, productNumber: product } = await aResource();
    await saveStoreSettings({ strictReactivation: true }, bySystem);
    await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
    const response = await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
    await saveStoreSettings({ strictReactivation: false }, bySystem);
    expect(await problemOf(response)).toEqual([409, 'already_active']);
  });

  test('an instance that holds no place cannot give one back', async () => {
    const { key, productNumber: product } = await aResource();
    const response = await post(lane.door, 'deactivations', { product, instance: 'laptop' }, { key });
    expect(await problemOf(response)).toEqual([404, 'activation_not_found']);
  });

  test('updates of a product that the store does not have', async () => {
    expect(await problemOf(await get(lane.door, 'updates?product=2147483647'))).toEqual([404, 'product_not_found']);
  });

  test('updates for the public, where the store keeps its releases to itself', async () => {
    const { number: product } = await aProduct();
    await saveStoreSettings({ publicVersionInfo: false }, bySystem);
    const anonymous = await get(lane.door, `updates?product=${product}`);
    const unlicensed = await get(lane.door, `updates?product=${product}&instance=x`, { key: 'lko_nobody' });
    await saveStoreSettings({ publicVersionInfo: true }, bySystem);
    expect(await problemOf(anonymous)).toEqual([401, 'key_missing']);
    expect(await problemOf(unlicensed)).toEqual([403, 'license_required']);
  });
});

describe('what is wrong with the request itself', () => {
  const fine = { product: 1, instance: 'laptop' };

  test('no key', async () => {
    const response = await post(lane.door, 'activations', fine);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(await problemOf(response)).toEqual([401, 'key_missing']);
  });

  test.each([
    'key',
    'api_key',
    'apiKey',
    'licence_key',
    'license-key',
    'licenseKey',
    'product_order_api_key',
    'master_api_key',
    'access_token',
    'Authorization',
  ])('a key in the query as %s is refused and never repeated', async (name) => {
    const secret = 'lko_canary4711';
    const response = await lane.door(`/api/v1/products?${name}=${secret}`);
    const text = await response.clone().text();
    expect(text).not.toContain(secret);
    expect(await problemOf(response)).toEqual([400, 'key_in_url']);
  });

  test('two keys', async () => {
    const response = await post(lane.door, 'activations', { ...fine, key: 'one' }, { key: 'two' });
    expect(await problemOf(response)).toEqual([400, 'two_keys']);
  });

  test.each([
    ['no instance', { product: 1 }, ['instance']],
    ['an empty instance', { product: 1, instance: '' }, ['instance']],
    ['a NUL', { product: 1, instance: 'a\u0000b' }, ['instance']],
    ['a lone surrogate', { product: 1, instance: '\ud800' }, ['instance']],
    ['too long an instance', { product: 1, instance: '🏠'.repeat(191) }, ['instance']],
    ['white space around it', { product: 1, instance: ' laptop' }, ['instance']],
    ['an operator object', { product: { not: null }, instance: { contains: '' } }, ['product', 'instance']],
    ['a list', { product: [1], instance: ['laptop'] }, ['product', 'instance']],
    ['half a product', { product: 1.5, instance: 'laptop' }, ['product']],
    ['a label that is no text', { ...fine, label: 7 }, ['label']],
    ['a key that is no text', { ...fine, key: { contains: '' } }, ['key']],
    ['no object', [], ['body']],
    ['nothing', 'null', ['body']],
    ['no JSON', '{', ['body']],
  ])('%s names the members and touches nothing', async (_what, body, fields) => {
    const key = typeof body === 'object' && 'key' in body ? {} : { key: 'lko_x' };
    const response = await post(lane.door, 'activations', body, key);
    const { errors } = await response.clone().json();
    expect(errors.map((error: { field: string }) => error.field)).toEqual(fields);
    expect(await problemOf(response)).toEqual([400, 'invalid_request']);
    expect(await db().activation.count({ where: { instance: { in: ['a', 'b', ' laptop', ''] } } })).toBe(0);
  });

  test('190 characters of four bytes are an instance', async () => {
    const { key, productNumber: product } = await aResource();
    const instance = '🏠'.repeat(190);
    const response = await post(lane.door, 'activations', { product, instance }, { key });
    expect((await response.json()).activation.instance).toBe(instance);
  });

  test('a member that no call has is ignored', async () => {
    const { key, productNumber: product } = await aResource();
    const body = `{"product":${product},"instance":"laptop","__proto__":{"a":1},"constructor":1,"later":[{}]}`;
    expect((await post(lane.door, 'activations', body, { key })).status).toBe(201);
  });

  test('the same parameter twice is refused, because nobody can know which is meant', async () => {
    expect(await problemOf(await get(lane.door, 'updates?product=1&product=2'))).toEqual([400, 'invalid_request']);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])(
    'a body of %s',
    async (type) => {
      const response = await post(lane.door, 'status', fine, { key: 'lko_x', 'content-type': type });
      expect(await problemOf(response)).toEqual([415, 'unsupported_media_type']);
    },
  );

  test('JSON in another encoding', async () => {
    const type = { 'content-type': 'application/json; charset=utf-7' };
    expect(await problemOf(await post(lane.door, 'status', fine, { key: 'x', ...type }))).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });

  test('bytes that are no UTF-8', async () => {
    const body = Buffer.concat([
      Buffer.from('{"product":1,"instance":"'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    const headers = { 'content-type': 'application/json', authorization: 'Bearer lko_x' };
    const response = await lane.door('/api/v1/status', { method: 'POST', headers, body });
    expect(await problemOf(response)).toEqual([400, 'invalid_request']);
  });

  test('more than any call needs', async () => {
    const body = JSON.stringify({ ...fine, more: 'x'.repeat(LARGEST_BODY) });
    expect(await problemOf(await post(lane.door, 'status', body, { key: 'x' }))).toEqual([413, 'too_large']);
  });

  test('another method', async () => {
    const response = await lane.door('/api/v1/activations');
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    expect(await problemOf(response)).toEqual([405, 'method_not_allowed']);
  });

  test.each(['""', '"a', 'ä', 'x'.repeat(256)])('an Idempotency-Key that is none: %s', async (sent) => {
    const response = await post(lane.door, 'activations', fine, { key: 'lko_x', 'idempotency-key': sent });
    expect(await problemOf(response)).toEqual([400, 'idempotency_key_invalid']);
  });
});

describe('what is wrong with the moment', () => {
  test('an address that the store does not answer', async () => {
    const { key } = await aResource();
    await saveStoreSettings({ trustedSources: ['192.0.2.1'] }, bySystem);
    const response = await get(lane.door, 'products', { key });
    await saveStoreSettings({ trustedSources: [] }, bySystem);
    expect(await problemOf(response)).toEqual([403, 'source_not_trusted']);
  });

  test('trouble inside is told as such, with nothing about the licence', async () => {
    const { handle } = await import('@/lib/protocols/v1/handle');
    const { clientCore } = await import('@/lib/licensing/client-core');
    const broken = { ...clientCore(), checkStatus: () => Promise.reject(new Error('SELECT secret FROM somewhere')) };
    const answer = await handle(
      {
        method: 'POST',
        path: '/api/v1/status',
        query: '',
        contentType: 'application/json',
        body: '{"key":"lko_x","product":1,"instance":"laptop"}',
        address: '192.0.2.7',
        userAgent: '',
        header: () => '',
      },
      broken,
    );
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.body).toContain('"reason":"internal"');
    expect(answer.body).not.toMatch(/secret|somewhere|stack/);
  });
});
