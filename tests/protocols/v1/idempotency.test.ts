import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db, pool } from '@/lib/db/client';
import { dropOldAnswers } from '@/lib/idempotency/keep-answer';
import { type ClientCore, clientCore } from '@/lib/licensing/client-core';
import { flushSeenActivations } from '@/lib/licensing/see-activations';
import type { Exchange } from '@/lib/protocols/exchange';
import { handle } from '@/lib/protocols/v1/handle';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { listCalls } from '@/lib/request-log/list-calls';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';
import { post } from '../../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => {
  forgetCallLimits();
  setClockOffsetMs(0);
});

type Call = { product: number; instance: string; version?: string };

function send(call: string, body: Call, key: string, idempotencyKey: string): Promise<Response> {
  return post(lane.door, call, body, { key, 'idempotency-key': idempotencyKey });
}

async function heard(response: Response) {
  const replayed = response.headers.get('idempotency-replayed');
  return { status: response.status, body: await response.json(), replayed };
}

test('the same key with the same request is told the same answer and does nothing twice', async () => {
  const { key, productNumber: product } = await aResource();
  const first = await heard(await send('activations', { product, instance: 'laptop' }, key, 'order-1'));
  await post(lane.door, 'activations', { product, instance: 'desktop' }, { key });
  const second = await heard(await send('activations', { product, instance: 'laptop' }, key, 'order-1'));
  expect(first).toMatchObject({ status: 201, replayed: null, body: { allowance: { used: 1 } } });
  expect(second).toEqual({ ...first, replayed: 'true' });
});

test('a deactivation told again does not take away what was activated since', async () => {
  const { key, productNumber: product, resourceId } = await aResource();
  const call = { product, instance: 'laptop' };
  await post(lane.door, 'activations', call, { key });
  const first = await heard(await send('deactivations', call, key, 'back'));
  await post(lane.door, 'activations', call, { key });
  expect(await heard(await send('deactivations', call, key, 'back'))).toEqual({ ...first, replayed: 'true' });
  expect(await db().activation.count({ where: { apiResourceId: resourceId } })).toBe(1);
});

test('a refusal is told again too, although there would be room by now', async () => {
  const { key, productNumber: product } = await aResource({ activationLimit: 1 });
  await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
  const first = await heard(await send('activations', { product, instance: 'desktop' }, key, 'try'));
  await post(lane.door, 'deactivations', { product, instance: 'laptop' }, { key });
  expect(first).toMatchObject({ status: 409, body: { reason: 'limit_reached' } });
  expect(await heard(await send('activations', { product, instance: 'desktop' }, key, 'try'))).toEqual({
    ...first,
    replayed: 'true',
  });
});

test('quoted as the draft writes it and bare are the same key, and the order of the members does not count', async () => {
  const { key, productNumber: product } = await aResource();
  await send('activations', { product, instance: 'laptop' }, key, '"a b"');
  const headers = { key, 'idempotency-key': 'a b' };
  const again = await post(lane.door, 'activations', `{"instance":"laptop","product":"${product}"}`, headers);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
});

test('the same key with another request is refused', async () => {
  const { key, productNumber: product } = await aResource();
  await send('activations', { product, instance: 'laptop' }, key, 'one');
  for (const [call, instance] of [
    ['activations', 'desktop'],
    ['deactivations', 'laptop'],
  ] as const) {
    const other = await heard(await send(call, { product, instance }, key, 'one'));
    expect(other).toMatchObject({ status: 422, body: { reason: 'idempotency_key_reused' } });
  }
});

test('a right that has ended since is not told as active again', async () => {
  const { key, productNumber: product, resourceId } = await aResource();
  const call = { product, instance: 'laptop' };
  await send('activations', call, key, 'kept');
  await db().apiResource.update({ where: { id: resourceId }, data: { revokedAt: now() } });
  expect(await heard(await send('activations', call, key, 'kept'))).toMatchObject({
    status: 403,
    body: { reason: 'revoked' },
    replayed: null,
  });
});

test('a refused call changes neither version nor last seen of the activation it names', async () => {
  const { key, productNumber: product, resourceId } = await aResource();
  const call = { product, instance: 'laptop' };
  await send('activations', call, key, 'used');
  const before = await db().activation.findMany({ where: { apiResourceId: resourceId } });
  setClockOffsetMs(60 * 60_000);
  const again = { ...call, version: '6.6.6' };
  expect((await send('activations', again, key, 'used')).status).toBe(422);
  await flushSeenActivations();
  expect(await db().activation.findMany({ where: { apiResourceId: resourceId } })).toEqual(before);
});

test('a refusal that is told again stands in the log by its reason', async () => {
  const { key, productNumber: product } = await aResource({ activationLimit: 1 });
  await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
  await flushCalls();
  await db().requestLogEntry.deleteMany();
  for (let i = 0; i < 2; i++) await send('activations', { product, instance: 'desktop' }, key, 'full');
  await flushCalls();
  const rows = await db().requestLogEntry.findMany();
  expect(rows.map(({ outcome }) => outcome)).toEqual(['limit_reached', 'limit_reached']);
});

test('a refusal that is told again keeps its request id, and its calls are found in the log by it', async () => {
  const { key } = await aResource();
  const { number: product } = await aProduct();
  const calls = [await send('activations', { product, instance: 'x' }, key, 'no')];
  calls.push(await send('activations', { product, instance: 'x' }, key, 'no'));
  const ids = calls.map(({ headers }) => headers.get('x-request-id'));
  const [first, again] = await Promise.all(calls.map(heard));
  expect(again).toEqual({ ...first, replayed: 'true' });
  expect(ids).toEqual([first?.body.request_id, first?.body.request_id]);
  await flushCalls();
  const { rows } = await listCalls({ text: first?.body.request_id }, {});
  expect(rows.map(({ outcome }) => outcome)).toEqual(['wrong_product', 'wrong_product']);
});

test('a refusal that was kept before there were request ids is told again without one', async () => {
  const { key } = await aResource();
  const { number: product } = await aProduct();
  await send('activations', { product, instance: 'x' }, key, 'old');
  await pool().query(`UPDATE idempotent_answer SET body = (body::jsonb - 'request_id')::text WHERE status = 403`);
  const again = await send('activations', { product, instance: 'x' }, key, 'old');
  expect(again.headers.has('x-request-id')).toBe(false);
  expect(await heard(again)).toMatchObject({ status: 403, replayed: 'true', body: { reason: 'wrong_product' } });
  await flushCalls();
  const [row] = (await listCalls({ outcome: 'wrong_product' }, {})).rows;
  expect(row?.requestId).toBeNull();
});

test('two licence keys may use the same Idempotency-Key', async () => {
  const [one, two] = [await aResource(), await aResource()];
  for (const { key, productNumber: product } of [one, two]) {
    expect((await send('activations', { product, instance: 'laptop' }, key, 'same')).status).toBe(201);
  }
});

test('64 at once carry it out once; whoever is told an answer is told the same', async () => {
  const { key, productNumber: product, resourceId } = await aResource();
  const all = await Promise.all(
    Array.from({ length: 64 }, async () => {
      const response = await send('activations', { product, instance: 'laptop' }, key, 'herd');
      return { ...(await heard(response)), again: response.headers.get('retry-after') };
    }),
  );
  const told = all.filter(({ status }) => status !== 409);
  expect(told.filter(({ replayed }) => replayed === null)).toHaveLength(1);
  expect(new Set(told.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  for (const { body, again } of all.filter(({ status }) => status === 409)) {
    expect({ reason: body.reason, again }).toEqual({ reason: 'idempotency_key_in_use', again: '1' });
  }
  expect(await db().activation.count({ where: { apiResourceId: resourceId } })).toBe(1);
});

describe('when a try ends without a recorded answer', () => {
  /** The database loses the recording: what a crash right after the change leaves behind. */
  async function crashAfter(call: string, body: Call, key: string, idempotencyKey: string): Promise<void> {
    await pool().query('ALTER TABLE idempotent_answer ADD CONSTRAINT crash CHECK (status IS NULL) NOT VALID');
    reportCallErrors(() => {});
    await send(call, body, key, idempotencyKey);
    reportCallErrors((error) => console.error(error));
    await pool().query('ALTER TABLE idempotent_answer DROP CONSTRAINT crash');
  }

  test('it counts as in hand for a while, and the caller is told to ask every second', async () => {
    const { key, productNumber: product } = await aResource();
    await crashAfter('activations', { product, instance: 'laptop' }, key, 'crash');
    for (const passed of [0, 13_000]) {
      setClockOffsetMs(passed);
      const response = await send('activations', { product, instance: 'laptop' }, key, 'crash');
      expect([response.status, response.headers.get('retry-after')]).toEqual([409, '1']);
    }
  });

  test.each([false, true])('the next try is told what the first one did (strict: %s)', async (strictReactivation) => {
    const { key, productNumber: product, resourceId } = await aResource();
    await saveStoreSettings({ strictReactivation }, bySystem);
    await crashAfter('activations', { product, instance: 'laptop' }, key, 'crash');
    setClockOffsetMs(16_000);
    const next = await heard(await send('activations', { product, instance: 'laptop' }, key, 'crash'));
    await saveStoreSettings({ strictReactivation: false }, bySystem);
    const [row] = await db().activation.findMany({ where: { apiResourceId: resourceId } });
    expect(next).toMatchObject({ status: 201, body: { activation: { id: row?.id }, allowance: { used: 1 } } });
    expect(await heard(await send('activations', { product, instance: 'laptop' }, key, 'crash'))).toEqual({
      ...next,
      replayed: 'true',
    });
  });

  test('a place that was given back is not missed by the next try', async () => {
    const { key, productNumber: product } = await aResource();
    const call = { product, instance: 'laptop' };
    await post(lane.door, 'activations', call, { key });
    await crashAfter('deactivations', call, key, 'crash');
    setClockOffsetMs(16_000);
    const next = await heard(await send('deactivations', call, key, 'crash'));
    expect(next).toMatchObject({ status: 200, body: { active: false, allowance: { used: 0 } } });
  });

  test('what held no place before the first try is still refused', async () => {
    const { key, productNumber: product } = await aResource();
    const call = { product, instance: 'laptop' };
    await crashAfter('deactivations', call, key, 'crash');
    setClockOffsetMs(16_000);
    expect(await heard(await send('deactivations', call, key, 'crash'))).toMatchObject({
      status: 404,
      body: { reason: 'activation_not_found' },
    });
  });

  test('after trouble inside, the next try need not wait', async () => {
    const { key, productNumber: product } = await aResource();
    const call = { product, instance: 'laptop' };
    reportCallErrors(() => {});
    const broken: ClientCore = { ...clientCore(), activate: () => Promise.reject(new Error('connection lost')) };
    expect((await handle(exchangeOf(call, key, 'again'), broken)).status).toBe(503);
    expect((await send('activations', call, key, 'again')).status).toBe(201);
  });
});

test('an unknown licence key leaves nothing behind', async () => {
  const before = await db().idempotentAnswer.count();
  await send('activations', { product: 1, instance: 'laptop' }, 'lko_nobody', 'guess');
  expect(await db().idempotentAnswer.count()).toBe(before);
});

test('neither key lies in the table', async () => {
  const { key, productNumber: product } = await aResource();
  await send('activations', { product, instance: 'laptop' }, key, 'canary-4711');
  const { rows } = await pool().query<{ row: string }>('SELECT a::text AS row FROM idempotent_answer a');
  const hex = (text: string) => Buffer.from(text).toString('hex');
  const all = rows.map(({ row }) => row).join('\n');
  for (const secret of [key, 'canary-4711']) {
    expect(all).not.toContain(secret);
    expect(all).not.toContain(hex(secret));
  }
});

test('after a day the key is a new one, and the old answer is removed', async () => {
  const { key, productNumber: product } = await aResource();
  await send('activations', { product, instance: 'laptop' }, key, 'daily');
  setClockOffsetMs(25 * 60 * 60_000);
  const next = await heard(await send('activations', { product, instance: 'desktop' }, key, 'daily'));
  expect(next).toMatchObject({ status: 201, replayed: null });
  setClockOffsetMs(50 * 60 * 60_000);
  await dropOldAnswers(now());
  expect(await db().idempotentAnswer.count()).toBe(0);
});

test('a call without the header does not touch the table', async () => {
  const { key, productNumber: product } = await aResource();
  await pool().query('ALTER TABLE idempotent_answer RENAME TO gone');
  const plain = await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
  reportCallErrors(() => {});
  const named = await send('activations', { product, instance: 'laptop' }, key, 'named');
  await pool().query('ALTER TABLE gone RENAME TO idempotent_answer');
  expect([plain.status, named.status]).toEqual([201, 503]);
});

function exchangeOf(call: Call, key: string, idempotencyKey: string): Exchange {
  return {
    method: 'POST',
    path: '/api/v1/activations',
    query: '',
    contentType: 'application/json',
    body: JSON.stringify({ ...call, key }),
    address: '192.0.2.7',
    userAgent: '',
    header: (name) => (name === 'idempotency-key' ? idempotencyKey : ''),
  };
}
