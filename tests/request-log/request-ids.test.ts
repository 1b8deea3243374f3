import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CallFacts } from '@/app/admin/logs/requests/[id]/call-facts';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { db } from '@/lib/db/client';
import { clientCore } from '@/lib/licensing/client-core';
import { type Exchange, LARGEST_BODY } from '@/lib/protocols/exchange';
import { handle, refuseBusy } from '@/lib/protocols/v1/handle';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { type LoggedCall, listCalls } from '@/lib/request-log/list-calls';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { type Door, openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aResource, first } from '../support/factories';
import { get, post, v1RouteDoor } from '../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
let key = '';
let product = 0;
beforeAll(async () => {
  lane = await openLane();
  ({ key, productNumber: product } = await aResource());
});
afterAll(() => lane.close());
beforeEach(async () => {
  forgetCallLimits();
  await db().requestLogEntry.deleteMany();
});

/** The calls that a search of the log for this text shows. */
async function found(text: unknown): Promise<LoggedCall[]> {
  await flushCalls();
  return (await listCalls({ text: String(text) }, {})).rows;
}

const unknown = { key: 'lko_nobody' };
const refusals: [call: string, action: string, outcome: string, send: () => Promise<Response>][] = [
  [
    'activations',
    'activate',
    'key_not_found',
    () => post(lane.door, 'activations', { product, instance: 'a' }, unknown),
  ],
  ['status', 'status', 'invalid_request', () => post(lane.door, 'status', { product }, { key })],
  [
    'deactivations',
    'deactivate',
    'activation_not_found',
    () => post(lane.door, 'deactivations', { product, instance: 'a' }, { key }),
  ],
  ['products', 'products', 'key_missing', () => get(lane.door, 'products')],
  ['updates', 'updates', 'product_not_found', () => get(lane.door, 'updates?product=2147483647')],
  ['a wrong method', 'activate', 'method_not_allowed', () => get(lane.door, 'activations', { key })],
];

test.each(refusals)(
  'a refused call is found in the log by the request id that its answer names: %s',
  async (_, action, outcome, send) => {
    await send();
    const { request_id: id } = await (await send()).json();
    expect(await found(id)).toMatchObject([{ protocol: 'v1', action, outcome, requestId: id }]);
    expect(await found(id.toUpperCase())).toHaveLength(1);
    expect(await found(`req_${'0'.repeat(32)}`)).toEqual([]);
  },
);

test.each<[string, () => Door]>([
  ['our own server', () => lane.door],
  ['Next alone', () => v1RouteDoor],
])('a call that is too large to be read is found by its request id, through %s', async (_, door) => {
  const body = JSON.stringify({ product, instance: 'x'.repeat(LARGEST_BODY) });
  const answer = await post(door(), 'status', body, { key, 'user-agent': 'Tests/1.0' });
  const call = { action: 'status', outcome: 'too_large', instance: '', userAgent: 'Tests/1.0' };
  expect(await found(answer.headers.get('x-request-id'))).toMatchObject([call]);
});

const exchange: Exchange = {
  method: 'POST',
  path: '/api/v1/activations',
  query: '',
  contentType: 'application/json',
  body: '{"key":"lko_x","product":1,"instance":"laptop"}',
  address: '192.0.2.7',
  userAgent: '',
  header: () => '',
};

test('a call that was refused because too many were in hand is found by its request id', async () => {
  const { request_id: id } = JSON.parse(refuseBusy(exchange).body);
  expect(await found(id)).toMatchObject([{ action: 'activate', outcome: 'busy', address: '192.0.2.7' }]);
});

test('trouble inside is found by its request id, in the process log too', async () => {
  const errors: unknown[] = [];
  reportCallErrors((error) => errors.push(error));
  const cause = new Error('connection lost');
  const answer = await handle(exchange, { ...clientCore(), activate: () => Promise.reject(cause) });
  reportCallErrors((error) => console.error(error));
  const id = answer.headers['x-request-id'];
  expect(await found(id)).toMatchObject([{ outcome: 'internal' }]);
  expect(errors).toMatchObject([{ message: `activate ${id} failed`, cause }]);
});

test('a served call has no request id, neither in its answer nor in the log', async () => {
  const call = { product, instance: 'served' };
  const served = [
    await post(lane.door, 'status', call, { key }),
    await post(lane.door, 'activations', call, { key }),
    await post(lane.door, 'deactivations', call, { key }),
    await get(lane.door, 'products', { key }),
    await get(lane.door, `updates?product=${product}`),
  ];
  for (const answer of served) {
    expect([answer.ok, answer.headers.has('x-request-id')]).toEqual([true, false]);
    expect(await answer.text()).not.toContain('request_id');
  }
  await flushCalls();
  const { rows } = await listCalls({}, {});
  expect(rows.map(({ requestId }) => requestId)).toEqual([null, null, null, null, null]);
});

test('a refusal in the words of the WooCommerce API Manager names no request id', async () => {
  const answer = await lane.door('/?wc-api=wc-am-api&wc_am_action=status&api_key=x&product_id=1&instance=i');
  expect(answer.headers.has('x-request-id')).toBe(false);
  expect(await answer.text()).not.toContain('req_');
  await flushCalls();
  const { rows } = await listCalls({}, {});
  expect(rows).toMatchObject([{ outcome: 'key_not_found', requestId: null }]);
});

test('the page of a refused call shows its request id to be copied; that of a served one shows none', async () => {
  await get(lane.door, 'products');
  await get(lane.door, 'products', { key });
  await flushCalls();
  const refused = first((await listCalls({ isRefused: true }, {})).rows);
  const served = first((await listCalls({ isRefused: false }, {})).rows);
  const page = (call: LoggedCall) => renderToStaticMarkup(CallFacts({ call, productTitle: '' }));
  expect(page(refused)).toContain(String(refused.requestId));
  expect(page(refused)).toContain('aria-label="Copy Request id"');
  expect(page(served)).not.toContain('Request id');
});
