import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LatchkeyClient, openClient } from '@/lib/sdk/client';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner } from '../support/developer-keys';
import { aResource } from '../support/factories';
import { openManageLane } from '../support/manage-lane';

useDatabase();

let lane: Awaited<ReturnType<typeof openManageLane>>;
let client: LatchkeyClient;

beforeAll(async () => {
  lane = await openManageLane();
  const { value } = await aKeyOf(await anOwner());
  if (value.kind === 'pair') throw new Error('a single value was asked for');
  client = openClient({ store: lane.store, key: value.key });
});
afterAll(() => lane.close());

test('the typed client makes a key, finds it, changes it and removes it', async () => {
  const made = await client.POST('/api-keys', {
    body: { kind: 'secret', name: 'From the client' },
    headers: { 'Idempotency-Key': 'one' },
  });
  const sid = made.data?.key.sid ?? '';
  const list = await client.GET('/api-keys', { params: { query: { q: 'From the client' } } });
  expect(list.data?.data.map((key) => key.sid)).toEqual([sid]);
  const edited = await client.PATCH('/api-keys/{sid}', { params: { path: { sid } }, body: { note: 'kept' } });
  expect(edited.data?.note).toBe('kept');
  const removed = await client.DELETE('/api-keys/{sid}', { params: { path: { sid } } });
  expect(removed.data).toEqual({ new_default_sid: null });
  expect((await client.GET('/api-keys/{sid}', { params: { path: { sid } } })).response.status).toBe(404);
});

test('a refusal comes back typed, with its code and its request id', async () => {
  const stranger = openClient({ store: lane.store });
  const { error, response } = await stranger.GET('/whoami');
  expect(error).toMatchObject({ code: 'key_missing', status: 401 });
  expect(error?.request_id).toBe(response.headers.get('x-request-id'));
});

test('client calls with a licence key answer what the document says of them', async () => {
  const { masterKey, product } = await aResource();
  const software = openClient({ store: lane.store, key: masterKey });
  const wish = { product: product.number, instance: 'laptop' };
  const activated = await software.POST('/activations', { body: { ...wish, label: 'Desk', version: '1.0.0' } });
  expect(activated.data).toMatchObject({ active: true, activation: { instance: 'laptop', label: 'Desk' } });
  const status = await software.POST('/status', { body: wish });
  expect(status.data?.resources[0]?.allowance).toEqual({ limit: 3, used: 1, remaining: 2 });
  expect((await software.POST('/deactivations', { body: wish })).data?.active).toBe(false);
});

test('a request that nobody reads to its end does not hold up the next one', async () => {
  const long = new Blob(['x'.repeat(3_000_000)]);
  const refused = await fetch(`${lane.store}/api/v1/api-keys`, { method: 'POST', body: long }).catch(() => undefined);
  // The connection may be cut while the rest is still on its way; what counts is that the store goes on.
  if (refused) expect(refused.status).toBe(401);
  expect((await client.GET('/whoami')).response.status).toBe(200);
});

test('the document lies at the root of the store as well', async () => {
  const [root, api] = await Promise.all(
    ['/openapi.json', '/api/v1/openapi.json'].map((path) => fetch(lane.store + path).then((answer) => answer.text())),
  );
  expect(root).toBe(api);
});
