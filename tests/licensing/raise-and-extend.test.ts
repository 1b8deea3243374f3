import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { extendExpiry } from '@/lib/licensing/extend-expiry';
import { raiseActivationLimit } from '@/lib/licensing/raise-activation-limit';
import { aCall } from '../support/client-calls';
import { revokeResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aResource, bySystem } from '../support/factories';

useDatabase();

const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY);
const nobody = '00000000-0000-0000-0000-000000000000';

type Made = Awaited<ReturnType<typeof aResource>>;
const of = ({ orderId, resourceId }: Made) => ({ orderId, apiResourceId: resourceId, actor: bySystem });
const raise = (made: Made, activationLimit: number | null) => raiseActivationLimit({ ...of(made), activationLimit });
const extend = (made: Made, expiresAt: Date | null) => extendExpiry({ ...of(made), expiresAt });
const row = (made: Made) => db().apiResource.findUniqueOrThrow({ where: { id: made.resourceId } });
const audits = (made: Made, action: string) =>
  db().auditEntry.findMany({ where: { objectId: made.resourceId, action } });

const activateAt = async (made: Made, instance: string, at = new Date()) =>
  (await activate([aCall(made.key, made.planNumber, instance)], { at, strict: false }))[0];

test('a raised limit gives the place that was missing, and the audit has both limits', async () => {
  const made = await aResource({ activationLimit: 1 });
  await activateAt(made, 'a');
  expect(await activateAt(made, 'b')).toMatchObject({ ok: false, reason: 'limit_reached' });
  expect(await raise(made, 2)).toEqual({ ok: true, activationLimit: 2 });
  expect(await activateAt(made, 'b')).toMatchObject({ ok: true });
  expect(await audits(made, 'api_resource.set_limit')).toMatchObject([
    { before: { activationLimit: 1 }, after: { activationLimit: 2 } },
  ]);
});

test('no limit at all is a raise, and nothing is higher than that', async () => {
  const made = await aResource({ activationLimit: 1 });
  expect(await raise(made, null)).toMatchObject({ ok: true });
  expect(await raise(made, 5)).toEqual({ ok: false, reason: 'already_unlimited' });
});

test.each([
  [3, 'limit_not_higher'],
  [2, 'limit_not_higher'],
  [0, 'limit_invalid'],
  [3.5, 'limit_invalid'],
  [1_000_001, 'limit_invalid'],
  [Number.NaN, 'limit_invalid'],
])('a limit of 3 is not raised to %s', async (limit, reason) => {
  const made = await aResource({ activationLimit: 3 });
  expect(await raise(made, limit)).toEqual({ ok: false, reason });
  expect((await row(made)).activationLimit).toBe(3);
});

test('of two admins who raise at once the higher limit stands', async () => {
  const made = await aResource({ activationLimit: 3 });
  await Promise.all([raise(made, 5), raise(made, 9), raise(made, 7)]);
  expect((await row(made)).activationLimit).toBe(9);
});

test('an extended right that had expired works again with its activations', async () => {
  const made = await aResource({ termDays: 10, at: inDays(-20) });
  await activateAt(made, 'a', inDays(-15));
  expect(await activateAt(made, 'b')).toMatchObject({ ok: false, reason: 'expired' });
  const end = inDays(30);
  expect(await extend(made, end)).toEqual({ ok: true, expiresAt: end });
  expect(await activateAt(made, 'b')).toMatchObject({ ok: true, allowance: { used: 2 } });
  expect(await audits(made, 'api_resource.extend')).toMatchObject([{ after: { expiresAt: end.toISOString() } }]);
});

test('an end is never moved nearer, nor to a day that is over', async () => {
  const made = await aResource({ termDays: 10, at: inDays(-20) });
  const before = (await row(made)).expiresAt;
  expect(await extend(made, inDays(-15))).toEqual({ ok: false, reason: 'date_not_later' });
  expect(await extend(made, inDays(-1))).toEqual({ ok: false, reason: 'date_passed' });
  expect(await extend(made, new Date('none'))).toEqual({ ok: false, reason: 'date_not_later' });
  expect((await row(made)).expiresAt).toEqual(before);
});

test('a lifetime can be given, and then not be extended', async () => {
  const made = await aResource({ termDays: 10 });
  expect(await extend(made, null)).toEqual({ ok: true, expiresAt: null });
  expect(await extend(made, inDays(99))).toEqual({ ok: false, reason: 'already_lifetime' });
});

test('the end of a subscription follows its payments, not an admin', async () => {
  const made = await aResource({ termDays: 30 });
  const subscription = await db().subscription.create({
    data: { customerId: made.customerId, status: 'active', createdAt: new Date() },
  });
  await db().subscriptionItem.create({
    data: {
      subscriptionId: subscription.id,
      planId: made.product.plan.id,
      orderItemId: made.orderItemId,
      quantity: 1,
    },
  });
  expect(await extend(made, inDays(99))).toEqual({ ok: false, reason: 'subscription' });
});

test('what was revoked gets neither places nor time', async () => {
  const made = await aResource({ termDays: 30 });
  await inTransaction((tx) =>
    revokeResources(tx, { orderItemIds: [made.orderItemId], at: new Date(), actor: bySystem }),
  );
  expect(await raise(made, 9)).toEqual({ ok: false, reason: 'revoked' });
  expect(await extend(made, inDays(99))).toEqual({ ok: false, reason: 'revoked' });
});

test('a resource of another order is not found', async () => {
  const [mine, other] = [await aResource({ termDays: 30 }), await aResource()];
  for (const orderId of [other.orderId, nobody, 'none']) {
    const which = { orderId, apiResourceId: mine.resourceId, actor: bySystem };
    expect(await raiseActivationLimit({ ...which, activationLimit: 9 })).toMatchObject({
      reason: 'resource_not_found',
    });
    expect(await extendExpiry({ ...which, expiresAt: inDays(99) })).toMatchObject({ reason: 'resource_not_found' });
  }
});
