import { afterAll, beforeAll, expect, test } from 'vitest';
import { disableCustomer } from '@/lib/customers/change-standing';
import { db, inTransaction } from '@/lib/db/client';
import { disableMasterKey } from '@/lib/licensing/disable-master-key';
import { readMasterHint } from '@/lib/licensing/read-master-hint';
import { replaceMasterKey } from '@/lib/licensing/replace-master-key';
import { setActivationLimit } from '@/lib/licensing/set-activation-limit';
import { AT } from '../support/client-calls';
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
