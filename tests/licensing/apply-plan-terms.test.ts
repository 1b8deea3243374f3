import { expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { activate } from '@/lib/licensing/activate';
import { applyPlanTerms, planTermsHandlers } from '@/lib/licensing/apply-plan-terms';
import { changeGrants } from '@/lib/licensing/grants/change-grants';
import { type Grant, orderItemCause } from '@/lib/licensing/grants/grant-fact';
import { previewPlanTerms } from '@/lib/licensing/preview-plan-terms';
import type { TermChange } from '@/lib/licensing/term-change';
import { aCall } from '../support/client-calls';
import { revokeResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aCustomer, anOrder, aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);

/** A product whose plan says something else by now than its licences were bought with. */
async function soldThen(today: { activationLimit: number | null; termDays: number | null }) {
  const product = await aProduct();
  const buy = (wish: { quantity?: number; at?: Date } = {}) =>
    aResource({ product, activationLimit: 3, termDays: 365, ...wish });
  const planId = product.plan.id;
  const change = (facts: Partial<TermChange> = {}): TermChange => ({
    ...{ planId, ...today, updateDays: null, takesAway: false },
    parts: { limit: true, term: true, updates: true },
    ...facts,
  });
  const setPlan = () => db().plan.update({ where: { id: planId }, data: { ...today, updateDays: null } });
  return { product, buy, change, setPlan };
}

const rowOf = (id: string) => db().apiResource.findUniqueOrThrow({ where: { id } });

async function apply(change: TermChange) {
  const { id } = await aCustomer({ role: 'admin' });
  const result = await applyPlanTerms({ change, actor: { kind: 'admin', id, via: 'session:test' } });
  const at = new Date(now().getTime() + 1000);
  await runDueJobs(planTermsHandlers(), { at, limit: 20 });
  return result;
}

test('terms that help customers reach what they bought, by quantity and from the day of purchase, as previewed', async () => {
  const { buy, change, setPlan } = await soldThen({ activationLimit: 5, termDays: 730 });
  const [one, twice] = [await buy({ at: ago(400) }), await buy({ quantity: 2 })];
  await setPlan();
  expect(await previewPlanTerms(change())).toMatchObject({
    ...{ licences: 2, changing: 2, limitRaised: 2, limitLowered: 0, endsLater: 2, worksAgain: 1, endsSooner: 0 },
  });
  expect(await apply(change())).toMatchObject({ ok: true });
  const [early, second] = [await rowOf(one.resourceId), await rowOf(twice.resourceId)];
  expect([early.activationLimit, second.activationLimit]).toEqual([5, 10]);
  expect(early.expiresAt).toEqual(new Date(early.createdAt.getTime() + 730 * DAY_MS));
  expect(await previewPlanTerms(change())).toMatchObject({ licences: 2, changing: 0 });
  const audited = await db().auditEntry.findMany({ where: { objectId: one.resourceId }, orderBy: { id: 'asc' } });
  expect(audited.map(({ action }) => action)).toEqual([
    'api_resource.issue',
    'api_resource.set_limit',
    'api_resource.apply_terms',
  ]);
});

test('nothing is taken away unless asked, and then what is beyond the limit is told beforehand', async () => {
  const { buy, change, setPlan, product } = await soldThen({ activationLimit: 1, termDays: 30 });
  const licence = await buy({ at: ago(100) });
  for (const instance of ['a', 'b', 'c']) {
    await activate([aCall(licence.key, product.number, instance)], { at: now(), strict: false });
  }
  await setPlan();
  expect(await previewPlanTerms(change())).toMatchObject({ licences: 1, changing: 0 });
  const harsh = change({ takesAway: true });
  expect(await previewPlanTerms(harsh)).toMatchObject({
    ...{ changing: 1, limitLowered: 1, activationsBeyond: 2, endsSooner: 1, endsNow: 1 },
  });
  await apply(harsh);
  expect(await rowOf(licence.resourceId)).toMatchObject({ activationLimit: 1, activationCount: 1 });
});

test('a raised limit, an extension, a subscription’s end and a revoked licence are left as they are', async () => {
  const { buy, change, setPlan } = await soldThen({ activationLimit: 1, termDays: 30 });
  const [given, revoked, recurring] = [await buy(), await buy(), await buy({ at: ago(3) })];
  const paid = { customerId: recurring.customerId, status: 'active' as const, createdAt: now() };
  const { id: subscriptionId } = await db().subscription.create({ data: paid });
  const { orderItemId } = recurring;
  await db().subscriptionItem.create({
    data: { subscriptionId, planId: recurring.product.plan.id, orderItemId, quantity: 1 },
  });
  const { expiresAt: paidUntil } = await rowOf(recurring.resourceId);
  const later = new Date(now().getTime() + 999 * DAY_MS);
  await db().$executeRaw`SELECT set_activation_limit(${given.resourceId}::uuid, 50)`;
  await db().apiResource.update({ where: { id: given.resourceId }, data: { expiresAt: later } });
  await inTransaction((tx) => revokeResources(tx, { orderItemIds: [revoked.orderItemId], at: now(), actor: bySystem }));
  await setPlan();
  expect(await previewPlanTerms(change({ takesAway: true }))).toMatchObject({
    ...{ licences: 2, changing: 1, limitLowered: 1, endsSooner: 0 },
  });
  await apply(change({ takesAway: true }));
  expect(await rowOf(recurring.resourceId)).toMatchObject({ activationLimit: 1, expiresAt: paidUntil });
  expect(await rowOf(given.resourceId)).toMatchObject({ activationLimit: 50, expiresAt: later });
});

test('only what was chosen is applied, and only what the plan says when the button is pressed', async () => {
  const { buy, change, setPlan } = await soldThen({ activationLimit: null, termDays: null });
  const licence = await buy();
  expect(await apply(change())).toEqual({ ok: false, reason: 'changed_meanwhile' });
  await setPlan();
  const none = { limit: false, term: false, updates: false };
  expect(await apply(change({ parts: none }))).toEqual({ ok: false, reason: 'nothing_chosen' });
  await apply(change({ parts: { ...none, limit: true } }));
  const row = await rowOf(licence.resourceId);
  expect([row.activationLimit, row.expiresAt === null]).toEqual([null, false]);
});

test('more licences than one batch holds are all reached', async () => {
  const { buy, change, setPlan, product } = await soldThen({ activationLimit: 7, termDays: 365 });
  const { resourceId } = await buy();
  await db().$executeRaw`
    WITH source AS (SELECT * FROM api_resource WHERE id = ${resourceId}::uuid),
      sub AS (SELECT i.*, gen_random_uuid() AS new_item, gen_random_uuid() AS new_resource, n
        FROM generate_series(1, 450) n, source s JOIN order_item i ON i.id = s.order_item_id),
      items AS (INSERT INTO order_item (id, order_id, position, product_id, plan_id, product_title, plan_name, quantity,
          unit_amount, currency, total_amount, activation_limit, term_days)
        SELECT new_item, order_id, n, product_id, plan_id, product_title, plan_name, quantity, unit_amount, currency,
          total_amount, activation_limit, term_days FROM sub)
    INSERT INTO api_resource (id, customer_id, product_id, plan_id, order_item_id, order_number, activation_limit, expires_at, created_at)
    SELECT sub.new_resource, s.customer_id, s.product_id, s.plan_id, sub.new_item, s.order_number, s.activation_limit,
      s.expires_at, s.created_at FROM sub, source s`;
  await db().$executeRaw`SELECT carry_over_resources()`;
  await setPlan();
  await apply(change());
  const places = await db().apiResource.groupBy({
    ...{ by: ['activationLimit'], where: { planId: product.plan.id }, _count: true },
  });
  expect(places).toMatchObject([{ activationLimit: 7, _count: 451 }]);
});

test('new places reach a renewed licence for the units that were renewed, not for those of a purchase given back', async () => {
  const { product, buy, change, setPlan } = await soldThen({ activationLimit: 5, termDays: 365 });
  const { customerId, orderItemId, resourceId: apiResourceId } = await buy({ quantity: 3 });
  const items = [{ plan: product.plan, quantity: 2 }];
  const renewed = first((await anOrder({ customerId, items })).items).id;
  await db().orderItem.update({ where: { id: renewed }, data: { renewsResourceId: apiResourceId } });
  await db().orderItem.update({ where: { id: orderItemId }, data: { refundedQuantity: 3 } });
  const [of, at] = [orderItemCause(orderItemId), now()];
  const facts = (): Grant[] => [
    {
      cause: orderItemCause(renewed),
      happenedAt: at,
      fact: { kind: 'renewal', units: 2, termDays: 365, updateDays: null },
    },
    {
      cause: `refund:re_1:${of}:1`,
      happenedAt: at,
      fact: { kind: 'refund', of, refundId: 're_1', units: 3, isAll: true },
    },
  ];
  await inTransaction((tx) => changeGrants(tx, { apiResourceId, facts, at, actor: bySystem }));
  expect(await rowOf(apiResourceId)).toMatchObject({ activationLimit: 6 });
  await setPlan();
  expect(await apply(change())).toMatchObject({ ok: true });
  expect(await rowOf(apiResourceId)).toMatchObject({ activationLimit: 10 });
});
