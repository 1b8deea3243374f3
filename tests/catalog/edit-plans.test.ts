import { expect, test } from 'vitest';
import { addPlan } from '@/lib/catalog/add-plan';
import { editPlan, setPlanOnSale } from '@/lib/catalog/edit-plan';
import { findPlans } from '@/lib/catalog/find-plans';
import { offerFingerprint, offerProblems } from '@/lib/catalog/plan-offer';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aProduct, aResource } from '../support/factories';
import { byAdmin } from './release-support';

useDatabase();

const offer = { name: 'Team', unitAmount: 19_900, currency: 'eur', position: 1 };

test('a further plan has the product’s terms, and a subscription no end of its own', async () => {
  const { id: productId } = await aProduct();
  await db().product.update({
    where: { id: productId },
    data: { defaultActivationLimit: 5, defaultTermDays: 365, defaultUpdateDays: 90 },
  });
  const add = async (billingInterval: 'year' | null) => {
    const made = await addPlan({ productId, offer, billingInterval, actor: byAdmin });
    if (!made.ok) throw new Error(made.reason);
    return db().plan.findUniqueOrThrow({ where: { id: made.plan.id } });
  };
  expect(await add(null)).toMatchObject({ activationLimit: 5, termDays: 365, updateDays: 90, inheritsTerm: true });
  expect(await add('year')).toMatchObject({
    activationLimit: 5,
    termDays: null,
    updateDays: null,
    inheritsTerm: false,
  });
});

test('a new price is asked of the next buyer, and orders keep theirs', async () => {
  const { product, orderItemId } = await aResource();
  const { id: planId } = product.plan;
  const fingerprint = offerFingerprint(product.plan);
  const save = (unitAmount: number) =>
    editPlan({ productId: product.id, planId, offer: { ...offer, unitAmount }, fingerprint, actor: byAdmin });
  expect(await save(5900)).toEqual({ ok: true, isChanged: true });
  expect(await save(5900)).toEqual({ ok: true, isChanged: false });
  expect(await save(6900)).toEqual({ ok: false, reason: 'changed_meanwhile' });
  expect(await findPlans([product.plan.number])).toMatchObject([{ unitAmount: 5900, currency: 'eur', name: 'Team' }]);
  expect(await db().orderItem.findUnique({ where: { id: orderItemId } })).toMatchObject({ unitAmount: 4900 });
  expect(await db().auditEntry.findMany({ where: { objectKind: 'plan', objectId: planId } })).toMatchObject([
    {
      action: 'plan.edit',
      before: { unitAmount: 4900, currency: 'usd' },
      after: { unitAmount: 5900, currency: 'eur' },
    },
  ]);
});

test('a plan is changed through its own product alone', async () => {
  const [product, other] = [await aProduct(), await aProduct()];
  const which = { productId: other.id, planId: product.plan.id, actor: byAdmin };
  const fingerprint = offerFingerprint(product.plan);
  expect(await editPlan({ ...which, offer, fingerprint })).toEqual({ ok: false, reason: 'plan_not_found' });
  expect(await setPlanOnSale({ ...which, isOnSale: false })).toEqual({ ok: false, reason: 'plan_not_found' });
});

test('an archived plan is bought no more, keeps its number, and the last plan of a product on sale stays', async () => {
  const { id: productId, plans } = await aProduct({ plans: [{ name: 'Solo' }, { name: 'Team' }] });
  const set = (index: number, isOnSale: boolean) =>
    setPlanOnSale({ productId, planId: plans[index]?.id ?? '', isOnSale, actor: byAdmin });
  expect(await set(0, false)).toEqual({ ok: true, isChanged: true });
  expect(await findPlans([plans[0]?.number ?? 0])).toEqual([]);
  expect(await set(1, false)).toEqual({ ok: false, reason: 'last_plan' });
  expect(await set(0, true)).toEqual({ ok: true, isChanged: true });
  expect(await findPlans([plans[0]?.number ?? 0])).toHaveLength(1);
});

test.each([
  ['usd', 4950, []],
  ['jpy', 4900, []],
  ['kwd', 4900, []],
  ['kwd', 4901, ['amount_not_payable']],
  ['isk', 490_000, []],
  ['isk', 490_050, ['amount_not_payable']],
  ['usd', Number.NaN, ['amount_invalid']],
  ['usd', 49.5, ['amount_invalid']],
  ['usd', -1, ['amount_invalid']],
  ['usd', 100_000_000, ['amount_invalid']],
  ['USD', 4900, ['currency_unknown']],
  ['qqq', 4900, ['currency_unknown']],
])('a price of %s %s is sold or refused for a reason', (currency, unitAmount, problems) => {
  expect(offerProblems({ ...offer, currency, unitAmount })).toEqual(problems);
});
