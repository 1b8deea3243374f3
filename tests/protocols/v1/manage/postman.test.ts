import { expect, test } from 'vitest';
import { z } from 'zod';
import { GET } from '@/app/postman.json/route';
import { CLIENT_PATHS } from '@/lib/protocols/v1/client-schemas';
import { OPERATIONS } from '@/lib/protocols/v1/manage/operations';
import { writePostman } from '@/lib/protocols/v1/manage/postman';
import { routerOf } from '@/lib/protocols/v1/manage/router';

const STORE = 'https://store.example';

const pair = z.object({ key: z.string(), value: z.string(), disabled: z.boolean().optional() });
const request = z.object({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  auth: z.object({ type: z.literal('noauth') }).optional(),
  header: z.array(pair),
  body: z.object({ mode: z.enum(['raw', 'file']), raw: z.string().optional() }).optional(),
  url: z.object({
    raw: z.string(),
    host: z.tuple([z.literal('{{store}}')]),
    path: z.array(z.string()),
    query: z.array(pair).optional(),
    variable: z.array(pair),
  }),
  description: z.string(),
});
const folder = z.object({
  name: z.string(),
  auth: z.object({ type: z.literal('bearer'), bearer: z.tuple([pair]) }),
  item: z.array(z.object({ name: z.string().min(1), request })),
});
// As much of the format 2.1 as this collection uses.
const collection = z.object({
  info: z.object({ name: z.string(), schema: z.url() }),
  variable: z.array(pair),
  item: z.array(folder),
});

const written = collection.parse(writePostman(STORE));
const requests = written.item.flatMap(({ name, auth, item }) =>
  item.map((one) => ({ folder: name, key: auth.bearer[0].value, ...one.request })),
);
type Request = (typeof requests)[number];

/** The address of a request as Postman sends it, below /api/v1. */
function pathOf({ url }: Request): string {
  const values = new Map(url.variable.map(({ key, value }) => [`:${key}`, encodeURIComponent(value)]));
  return `/${url.path.map((segment) => values.get(segment) ?? segment).join('/')}`;
}

test('every operation and every client call is in the collection once', () => {
  const clients = CLIENT_PATHS.flatMap(({ path, methods }) =>
    methods.map((method) => `client.${path.slice(1)}${method === 'get' ? '' : '_post'}`),
  );
  const ids = requests.map(({ description }) => description.split('\n')[0] ?? '');
  expect(ids.sort()).toEqual([...OPERATIONS.map(({ id }) => id), ...clients].sort());
});

test('every request, filled with its own values, leads to its operation', () => {
  const route = routerOf(OPERATIONS);
  for (const one of requests.filter(({ folder }) => folder !== 'client')) {
    const id = one.description.split('\n')[0];
    const routed = route(one.method, pathOf(one));
    expect(routed.ok ? routed.operation.id : `${one.method} ${pathOf(one)}`).toBe(id);
  }
});

// A digest, one of two ways to send keys, an address: the plainest text is none, so whoever sends them fills them in.
const FILLED_IN_BY_HAND = ['releases.finish_upload', 'associated_keys.add', 'settings.edit'];

test('a body of the collection is one that its operation reads', () => {
  const unread: string[] = [];
  for (const operation of OPERATIONS) {
    const { id, bodySchema, upload } = operation;
    const { body } = requests.find(({ description }) => description.split('\n')[0] === id) ?? {};
    expect([id, body?.mode]).toEqual([id, upload ? 'file' : bodySchema ? 'raw' : undefined]);
    if (body?.raw === undefined) continue;
    const read = bodySchema?.safeParse(JSON.parse(body.raw));
    if (!read?.success && !FILLED_IN_BY_HAND.includes(id)) unread.push(id);
  }
  expect(unread).toEqual([]);
});

test('client calls take the licence key, operations the developer key, and what is public none', () => {
  for (const { folder: name, key, auth, description } of requests) {
    expect(key).toBe(name === 'client' ? '{{licence_key}}' : '{{developer_key}}');
    const operation = OPERATIONS.find(({ id }) => id === description.split('\n')[0]);
    expect(auth !== undefined).toBe(operation?.audience === 'public');
  }
});

test('an Idempotency-Key that is demanded is sent, one that is taken is offered', () => {
  for (const { id, idempotency } of OPERATIONS) {
    const { header = [] } = requests.find(({ description }) => description.split('\n')[0] === id) ?? {};
    const sent = header.find(({ key }) => key === 'Idempotency-Key');
    expect([id, sent?.disabled]).toEqual([id, idempotency && idempotency === 'taken']);
  }
});

test('the collection is served for the store’s own address, with no key in it', async () => {
  const response = GET();
  expect(response.headers.get('content-type')).toContain('application/json');
  const { variable } = collection.parse(await response.json());
  expect(variable).toEqual([
    { key: 'store', value: expect.stringMatching(/^https?:\/\//) },
    { key: 'licence_key', value: '' },
    { key: 'developer_key', value: '' },
  ]);
});
