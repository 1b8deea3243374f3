import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { type Door, openLane, routeDoor } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { emptyTables } from '../../support/empty-tables';
import { bySystem } from '../../support/factories';
import { importLabStore } from '../../support/lab-store';

type Captured = {
  name: string;
  request: { method: string; url: string; body?: Record<string, string> };
  response: { status: number; headers: Record<string, string>; json?: Record<string, unknown>; text?: string };
};

const capture: { seed: { keys: Parameters<typeof importLabStore>[0] }; calls: Captured[] } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'captures/wc-am-3.4.2-responses.json'), 'utf8'),
);

// 41b is a look at the database (below); 45 and 46 fetch the package (tests/protocols/wc-am/captured-download.test.ts).
const calls = capture.calls.filter(({ request }: { request?: Captured['request'] }) =>
  request?.url.includes('wc-api='),
);

// Where this store differs from the original on purpose (wc-am.md 5.8 and 13).
const OURS: Record<string, Record<string, unknown>> = {
  // The first activation of a WordPress site is sent twice; the same instance again succeeds and takes nothing.
  '13 activate same instance again': {
    message: '2 out of 3 activations remaining',
    activated: true,
    success: true,
    data: {
      unlimited_activations: false,
      total_activations_purchased: 3,
      total_activations: 1,
      activations_remaining: 2,
    },
  },
  // The original deleted the licence at call 39; here every call of an expired key gets the answer of that call.
  '41 activate after access expired': failure(
    'No API Resources exist. Login to <a href="http://localhost:8080/account/api-keys" target="blank">My Account</a> to verify there are activations remaining, and the API Key and Product ID are correct.',
  ),
};

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

async function freshStore() {
  await emptyTables(
    'activation, license_key, api_resource, order_item, "order", release, plan, product, catalog_number, customer',
  );
  return importLabStore(capture.seed.keys);
}

function send(door: Door, { request }: Captured): Promise<Response> {
  const { pathname, search } = new URL(request.url);
  const body = request.body && new URLSearchParams(request.body);
  return door(pathname + search, { method: request.method, ...(body ? { body } : {}) });
}

describe.each([
  ['the client lane', () => lane.door],
  ["Next's route", () => routeDoor],
] as [string, () => Door][])('through %s', (_name, door) => {
  let store: Awaited<ReturnType<typeof importLabStore>>;
  beforeAll(async () => {
    store = await freshStore();
  });

  test.each(calls.map((call) => [call.name, call] as const))('%s', async (name, call) => {
    await bringAbout(name, store);
    const response = await send(door(), call);

    expect(response.status).toBe(call.response.status);
    for (const header of ['content-type', 'cache-control', 'expires']) {
      expect(response.headers.get(header)).toBe(call.response.headers[header]);
    }
    if (call.response.text !== undefined) {
      expect(normalised(await response.text())).toBe(normalised(call.response.text));
      return;
    }
    const answer: Record<string, unknown> = await response.json();
    expect(answer.api_call_execution_time).toMatch(/^\d+(\.\d+)? seconds$/);
    expect(comparable(answer)).toBe(comparable(OURS[name] ?? call.response.json ?? {}));
  });

  // The original's look at its database found none of them; a read of ours never deletes.
  test('41b nothing was deleted by the calls of an expired key', async () => {
    const resourceId = store.resourceId;
    expect(await db().apiResource.count({ where: { id: resourceId } })).toBe(1);
    expect(await db().activation.count({ where: { apiResourceId: resourceId } })).toBe(3);
  });
});

test('13 in strict mode is refused as the original does', async () => {
  await freshStore();
  await saveStoreSettings({ strictReactivation: true }, bySystem);
  for (const call of calls.filter(({ name }) => /^1[23] /.test(name))) {
    const answer: Record<string, unknown> = await (await send(lane.door, call)).json();
    expect(comparable(answer)).toBe(comparable(call.response.json ?? {}));
  }
});

// The capture's seed changed the order between the calls: access expired before 39, ends in 30 days at 42, disabled at 43.
async function bringAbout(name: string, store: { customerId: string; resourceId: string }) {
  const number = Number.parseInt(name, 10);
  const expires = (at: Date | null) =>
    db().apiResource.update({ where: { id: store.resourceId }, data: { expiresAt: at } });
  if (number === 39) await expires(new Date(now().getTime() - 1000));
  if (number === 42) await expires(new Date('2026-12-21T02:00:00Z'));
  if (number === 43) await db().customer.update({ where: { id: store.customerId }, data: { disabledAt: now() } });
  if (number === 44) await db().customer.update({ where: { id: store.customerId }, data: { disabledAt: null } });
}

/** Machine-readable members of ours; they must come after all of the original's. */
const EXTRAS = ['reason', 'expires', 'expires_at'];

/** The text of an answer without our extras and with what differs between any two stores made alike; order and types stay. */
function comparable({ api_call_execution_time: _time, ...answer }: Record<string, unknown>): string {
  const { data } = answer;
  if (typeof data !== 'object' || data === null) return normalised(JSON.stringify(answer));
  const members = Object.entries(data);
  const own = members.filter(([name]) => !EXTRAS.includes(name));
  expect(members.slice(0, own.length)).toEqual(own);
  return normalised(JSON.stringify({ ...answer, data: Object.fromEntries(own) }));
}

function normalised(text: string): string {
  return text
    .replaceAll('http://127.0.0.1:8082/my-account/api-keys/', 'http://localhost:8080/account/api-keys')
    .replace(
      /(s:\d+:")?http:\/\/[\w.:]+\/\?user_id=(\d+)&am_download_file=(\d+)&am_order=(\d+)&hname=\w{12}&hkey=\w+&hexpires=\d{10}&remote_url=no/g,
      'PACKAGE $2 $3 $4',
    );
}

function failure(error: string) {
  return { code: '100', error, success: false, data: { error_code: '100', error } };
}
