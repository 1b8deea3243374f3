import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { disableCustomer } from '@/lib/customers/change-standing';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { disableMasterKey } from '@/lib/licensing/disable-master-key';
import { readMasterHint } from '@/lib/licensing/read-master-hint';
import { replaceMasterKey } from '@/lib/licensing/replace-master-key';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { AT, aCall } from '../support/client-calls';
import { openLane, routeDoor } from '../support/client-lane';
import { revokeResources, suspendResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aResource, bySystem } from '../support/factories';

useDatabase();

type Resource = Awaited<ReturnType<typeof aResource>>;
let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

const masterKeyOf = async ({ customerId }: Resource) => ({
  customerId,
  keyId: (await readMasterHint(customerId))?.id ?? '',
  actor: bySystem,
});

const changes: [string, (resource: Resource) => Promise<unknown>][] = [
  ['replacing the master key', async (r) => replaceMasterKey({ ...(await masterKeyOf(r)), activations: 'keep' })],
  ['disabling the master key', async (r) => disableMasterKey(await masterKeyOf(r))],
  [
    'a refund',
    (r) => inTransaction((tx) => revokeResources(tx, { orderItemIds: [r.orderItemId], at: AT, actor: bySystem })),
  ],
  [
    'a dispute',
    (r) => inTransaction((tx) => suspendResources(tx, { orderItemIds: [r.orderItemId], at: AT, actor: bySystem })),
  ],
  ['disabling the customer', (r) => disableCustomer({ customerId: r.customerId, actor: bySystem })],
  [
    'a limit of none',
    (r) =>
      inTransaction((tx) =>
        setActivationLimit(tx, { apiResourceId: r.resourceId, activationLimit: 0, actor: bySystem }),
      ),
  ],
];

test.each(changes)('%s beside 64 activations: none is committed after it', async (name, change) => {
  for (let round = 0; round < 10; round++) {
    const resource = await aResource({ activationLimit: null });
    const counted = () => db().activation.count({ where: { apiResourceId: resource.resourceId, overLimit: false } });
    const herd = Array.from({ length: 64 }, (_, i) => {
      const query = new URLSearchParams({
        'wc-api': 'wc-am-api',
        wc_am_action: 'activate',
        api_key: name.includes('master key') ? resource.masterKey : resource.key,
        product_id: String(resource.planNumber),
        instance: `instance-${i}`,
      });
      return (i % 2 ? lane.door : routeDoor)(`/?${query}`);
    });
    await change(resource);
    const whenChanged = await counted();
    await Promise.all(herd);
    expect(await counted()).toBe(whenChanged);
  }
});

test.each(changes)('%s beside callers that come one by one: none is committed after it', async (name, change) => {
  for (let round = 0; round < 5; round++) {
    const resource = await aResource({ activationLimit: null });
    const counted = () => db().activation.count({ where: { apiResourceId: resource.resourceId, overLimit: false } });
    const key = name.includes('master key') ? resource.masterKey : resource.key;
    // Each a list of its own, so that they meet in the database and nowhere else.
    const callers = ['a', 'b', 'c', 'd'].map(async (caller) => {
      for (let n = 0; ; n++) {
        const [result] = await activate([aCall(key, resource.planNumber, `${caller}-${n}`)], { at: AT, strict: false });
        if (!result?.ok) return n;
      }
    });
    await vi.waitFor(async () => expect(await counted()).toBeGreaterThan(8), { interval: 1, timeout: 5_000 });
    await change(resource);
    const whenChanged = await counted();
    const placed = await Promise.all(callers);
    expect(placed.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(8);
    expect(await counted()).toBe(whenChanged);
  }
});

test.each(changes)(
  '%s beside lists of several customers: none is committed after it, and the others go on',
  async (name, change) => {
    for (let round = 0; round < 5; round++) {
      const [resource, ...others] = await Promise.all([1, 2, 3, 4].map(() => aResource({ activationLimit: null })));
      if (!resource) throw new Error('There is no resource');
      const counted = () => db().activation.count({ where: { apiResourceId: resource.resourceId, overLimit: false } });
      const key = name.includes('master key') ? resource.masterKey : resource.key;
      const lists = ['a', 'b', 'c'].map(async (caller) => {
        for (let n = 0; ; n++) {
          const calls = [...others, { ...resource, key }].map((r) => aCall(r.key, r.planNumber, `${caller}-${n}`));
          const results = await activate(calls, { at: AT, strict: false });
          expect(results.slice(0, others.length)).toMatchObject(others.map(() => ({ ok: true, again: false })));
          if (!results[others.length]?.ok) return n;
        }
      });
      await vi.waitFor(async () => expect(await counted()).toBeGreaterThan(8), { interval: 1, timeout: 5_000 });
      await change(resource);
      const whenChanged = await counted();
      const placed = (await Promise.all(lists)).reduce((sum, n) => sum + n, 0);
      expect(placed).toBeGreaterThan(8);
      expect(await counted()).toBe(whenChanged);
      for (const { resourceId } of others) {
        const { activationCount } = await db().apiResource.findUniqueOrThrow({ where: { id: resourceId } });
        expect(activationCount).toBe(placed + lists.length);
      }
    }
  },
);
