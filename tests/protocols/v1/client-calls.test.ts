import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { type Door, openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aCustomer, aProduct, aResource } from '../../support/factories';
import { get, post, v1RouteDoor } from '../../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => forgetCallLimits());

const doors: [string, Door][] = [
  ['the client lane', (target, init) => lane.door(target, init)],
  ['the Next route', v1RouteDoor],
];

const NEVER = { expiresAt: null, graceUntil: null };

describe.each(doors)('through %s', (_name, door) => {
  test('activating takes a place and tells what is left', async () => {
    const { key, productNumber: product } = await aResource({ activationLimit: 2 });
    const response = await post(
      door,
      'activations',
      { product, instance: 'laptop', label: 'Lab 3', version: '1.2' },
      { key },
    );
    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      active: true,
      activation: { id: expect.any(String), product, instance: 'laptop', label: 'Lab 3', version: '1.2' },
      allowance: { limit: 2, used: 1, remaining: 1 },
    });
  });

  test('the same instance again is told 200 and takes nothing', async () => {
    const { key, productNumber: product } = await aResource({ activationLimit: 2 });
    await post(door, 'activations', { product, instance: 'laptop' }, { key });
    const again = await post(door, 'activations', { product, instance: 'laptop' }, { key });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ allowance: { used: 1 } });
  });

  test('a status tells place, allowance and end, and null where there is no limit', async () => {
    const {
      key,
      productNumber: product,
      planNumber,
      orderNumber,
      resourceNumber,
    } = await aResource({
      activationLimit: null,
    });
    await post(door, 'activations', { product, instance: 'laptop' }, { key });
    const response = await post(door, 'status', { product, instance: 'laptop' }, { key });
    const allowance = { limit: null, used: 1, remaining: null };
    expect(await response.json()).toEqual({
      active: true,
      activation: { id: expect.any(String), version: '' },
      product,
      instance: 'laptop',
      allowance,
      ...NEVER,
      resources: [
        {
          number: resourceNumber,
          product: { number: product, title: 'Acme Backup' },
          plan: { number: planNumber },
          orderNumber,
          subscriptionNumber: null,
          allowance,
          ...NEVER,
        },
      ],
    });
  });

  test('an instance without a place is a plain inactive status, not an error', async () => {
    const { key, productNumber: product } = await aResource();
    const response = await post(door, 'status', { product, instance: 'nobody' }, { key });
    expect([response.status, await response.json()]).toEqual([
      200,
      expect.objectContaining({ active: false, activation: null }),
    ]);
  });

  test('deactivating gives the place back, whatever the instance is called', async () => {
    const { key, productNumber: product } = await aResource({ activationLimit: 1 });
    const instance = 'https://site.example.test/a?b=c#d · 🏠';
    await post(door, 'activations', { product, instance }, { key });
    const response = await post(door, 'deactivations', { product, instance }, { key });
    expect([response.status, await response.json()]).toEqual([
      200,
      { active: false, product, instance, allowance: { limit: 1, used: 0, remaining: 1 } },
    ]);
  });

  test('a master key lists everything it opens', async () => {
    const customer = await aCustomer();
    const one = await aResource({ customerId: customer.id });
    const two = await aResource({ customerId: customer.id, termDays: 30 });
    const body = await (await get(door, 'products', { key: one.masterKey })).json();
    expect(body.keyKind).toBe('master');
    expect(body.resources.map((row: { product: { number: number } }) => row.product.number)).toEqual([
      one.productNumber,
      two.productNumber,
    ]);
    expect(body.resources[1].expiresAt).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  test('the key may travel in the body instead of the header', async () => {
    const { key, productNumber: product } = await aResource();
    expect((await post(door, 'activations', { key, product, instance: 'laptop' })).status).toBe(201);
    expect((await post(door, 'products', { key })).status).toBe(200);
  });

  test('an address without a call is a problem, not a page', async () => {
    const response = await v1RouteDoor('/api/v1/nothing/here');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});

test('a right in grace says until when it works', async () => {
  const { key, productNumber: product, resourceId } = await aResource();
  const graceUntil = new Date(now().getTime() + 86_400_000);
  await db().apiResource.update({
    where: { id: resourceId },
    data: { expiresAt: new Date(now().getTime() - 1000), graceUntil },
  });
  const body = await (await post(lane.door, 'status', { product, instance: 'laptop' }, { key })).json();
  expect(body).toMatchObject({
    graceUntil: graceUntil.toISOString(),
    resources: [{ graceUntil: graceUntil.toISOString() }],
  });
});

test('a product is named by number, by the same number as a text, or by its old title', async () => {
  const product = await aProduct({ legacyTitle: 'Acme Backup 2014' });
  const { key } = await aResource({ product });
  for (const name of [product.number, String(product.number), 'Acme Backup 2014']) {
    const response = await post(lane.door, 'activations', { product: name, instance: 'laptop' }, { key });
    expect((await response.json()).activation?.product).toBe(
      typeof name === 'string' && name.length > 9 ? name : product.number,
    );
  }
});

test('browsers on any page may call, and are told which headers they may send', async () => {
  const preflight = await lane.door('/api/v1/activations', { method: 'OPTIONS' });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
  expect(preflight.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
  expect(preflight.headers.has('access-control-allow-credentials')).toBe(false);
});

test('cookies open nothing', async () => {
  const response = await get(lane.door, 'products', { cookie: 'next-auth.session-token=x' });
  expect(response.status).toBe(401);
});

test('each call is noted once, with its key masked', async () => {
  const { flushCalls } = await import('@/lib/request-log/flush-calls');
  await flushCalls();
  await db().requestLogEntry.deleteMany();
  const { key, productNumber: product } = await aResource();
  await post(lane.door, 'activations', { product, instance: 'noted', version: '3.1' }, { key });
  await flushCalls();
  const rows = await db().requestLogEntry.findMany();
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    protocol: 'v1',
    action: 'activate',
    outcome: 'ok',
    keyHint: `lko_…${key.slice(-4)}`,
    product: String(product),
    instance: 'noted',
    version: '3.1',
  });
});
