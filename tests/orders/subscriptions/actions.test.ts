import { afterEach, expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { cancelSubscription } from '@/lib/orders/subscriptions/cancel-subscription';
import { changeSubscriptionPlan, listPlanChoices } from '@/lib/orders/subscriptions/change-subscription-plan';
import { keepSubscription } from '@/lib/orders/subscriptions/keep-subscription';
import { listSubscriptions, readSubscription } from '@/lib/orders/subscriptions/list-subscriptions';
import { openBillingPortal } from '@/lib/orders/subscriptions/open-billing-portal';
import { pauseSubscription } from '@/lib/orders/subscriptions/pause-subscription';
import { resumeSubscription } from '@/lib/orders/subscriptions/resume-subscription';
import { present } from '../../payments/support';
import { useDatabase } from '../../support/database';
import { aCustomer, bySystem } from '../../support/factories';
import { mailsAbout, useShop } from '../support';
import { anOwnedLife, standing } from './life';
import { dayOf } from './support';

useDatabase();
const shop = useShop();
afterEach(() => setClockOffsetMs(0));

const applied = { ok: true, state: 'applied' };

const owned = (facts: Parameters<typeof anOwnedLife>[1] = {}) => anOwnedLife(shop, facts);

test('cancelled it ends with its period, kept it goes on, and each is told at once without waiting for an event', async () => {
  const { life, row, ask } = await owned();
  expect(await cancelSubscription(ask)).toEqual(applied);
  expect((await life.read()).cancelAt).toEqual(row.renewsAt);
  expect(await cancelSubscription(ask)).toEqual(applied);
  expect(await mailsAbout(row.id)).toEqual(['subscription_cancelled']);
  expect(await keepSubscription(ask)).toEqual(applied);
  expect((await life.read()).cancelAt).toBeNull();
  expect(await cancelSubscription(ask)).toEqual(applied);
  await life.toDay(33);
  expect(await standing(life)).toMatchObject({ status: 'cancelled', state: 'expired' });
  for (const refused of [await keepSubscription(ask), await cancelSubscription(ask), await pauseSubscription(ask)]) {
    expect(refused).toEqual({ ok: false, reason: 'subscription_ended' });
  }
});

test('another customer’s subscription is not found; an admin may', async () => {
  const { ask, row } = await owned();
  const { id } = await aCustomer();
  const stranger = { ...ask, owner: { customerId: id } };
  const missing = { ok: false, reason: 'subscription_not_found' };
  const change = { itemId: '', planNumber: 1 };
  expect(await cancelSubscription(stranger)).toEqual(missing);
  expect(await keepSubscription(stranger)).toEqual(missing);
  expect(await pauseSubscription(stranger)).toEqual(missing);
  expect(await resumeSubscription(stranger)).toEqual(missing);
  expect(await changeSubscriptionPlan({ ...stranger, ...change })).toEqual(missing);
  expect(await openBillingPortal({ ...stranger, customerId: id, returnUrl: 'http://localhost' })).toEqual(missing);
  expect(await cancelSubscription({ ...ask, subscriptionId: 'guess' })).toEqual(missing);
  expect(await readSubscription({ id: row.id }, { customerId: id })).toBeUndefined();
  expect(await listSubscriptions(id)).toEqual([]);
  expect(await pauseSubscription({ ...ask, owner: 'anyone', actor: bySystem })).toEqual(applied);
});

test('paused nothing is due; resumed the next payment is shown again', async () => {
  const { ask, row } = await owned();
  const shown = async () => present(await readSubscription({ id: row.id }, ask.owner));
  expect((await shown()).nextPayment).toEqual({ at: row.renewsAt, amount: 900 });
  expect(await pauseSubscription(ask)).toEqual(applied);
  expect(await shown()).toMatchObject({ isPaused: true, nextPayment: null });
  expect(await resumeSubscription(ask)).toEqual(applied);
  expect(await shown()).toMatchObject({ isPaused: false, nextPayment: { amount: 900 } });
});

test('a dearer plan is paid at once and keeps the key, a cheaper one gives its places back', async () => {
  const { life, ask, row, item } = await owned();
  const choices = await listPlanChoices({ ...ask, itemId: item.id });
  expect(choices.map(({ name, isPresent }) => [name, isPresent])).toEqual([
    ['Solo', true],
    ['Team', false],
    ['Yearly', false],
  ]);
  const [solo, team] = choices;
  const to = (plan: typeof solo) =>
    changeSubscriptionPlan({ ...ask, itemId: item.id, planNumber: present(plan).planNumber });
  expect(await to(team)).toEqual(applied);
  await shop.payments.double.settle();
  expect(await standing(life)).toMatchObject({ plan: 'Team', limit: 5, state: 'live', note: null });
  const after = await life.read();
  expect(after.right.id).toBe(row.right.id);
  expect(after.right.expiresAt).toEqual(row.right.expiresAt);
  expect(after.renewals[0]?.totalAmount).toBeGreaterThan(1_000);
  expect(await to(solo)).toEqual(applied);
  expect(await standing(life)).toMatchObject({ plan: 'Solo', limit: 1 });
});

test('a longer rhythm begins a new period that is paid', async () => {
  const { life, ask, item } = await owned();
  const yearly = present((await listPlanChoices({ ...ask, itemId: item.id })).at(-1));
  const wish = { ...ask, itemId: item.id, planNumber: yearly.planNumber };
  expect(await changeSubscriptionPlan(wish)).toEqual(applied);
  await shop.payments.double.settle();
  const { right } = await life.read();
  expect(dayOf(right.expiresAt)).toBeGreaterThan(360);
  expect(await standing(life)).toMatchObject({ plan: 'Yearly', limit: 2 });
});

test('a card that refuses changes nothing, and what is not sold is not offered', async () => {
  const { life, ask, item } = await owned({ outcome: 'pay_then_decline' });
  const before = await standing(life);
  const team = present((await listPlanChoices({ ...ask, itemId: item.id }))[1]);
  const wish = { ...ask, itemId: item.id, planNumber: team.planNumber };
  expect(await changeSubscriptionPlan(wish)).toEqual({ ok: false, reason: 'payment_refused' });
  expect(await standing(life)).toEqual(before);
  await db().plan.update({ where: { number: team.planNumber }, data: { archivedAt: new Date(0) } });
  expect(await changeSubscriptionPlan(wish)).toEqual({ ok: false, reason: 'plan_not_offered' });
});

test('more of the same plan is more places; a price made at Stripe by hand leaves the plan and is noted', async () => {
  const { life, item, ask } = await owned();
  const present = { itemId: item.id, planNumber: item.plan.number, quantity: 3 };
  expect(await changeSubscriptionPlan({ ...ask, ...present })).toEqual(applied);
  expect(await standing(life)).toMatchObject({ limit: 3, note: null });
  const { stripe } = shop.payments;
  const product = (await stripe.products.create({ name: 'Special' })).id;
  const made = await stripe.prices.create({
    product,
    unit_amount: 500,
    currency: 'usd',
    recurring: { interval: 'month' },
  });
  await life.update({ items: [{ id: await life.itemId(), price: made.id }] });
  expect(await standing(life)).toMatchObject({ plan: 'Solo', limit: 3, note: 'price_unknown' });
  await life.update({ metadata: { seen: 'yes' } });
  expect(await standing(life)).toMatchObject({ note: 'price_unknown' });
});

test('the portal opens for the owner, and what was done there is followed', async () => {
  const { ask, row } = await owned();
  const opened = await openBillingPortal({
    subscriptionId: row.id,
    customerId: row.customerId,
    actor: ask.actor,
    returnUrl: 'http://localhost:8080/account',
  });
  expect(opened).toMatchObject({ ok: true, url: expect.stringContaining('/demo-payments/bps_') });
});
