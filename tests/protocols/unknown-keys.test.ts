import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { insertAssociatedKeys } from '@/lib/licensing/insert-associated-keys';
import { replaceMasterKey } from '@/lib/licensing/replace-master-key';
import { newDeveloperKey } from '@/lib/secrets/developer-key';
import { newLicenseKey } from '@/lib/secrets/key-format';
import { openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem } from '../support/factories';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
let product = 0;
/** Texts that open nothing, by why; nobody outside may tell one from another (security.md T9). */
let keys: Record<string, string> = {};

beforeAll(async () => {
  lane = await openLane();
  const { key, masterKey, customerId, productNumber } = await aResource();
  product = productNumber;
  const { id: keyId } = await db().licenseKey.findFirstOrThrow({ where: { customerId, kind: 'master' } });
  await replaceMasterKey({ customerId, keyId, activations: 'keep', actor: bySystem });
  const stocked = randomBytes(20).toString('hex');
  const { id: productId } = await aProduct();
  await insertAssociatedKeys(db(), [{ key: stocked, productId, isWeak: false, owner: null, stockPosition: 1 }], now());
  keys = {
    'a key that never was': newLicenseKey('lko'),
    'a mistyped key': `${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`,
    'the beginning of a key': key.slice(0, 20),
    'a replaced key': masterKey,
    'a key that nobody has bought yet': stocked,
    'a developer key': newDeveloperKey('secret'),
    'what no key can be': 'x'.repeat(180),
  };
});
afterAll(() => lane.close());
beforeEach(forgetCallLimits);

const ACTIONS = [
  'activate',
  'deactivate',
  'status',
  'update',
  'information',
  'verify_api_key_is_active',
  'product_list',
];

test.each(ACTIONS)('installed software hears the same of every key that opens nothing: %s', async (action) => {
  const told = await Promise.all(
    Object.values(keys).map((key) => {
      const query = { 'wc-api': 'wc-am-api', wc_am_action: action, api_key: key, instance: 'desk', object: 'desk' };
      const more = { plugin_name: 'a/a.php', slug: 'a', version: '1.0' };
      return tellOf(`/?${new URLSearchParams({ ...query, ...more, product_id: String(product) })}`);
    }),
  );
  for (const each of told) expect(each).toEqual(told[0]);
  expect(told[0]?.body).toMatch(/"success":false|"package":""|"version":""/);
});

test.each(['activations', 'deactivations', 'status', 'products', 'updates'])(
  'and so does new software: %s',
  async (call) => {
    const told = await Promise.all(
      Object.values(keys).map((key) =>
        tellOf(`/api/v1/${call}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ key, product, instance: 'desk', version: '1.0' }),
        }),
      ),
    );
    for (const each of told) expect(each).toEqual(told[0]);
    expect(told[0]?.body).toMatch(/key_not_found|"licensed":false/);
  },
);

/** An answer without what differs between any two calls: their ids, their times, and how many wrong keys are left. */
async function tellOf(target: string, init?: RequestInit) {
  const response = await lane.door(target, init);
  const headers = [...response.headers].filter(([name]) => !['date', 'ratelimit', 'x-request-id'].includes(name));
  const body = (await response.text())
    .replace(/"request_id":"[^"]*"/, '')
    .replace(/"api_call_execution_time":"[^"]*"/, '')
    .replace(/"timestamp":"?\d+"?/, '');
  return {
    status: response.status,
    headers: headers.map(([name, value]) => (name === 'content-length' ? '' : `${name}: ${value}`)),
    body,
  };
}
