import { expect, test } from 'vitest';
import { tellStep } from '@/app/_story/tell-step';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { readLicenceStory, type StoryStep } from '@/lib/licensing/grants/read-licence-story';
import { raiseActivationLimit } from '@/lib/licensing/raise-activation-limit';
import { buy, paymentIntentOf, useShop } from '../../orders/support';
import { present } from '../../payments/support';
import { useDatabase } from '../../support/database';
import { aCustomer, aResource } from '../../support/factories';

useDatabase();
const shop = useShop();

test('a bought, raised and partly refunded licence is told step by step, and the last step is its row', async () => {
  const { order, sessionId } = await buy(shop);
  const { id: orderId, number: orderNumber, customerId, items } = present(order);
  const { id, number } = present(items[0]?.resource);
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id };
  expect(await raiseActivationLimit({ orderId, apiResourceId: id, activationLimit: 9, actor })).toMatchObject({
    ok: true,
  });
  const payment_intent = await paymentIntentOf(shop, sessionId);
  await shop.payments.stripe.refunds.create({ payment_intent, amount: 4_900, metadata: { item_0: '1' } });
  await shop.payments.double.settle();

  const story = present(await readLicenceStory({ number, owner: { customerId } }, now()));
  expect(story).toMatchObject({ number, productTitle: 'Acme Backup', planName: 'Standard', today: { state: 'live' } });
  expect(new Set(story.steps.map(({ grant }) => grant.fact.kind))).toEqual(
    new Set(['purchase', 'limit_edit', 'refund']),
  );
  expect(stepOf(story.steps, 'purchase')).toMatchObject({
    order: { id: orderId, number: orderNumber },
    grant: { by: 'system' },
  });
  expect(stepOf(story.steps, 'purchase').grant.eventId).toMatch(/^evt_/);
  expect(stepOf(story.steps, 'limit_edit').grant).toMatchObject({ by: 'admin', byEmail: admin.email });
  const refund = stepOf(story.steps, 'refund');
  expect(refund).toMatchObject({ money: { amount: 4_900, currency: 'usd' }, order: { number: orderNumber } });
  expect(tellStep(refund, story.planNames)).toMatch(/^Refund of 1 unit \(\$49\.00\): \d places\.$/);

  const row = await db().apiResource.findUniqueOrThrow({ where: { id } });
  const { planId, activationLimit, expiresAt, updatesUntil, graceUntil } = row;
  expect(story.steps.at(-1)?.after).toEqual({
    ...{ isRevoked: false, isSuspended: false, planId, activationLimit, expiresAt, updatesUntil, graceUntil },
  });
  expect(activationLimit).toBe(6);
});

test('a stranger’s licence is not there, by number or by id, and an admin finds any', async () => {
  const { resourceId: id, resourceNumber: number } = await aResource();
  const owner = { customerId: (await aCustomer()).id };
  expect(await readLicenceStory({ number, owner }, now())).toBeUndefined();
  expect(await readLicenceStory({ id, owner }, now())).toBeUndefined();
  expect(await readLicenceStory({ id: 'no-id', owner: 'anyone' }, now())).toBeUndefined();
  expect(await readLicenceStory({ id, owner: 'anyone' }, now())).toMatchObject({ number });
});

function stepOf(steps: StoryStep[], kind: string): StoryStep {
  return present(steps.find(({ grant }) => grant.fact.kind === kind));
}
