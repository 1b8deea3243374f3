import { expect, test } from 'vitest';
import { editLicensing, type LicensingRules, licensingFingerprint } from '@/lib/catalog/edit-licensing';
import { editUpdateRules } from '@/lib/catalog/edit-update-rules';
import { findPlans } from '@/lib/catalog/find-plans';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aProduct, aResource } from '../support/factories';
import { byAdmin } from './release-support';

useDatabase();

const DEFAULTS = { activationLimit: 5, termDays: 730, updateDays: 365 };

const read = (id: string) => db().product.findUniqueOrThrow({ where: { id }, include: { plans: true } });
const plansOf = async (numbers: number[]) =>
  (await findPlans(numbers)).map(({ activationLimit, termDays, updateDays }) => [
    activationLimit,
    termDays,
    updateDays,
  ]);

async function save(productId: string, rules: Partial<LicensingRules>, fingerprint?: string) {
  const print = fingerprint ?? licensingFingerprint(await read(productId));
  const whole = { legacyTitle: '', defaults: DEFAULTS, plans: [], ...rules };
  return editLicensing({ productId, rules: whole, fingerprint: print, actor: byAdmin });
}

test('plans follow the product where they say nothing, and what they say themselves stays', async () => {
  const { id, plans } = await aProduct({ plans: [{ name: 'Solo' }, { name: 'Team' }] });
  const [solo, team] = plans;
  if (!solo || !team) throw new Error('Two plans make two');
  const numbers = [solo.number, team.number];
  const own = { planId: team.id, activationLimit: 25, termDays: null };
  expect(await save(id, { plans: [{ planId: solo.id }, own] })).toEqual({ ok: true, isChanged: true });
  expect(await plansOf(numbers)).toEqual([
    [5, 730, 365],
    [25, null, 365],
  ]);
  const defaults = { activationLimit: null, termDays: 30, updateDays: null };
  expect(await save(id, { defaults, plans: [{ planId: solo.id }, own] })).toEqual({ ok: true, isChanged: true });
  expect(await plansOf(numbers)).toEqual([
    [null, 30, null],
    [25, null, null],
  ]);
  expect(await save(id, { defaults, plans: [{ planId: solo.id }, own] })).toEqual({ ok: true, isChanged: false });
  const audited = await db().auditEntry.findMany({ where: { objectId: id }, orderBy: { id: 'asc' } });
  expect(audited[1]).toMatchObject({
    action: 'product.edit_licensing',
    before: { activationLimit: 5, [`${solo.number} activationLimit`]: 5 },
    after: { activationLimit: null, [`${solo.number} activationLimit`]: null },
  });
  expect(audited[1]?.after).not.toHaveProperty(`${team.number} activationLimit`);
});

test('an archived plan goes on following, and a subscription has no term', async () => {
  const { id, plans } = await aProduct({ plans: [{ name: 'Old' }, { name: 'Yearly', termDays: null }] });
  const [old, yearly] = plans;
  if (!old || !yearly) throw new Error('Two plans make two');
  await save(id, { plans: [{ planId: old.id }] });
  await db().plan.update({ where: { id: old.id }, data: { archivedAt: new Date(0) } });
  await db().plan.update({ where: { id: yearly.id }, data: { billingInterval: 'year' } });
  await save(id, { defaults: { ...DEFAULTS, activationLimit: 9 }, plans: [{ planId: yearly.id, termDays: 10 }] });
  expect((await read(id)).plans.sort((a, b) => a.number - b.number)).toMatchObject([
    { activationLimit: 9, termDays: 730 },
    { activationLimit: 9, termDays: null, inheritsLimit: true, inheritsTerm: false },
  ]);
});

test('what was bought keeps the terms it was bought with', async () => {
  const { product, resourceId, orderItemId } = await aResource({ activationLimit: 3, termDays: 365 });
  const before = await db().apiResource.findUnique({ where: { id: resourceId } });
  await save(product.id, { plans: [{ planId: product.plan.id }] });
  expect(await plansOf([product.plan.number])).toEqual([[5, 730, 365]]);
  expect(await db().apiResource.findUnique({ where: { id: resourceId } })).toEqual(before);
  expect(await db().orderItem.findUnique({ where: { id: orderItemId } })).toMatchObject({ activationLimit: 3 });
});

test('a form that somebody else overtook is not saved', async () => {
  const { id, plan } = await aProduct();
  const fingerprint = licensingFingerprint(await read(id));
  expect(await save(id, { plans: [{ planId: plan.id }] }, fingerprint)).toEqual({ ok: true, isChanged: true });
  const late = { plans: [{ planId: plan.id, activationLimit: 1 }] };
  expect(await save(id, late, fingerprint)).toEqual({ ok: false, reason: 'changed_meanwhile' });
});

test('two products never have the same Software Title, and none has terms that are no numbers', async () => {
  const [{ id }, other] = [await aProduct(), await aProduct({ legacyTitle: 'Acme Classic' })];
  expect(await save(id, { legacyTitle: ' Acme Classic ' })).toMatchObject({ problems: [{ problem: 'taken' }] });
  expect(await save(id, { legacyTitle: 'acme classic' })).toEqual({ ok: true, isChanged: true });
  const wrong = { defaults: { activationLimit: 0, termDays: 1.5, updateDays: Number.NaN } };
  const result = await save(other.id, { ...wrong, plans: [{ planId: other.plan.id, termDays: -1 }] });
  expect(result).toMatchObject({
    problems: [
      { name: 'activationLimit', problem: 'invalid' },
      { name: 'termDays', problem: 'invalid' },
      { name: 'updateDays', problem: 'invalid' },
      { planId: other.plan.id, name: 'termDays', problem: 'invalid' },
    ],
  });
});

test('update days given under Files and versions are the plan’s own from then on', async () => {
  const { id, plan } = await aProduct();
  await save(id, { plans: [{ planId: plan.id }] });
  const rules = { keepsReleases: true, deliversFiles: true, plans: [{ planId: plan.id, updateDays: 30 }] };
  await editUpdateRules({ productId: id, rules, actor: byAdmin });
  expect((await read(id)).plans).toMatchObject([{ updateDays: 30, inheritsUpdates: false, inheritsTerm: true }]);
});
