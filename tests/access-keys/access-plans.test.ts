import { expect, test } from 'vitest';
import {
  assignPlan,
  createPlan,
  editPlan,
  listPlans,
  makeDefaultPlan,
  type PlanTerms,
} from '@/lib/access-keys/access-plans';
import { createKey } from '@/lib/access-keys/create-key';
import { readAllowance } from '@/lib/access-keys/read-allowance';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aKeyOf, anOwner, shown } from '../support/developer-keys';
import { bySystem } from '../support/factories';

useDatabase();

const TERMS: PlanTerms = {
  name: 'Team',
  maxKeys: 10,
  maxPairs: 2,
  allowsPairs: true,
  monthlyCalls: 50_000,
  callsPerMinute: 600,
};
const actor = bySystem;

async function aPlan(facts: Partial<PlanTerms> = {}) {
  const made = await createPlan({ ...TERMS, ...facts, actor });
  if (!made.ok) throw new Error(made.reason);
  return made.plan;
}

test('a new store has Free for everybody and Unlimited to give', async () => {
  expect(await listPlans()).toMatchObject([
    { name: 'Free', isDefault: true, maxKeys: 2, monthlyCalls: 10_000 },
    { name: 'Unlimited', isDefault: false, maxKeys: null, monthlyCalls: null },
  ]);
});

test('a plan is made once under its name, within bounds', async () => {
  await aPlan();
  expect(await createPlan({ ...TERMS, name: ' team ', actor })).toEqual({ ok: false, reason: 'name_taken' });
  expect(await createPlan({ ...TERMS, name: ' ', actor })).toEqual({ ok: false, reason: 'name_invalid' });
  const wrong = [{ maxKeys: -1 }, { maxKeys: 1.5 }, { callsPerMinute: 0 }, { monthlyCalls: 3_000_000_000 }];
  for (const terms of wrong) {
    expect(await createPlan({ ...TERMS, name: 'Wrong', ...terms, actor })).toEqual({
      ok: false,
      reason: 'out_of_range',
    });
  }
});

test('1.07 a changed maximum holds at the next wish, and ends no key', async () => {
  const plan = await aPlan({ name: 'Small', maxKeys: 2 });
  const owner = await anOwner();
  const { customer, customerId } = owner;
  await assignPlan({ customerNumber: customer.number, planId: plan.id, actor });
  const keys = [await aKeyOf(owner), await aKeyOf(owner)];
  const wish = { customerId, actor: owner.actor, kind: 'standard', name: 'More' } as const;
  expect(await createKey(wish)).toMatchObject({ ok: false, reason: 'key_limit_reached', max: 2 });
  await editPlan({ planId: plan.id, maxKeys: 3, actor });
  expect(await createKey(wish)).toMatchObject({ ok: true });
  await editPlan({ planId: plan.id, maxKeys: 1, actor });
  expect(await createKey(wish)).toMatchObject({ ok: false, reason: 'key_limit_reached', max: 1 });
  for (const { value } of keys) expect(await shown(value)).toBe(200);
});

test('a plan without pairs refuses them', async () => {
  const plan = await aPlan({ name: 'No pairs', allowsPairs: false });
  const { customer, customerId, actor: self } = await anOwner({ hasFactor: true });
  await assignPlan({ customerNumber: customer.number, planId: plan.id, actor });
  const refused = await createKey({ customerId, actor: self, kind: 'pair', name: 'Pair' });
  expect(refused).toEqual({ ok: false, reason: 'pairs_not_in_plan' });
});

test('another plan becomes the default, and there is only one', async () => {
  const plan = await aPlan({ name: 'Everybody', maxKeys: 7 });
  const { customer, customerId } = await anOwner();
  await assignPlan({ customerNumber: customer.number, planId: null, actor });
  expect((await readAllowance(customerId))?.keys.max).toBe(2);
  const free = (await listPlans()).find(({ name }) => name === 'Free');
  expect(await makeDefaultPlan({ planId: plan.id, actor })).toMatchObject({ ok: true, plan: { isDefault: true } });
  expect((await readAllowance(customerId))?.keys.max).toBe(7);
  expect((await listPlans()).filter(({ isDefault }) => isDefault)).toHaveLength(1);
  await makeDefaultPlan({ planId: free?.id ?? '', actor });
});

test('assigning and changing are audited by name, and unknown ids are refused', async () => {
  const plan = await aPlan({ name: 'Audited' });
  const { customer } = await anOwner();
  await assignPlan({ customerNumber: customer.number, planId: plan.id, actor });
  await assignPlan({ customerNumber: customer.number, planId: plan.id, actor });
  const entries = await db().auditEntry.findMany({ where: { action: 'access_plan.assign', objectId: customer.id } });
  expect(entries).toMatchObject([{ before: { accessPlan: 'Unlimited' }, after: { accessPlan: 'Audited' } }]);
  const nobody = '00000000-0000-4000-8000-000000000000';
  const wish = { customerNumber: customer.number, actor };
  expect(await assignPlan({ ...wish, planId: nobody })).toEqual({ ok: false, reason: 'plan_not_found' });
  expect(await assignPlan({ ...wish, customerNumber: 0, planId: null })).toEqual({
    ok: false,
    reason: 'customer_not_found',
  });
  expect(await editPlan({ planId: 'x', maxKeys: 1, actor })).toEqual({ ok: false, reason: 'plan_not_found' });
});
