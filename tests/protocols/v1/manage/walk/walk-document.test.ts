import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { db } from '@/lib/db/client';
import { OPERATIONS } from '@/lib/protocols/v1/manage/operations';
import { PROBLEMS } from '@/lib/protocols/v1/manage/problems';
import type { Schema } from '@/lib/protocols/v1/manage/read-schema';
import document from '@/lib/protocols/v1/openapi.json';
import { forgetSettings } from '@/lib/settings/settings-memory';
import { anAccessKey } from '../../../../support/access-keys';
import { useDatabase } from '../../../../support/database';
import { aKeyOf, anOwner } from '../../../../support/developer-keys';
import { aCustomer, aResource } from '../../../../support/factories';
import { openManageLane } from '../../../../support/manage-lane';
import { arbitraryOf, type Known } from './arbitrary-of';

useDatabase();

type Parameter = { name: string; in: string; required?: boolean; schema: Schema };
type Written = {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
};
type Wish = { path: Record<string, unknown>; query: Record<string, unknown>; body: unknown };

const RUNS = 4;
const METHODS = new Map(OPERATIONS.map((one) => [`${one.id}`, one]));
// The compiler knows each path of the file; here it is only a text.
const PATHS = document.paths as unknown as Record<string, Record<string, Written>>;

let lane: Awaited<ReturnType<typeof openManageLane>>;
let key = '';
let callerId = '';
let known: Known;
/** What lives behind `/orders/{…}` and the like; most generated paths lead there. */
let homes: Record<string, string | number>;

beforeAll(async () => {
  lane = await openManageLane();
  await newCaller();
  const resource = await aResource({ customerId: callerId });
  const { number } = await aCustomer();
  known = {
    numbers: [resource.resourceNumber, resource.orderNumber, resource.productNumber, resource.planNumber],
    ids: [resource.resourceId, resource.orderId, resource.customerId],
    texts: ['true', '1.0.0', 'https://example.test/', 'ada@example.test', '192.0.2.0/24', 'keys.list'],
  };
  homes = {
    orders: resource.orderNumber,
    products: resource.productNumber,
    plans: resource.planNumber,
    licences: resource.resourceNumber,
    customers: number,
  };
});
afterAll(() => lane.close());
beforeEach(comeBack);

async function newCaller(): Promise<void> {
  const owner = await anOwner({ role: 'admin', hasFactor: true });
  callerId = owner.customerId;
  const { value } = await aKeyOf(owner, {
    kind: 'standard',
    rate: { calls: 1_000_000, window: 'second' },
  });
  if (value.kind === 'pair') throw new Error('a single value was asked for');
  key = value.key;
}

/** What an earlier call may have done to the caller or to the rules is undone, so that each operation is met as it is. */
async function comeBack(): Promise<void> {
  await db().storeSetting.deleteMany();
  await db().accessPlan.updateMany({ where: { isDefault: false }, data: { callsPerMinute: 1_000_000 } });
  forgetSettings();
  forgetCallLimits();
  const answer = await fetch(`${lane.store}/api/v1/whoami`, { headers: { authorization: `Bearer ${key}` } });
  if (answer.status !== 200) await newCaller();
  homes['api-keys'] = (await anAccessKey({ customerId: callerId })).key.sid;
}

const walked = Object.entries(PATHS).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, written]) => {
    const operation = METHODS.get(written.operationId);
    return operation ? [{ id: written.operationId, path, method: method.toUpperCase(), written, operation }] : [];
  }),
);

test('the walk meets every operation of the registry', () => {
  expect(walked.map(({ id }) => id).sort()).toEqual([...METHODS.keys()].sort());
});

test.each(walked)(
  '$id answers generated calls as the document says',
  async ({ path, method, written, operation }) => {
    await fc.assert(
      fc.asyncProperty(wishOf(path, written), async (wish) => {
        const { status, type, text } = await send(method, path, written, wish);
        if (status >= 400) return expectProblem(status, type, text, operation.refusals);
        expect(status).toBe(operation.success ?? 200);
        if (operation.answerSchema === undefined || operation.answersFile !== undefined) return;
        const answer: unknown = JSON.parse(text);
        expect(operation.answerSchema.parse(answer)).toEqual(answer);
      }),
      { numRuns: RUNS, seed: 20_261_121, endOnFailure: true },
    );
  },
  120_000,
);

function expectProblem(status: number, type: string | null, text: string, own: readonly string[]): void {
  expect(type).toBe('application/problem+json');
  const problem = JSON.parse(text);
  expect(Object.keys(PROBLEMS)).toContain(problem.code);
  expect(problem.status).toBe(status);
  // A vendor that cannot be reached is no fault of the store; everything else beyond 500 is.
  if (status >= 500) expect(own).toContain(problem.code);
}

function wishOf(path: string, { parameters = [], requestBody }: Written): fc.Arbitrary<Wish> {
  const schema = requestBody?.content['application/json']?.schema;
  const fitting = schema ? arbitraryOf(schema, known, 0) : fc.constant(undefined);
  // One in five bodies is anything at all.
  const body = schema ? fc.oneof({ arbitrary: fitting, weight: 4 }, fc.jsonValue()) : fitting;
  return fc.record({ path: pathOf(path, parameters), query: recordOf('query', parameters), body });
}

function pathOf(path: string, parameters: Parameter[]): fc.Arbitrary<Record<string, unknown>> {
  const parts = parameters.filter((one) => one.in === 'path');
  const model = parts.map(({ name, schema }) => {
    const home = homes[path.split(`/{${name}}`)[0]?.split('/').at(-1) ?? ''];
    const any = arbitraryOf(schema, known);
    return [name, home === undefined ? any : fc.oneof({ arbitrary: fc.constant(home), weight: 3 }, any)] as const;
  });
  return fc.record(Object.fromEntries(model));
}

function recordOf(place: string, parameters: Parameter[]): fc.Arbitrary<Record<string, unknown>> {
  const here = parameters.filter((one) => one.in === place);
  const model = Object.fromEntries(here.map(({ name, schema }) => [name, arbitraryOf(schema, known)]));
  return fc.record(model, { requiredKeys: here.filter(({ required }) => required).map(({ name }) => name) });
}

async function send(method: string, path: string, { requestBody }: Written, { path: inPath, query, body }: Wish) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(wellFormed(inPath[name])));
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, wellFormed(value)]));
  const isFile = requestBody?.content['application/octet-stream'] !== undefined;
  const headers: Record<string, string> = { authorization: `Bearer ${key}` };
  if (requestBody) headers['content-type'] = isFile ? 'application/octet-stream' : 'application/json';
  if (method === 'POST') headers['idempotency-key'] = crypto.randomUUID();
  const response = await fetch(`${lane.store}/api/v1${filled}?${search}`, {
    method,
    headers,
    ...(requestBody ? { body: isFile ? 'bytes' : JSON.stringify(body) } : {}),
    redirect: 'manual',
  });
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

// An address holds no half characters, and an empty part is another address.
function wellFormed(value: unknown): string {
  return String(value).toWellFormed() || '-';
}
