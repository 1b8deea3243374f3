import http from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { flushSeenActivations } from '@/lib/licensing/see-activations';
import { writeLicenseKey } from '@/lib/licensing/write-license-key';
import { LARGEST_BODY } from '@/lib/protocols/exchange';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { openLane, routeDoor } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { digestTables } from '../../support/digest-tables';
import { aResource } from '../../support/factories';
import { readPhp } from '../../support/read-php';
import { type Honest, type HostileCall, hostileCall } from './hostile-calls';

// Fixed, so that a failure comes back; another number is another thousand attacks.
const SEED = 20_261_121;
const RUNS = 500;

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

type Told = { status: number; type: string; body: string };
type RawDoor = (call: HostileCall) => Promise<Told>;

let lane: Awaited<ReturnType<typeof openLane>>;
let keys: string[];
const troubles: unknown[] = [];
const printed = vi.fn();

beforeAll(async () => {
  lane = await openLane();
  reportCallErrors((error) => troubles.push(error));
  for (const method of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(printed);
});
afterAll(async () => {
  vi.restoreAllMocks();
  await lane.close();
});

/** The lane, byte by byte: what fetch would tidy up goes out as it is. */
const throughLane: RawDoor = (call) =>
  new Promise((resolve, reject) => {
    const headers = call.contentType === undefined ? {} : { 'content-type': call.contentType };
    const path = call.query === '' ? call.path : `${call.path}?${call.query}`;
    const request = http.request({ port: lane.port, method: call.method, path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          type: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    request.on('error', reject);
    request.end(Buffer.from(call.body, 'latin1'));
  });

const throughRoute: RawDoor = async (call) => {
  const path = call.query === '' ? call.path : `${call.path}?${call.query}`;
  const response = await routeDoor(path, {
    method: call.method,
    ...(call.contentType === undefined ? {} : { headers: { 'content-type': call.contentType } }),
    ...(call.method === 'POST' ? { body: new Uint8Array(Buffer.from(call.body, 'latin1')) } : {}),
  });
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    body: call.method === 'HEAD' ? '' : await response.text(),
  };
};

/** A customer with one product, all three kinds of key, and room for many sites. */
async function honestStore(): Promise<Honest> {
  const resource = await aResource({ activationLimit: 10_000 });
  const associated = `wc_order_hostile_am_${resource.resourceNumber}`;
  const { customerId, resourceId: apiResourceId } = resource;
  const entry = { customerId, apiResourceId, productId: resource.product.id, kind: 'associated' as const };
  await inTransaction((tx) => writeLicenseKey(tx, { ...entry, key: associated }, now()));
  keys = [resource.masterKey, resource.key, associated];
  await db().release.create({
    data: {
      productId: resource.product.id,
      version: '2.0.0',
      releasedAt: now(),
      publishedAt: now(),
      createdAt: now(),
      changelogMd: '- Grün, **bold** and 🔑.',
    },
  });
  return {
    api_key: resource.key,
    product_id: String(resource.planNumber),
    instance: 'laptop',
    object: 'site.example',
    version: '1.0.0',
    plugin_name: 'acme/acme.php',
    slug: 'acme',
  };
}

async function activateHonestly(door: RawDoor, honest: Honest): Promise<void> {
  const query = new URLSearchParams({ 'wc-api': 'wc-am-api', wc_am_action: 'activate', ...honest }).toString();
  const told = await door({ method: 'GET', path: '/', query, contentType: undefined, body: '' });
  expect(JSON.parse(told.body)).toMatchObject({ activated: true });
}

/** What every answer must be, whatever was asked. Says whether the call was allowed to change something. */
function judge(call: HostileCall, { status, type, body }: Told): 'may change' | 'must not change' {
  expect([200, 204, 400, 413]).toContain(status);
  for (const key of keys) expect(body).not.toContain(key);
  if (call.method === 'OPTIONS') {
    expect({ status, body }).toEqual({ status: 204, body: '' });
    return 'must not change';
  }
  if (call.method === 'HEAD') {
    // A GET whose answer nobody sees.
    expect(body).toBe('');
    return 'may change';
  }
  if (status === 400) {
    expect(body).toBe('-1');
    return 'must not change';
  }
  if (!type.startsWith('application/json')) {
    expect(type).toBe('text/html; charset=UTF-8');
    expect(body).not.toMatch(/<(script|img|!doctype|html)/i);
    expect(readPhp(body)).toMatchObject({ class: 'stdClass' });
    return 'must not change';
  }
  const answer = JSON.parse(body);
  if (answer.success === true) return answer.activated || answer.deactivated ? 'may change' : 'must not change';
  expect(answer).toMatchObject({ code: '100', success: false, data: { error_code: '100', error: answer.error } });
  expect(answer.error).toMatch(/\S/);
  return 'must not change';
}

describe.each([
  ['the client lane', throughLane],
  ["Next's route", throughRoute],
] as [string, RawDoor][])('through %s', (_name, door) => {
  test('no parameter, however made, brings down an answer or changes a row by a refused call', async () => {
    const honest = await honestStore();
    await activateHonestly(door, honest);
    // Nobody attacks this one: a row to look at in the end.
    await activateHonestly(door, { ...honest, instance: 'tower' });
    let before = await digest();
    await fc.assert(
      fc.asyncProperty(hostileCall(honest), async (call) => {
        // Or the limit of bad keys would answer in place of what is attacked.
        forgetCallLimits();
        const verdict = judge(call, await door(call));
        const after = await digest();
        if (verdict === 'must not change') expect(after).toEqual(before);
        before = after;
      }),
      { seed: SEED, numRuns: RUNS },
    );
    expect(troubles).toEqual([]);
    await expectCleanRows();
    expect(JSON.stringify(printed.mock.calls)).not.toMatch(new RegExp(keys.join('|')));
  }, 60_000);

  test.each([
    ['as large as any body may be', LARGEST_BODY, 200],
    ['one byte larger', LARGEST_BODY + 1, 413],
  ])('a body %s is answered in the failure envelope, and changes nothing', async (_case, size, status) => {
    const honest = await honestStore();
    const call = new URLSearchParams({ wc_am_action: 'activate', ...honest, instance: '', object: '' }).toString();
    const body = `${call}&instance=${'x'.repeat(size)}`.slice(0, size - 2).replace(/&api_key=[^&]*/, '');
    const before = await digest();
    const contentType = 'application/x-www-form-urlencoded';
    const query = 'wc-api=wc-am-api';
    const told = await door({ method: 'POST', path: '/', query, contentType, body: body.padEnd(size, 'x') });
    expect(told.status).toBe(status);
    expect(judge({ method: 'POST', path: '/', query, contentType, body }, told)).toBe('must not change');
    expect(await digest()).toEqual(before);
  });
});

test.each(['update', 'information', 'status', 'pluginupdatecheck'])(
  'what %s says of its version is kept short and plain, in the row as in the log',
  async (action) => {
    const honest = await honestStore();
    await activateHonestly(throughLane, honest);
    const facts = { ...honest, 'wc-api': 'wc-am-api', wc_am_action: action, version: `9.9<i>${'8'.repeat(9_000)}` };
    const query = new URLSearchParams(facts).toString();
    await throughLane({ method: 'GET', path: '/', query, contentType: undefined, body: '' });
    await expectCleanRows();
  },
);

const digest = () => digestTables(['request_log_entry']);

/** Whatever was sent, the rows that stayed hold what the page allows, and no log row holds a key. */
async function expectCleanRows(): Promise<void> {
  await flushSeenActivations();
  const activations = await db().activation.findMany();
  expect(activations.length).toBeGreaterThan(0);
  for (const { instance, label, version } of activations) {
    expect([...instance].length).toBeLessThanOrEqual(190);
    expect([...label].length).toBeLessThanOrEqual(190);
    expect(version).toMatch(/^[\d,.]{0,20}$/);
  }
  expect(await flushCalls()).toBeGreaterThan(0);
  const log = await db().requestLogEntry.findMany();
  for (const entry of log) {
    const text = JSON.stringify({ ...entry, id: '' });
    // Texts of at most 190 characters, each of up to four bytes.
    expect(text.length).toBeLessThan(2_000);
    for (const key of keys) expect(text).not.toContain(key);
  }
}
