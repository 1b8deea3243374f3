import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { applySubscription } from '@/lib/orders/subscriptions/apply-subscription';
import { cancelSubscription } from '@/lib/orders/subscriptions/cancel-subscription';
import { changeSubscriptionPlan } from '@/lib/orders/subscriptions/change-subscription-plan';
import { readSubscriptionStanding } from '@/lib/payments/read-subscription-standing';
import { present } from '../../payments/support';
import { useDatabase } from '../../support/database';
import { bySystem, type PlanFacts } from '../../support/factories';
import { useShop } from '../support';
import { anOwnedLife, type Life, standing } from './life';
import { stripeInvoices } from './support';

useDatabase();
const shop = useShop();

const applied = { ok: true, state: 'applied' };
const refused = { ok: false, reason: 'payment_refused' };

/** Subscribed to Team, with a dearer and a cheaper plan beside it. */
const PLANS = [
  { name: 'Team', unitAmount: 2_000, activationLimit: 5, billingInterval: 'month' },
  { name: 'Company', unitAmount: 6_000, activationLimit: 20, billingInterval: 'month' },
  { name: 'Solo ’единый’', unitAmount: 900, activationLimit: 1, billingInterval: 'month' },
] satisfies PlanFacts[];

async function onTeam(outcome: 'pay' | 'pay_then_decline') {
  const { life, ask, item, row } = await anOwnedLife(shop, { plans: PLANS, outcome });
  const [team, company, solo] = life.product.plans.map(({ number }) => number);
  const change = (planNumber: number | undefined, quantity = 1) =>
    changeSubscriptionPlan({ ...ask, itemId: item.id, planNumber: present(planNumber), quantity });
  return { life, ask, row, team, company, solo, change };
}

/** The card is mended, and the news of it is still on its way. */
async function mendCard(life: Life): Promise<void> {
  const { stripe } = shop.payments;
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: life.stripeCustomerId });
  await stripe.subscriptions.update(life.id, { default_payment_method: card.id });
}

const invoices = async ({ id }: Life) => (await stripeInvoices(shop, id)).map(({ status }) => status);

test('after a card was refused, another plan and another quantity are asked anew and not taken for the first', async () => {
  const { life, change, team, company, solo } = await onTeam('pay_then_decline');
  expect(await change(company)).toEqual(refused);
  expect(await change(team, 2)).toEqual(refused);
  expect(await standing(life)).toMatchObject({ plan: 'Team', limit: 5 });
  expect(await change(solo)).toEqual(applied);
  expect(await standing(life)).toMatchObject({ plan: PLANS[2]?.name, limit: 1 });
  await shop.payments.double.settle();
});

test('once the card is mended, the plan that was refused is paid and given', async () => {
  const { life, change, company } = await onTeam('pay_then_decline');
  expect(await change(company)).toEqual(refused);
  expect(await change(company)).toEqual(refused);
  await mendCard(life);
  expect(await change(company)).toEqual(applied);
  expect(await standing(life)).toMatchObject({ plan: 'Company', limit: 20 });
  expect(await invoices(life)).toEqual(['paid', 'paid']);
  await shop.payments.double.settle();
  expect(await standing(life)).toMatchObject({ plan: 'Company', limit: 20, state: 'live' });
});

test('a refusal leaves no trace in the audit, and what it finds changed is not put down to whoever was refused', async () => {
  const { life, row, change, company } = await onTeam('pay_then_decline');
  const audits = () => db().auditEntry.findMany({ where: { objectId: row.id }, orderBy: { id: 'asc' } });
  const before = await audits();
  expect(await change(company)).toEqual(refused);
  expect(await audits()).toEqual(before);
  await shop.payments.stripe.subscriptions.update(life.id, { cancel_at_period_end: true });
  expect(await change(company)).toEqual(refused);
  expect((await audits()).slice(before.length)).toMatchObject([
    { action: 'subscription.cancel_planned', actorKind: 'system', actorId: null },
  ]);
  await shop.payments.double.settle();
});

test('pressed twice, also at once, a plan is changed and billed once', async () => {
  const { life, change, company } = await onTeam('pay');
  expect(await Promise.all([change(company), change(company)])).toEqual([applied, applied]);
  expect(await change(company)).toEqual(applied);
  expect(await invoices(life)).toEqual(['paid', 'paid']);
  expect(await standing(life)).toMatchObject({ plan: 'Company', limit: 20 });
  await shop.payments.double.settle();
});

test('two wishes at once are two changes, and the store has the one that Stripe has', async () => {
  const { life, change, team, company } = await onTeam('pay');
  expect(await Promise.all([change(company), change(team, 3)])).toEqual([applied, applied]);
  const { items } = await shop.payments.stripe.subscriptions.retrieve(life.id);
  const is = present(items.data[0]);
  const kept = present((await life.read()).items[0]);
  expect([String(kept.plan.number), kept.quantity]).toEqual([is.metadata.plan_number, is.quantity]);
  await shop.payments.double.settle();
});

test('an older standing that arrives after a newer one changes nothing', async () => {
  const { life, ask, row, change, company } = await onTeam('pay');
  const old = present(await readSubscriptionStanding(life.id));
  expect(await change(company)).toEqual(applied);
  expect(await cancelSubscription(ask)).toEqual(applied);
  await shop.payments.double.settle();
  const everything = async () => ({
    ...(await life.read()),
    audits: await db().auditEntry.count({ where: { objectId: row.id } }),
    grants: await db().grant.findMany({ where: { apiResourceId: row.right.id }, orderBy: { id: 'asc' } }),
  });
  const before = await everything();
  expect(before).toMatchObject({ cancelAt: expect.any(Date), right: { activationLimit: 20 } });
  const late = await inTransaction((tx) => applySubscription(tx, old, { at: new Date(), actor: bySystem }));
  expect(late).toBe('nothing_to_do');
  expect(await everything()).toEqual(before);
});
