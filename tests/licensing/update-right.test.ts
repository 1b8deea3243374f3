import { expect, test } from 'vitest';
import { db, inTransaction } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { findUpdate } from '@/lib/licensing/find-update';
import { changeGrants } from '@/lib/licensing/grants/change-grants';
import { orderItemCause } from '@/lib/licensing/grants/grant-fact';
import { issueKeys } from '@/lib/licensing/issue-keys';
import { setBetaWish } from '@/lib/licensing/set-beta-wish';
import { aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aCustomer, anOrder, aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

const DAY_MS = 86_400_000;
const START = new Date('2026-01-01T00:00:00Z');
const day = (days: number) => new Date(START.getTime() + days * DAY_MS);

/** A purchase for a year whose updates end after some days; `laptop` is active. */
async function aPurchase(updateDays: number | null) {
  const product = await aProduct();
  const customerId = (await aCustomer()).id;
  const order = await anOrder({ customerId, items: [{ plan: product.plan }], at: START });
  const item = first(order.items);
  await db().orderItem.update({ where: { id: item.id }, data: { updateDays } });
  const { id: planId, productId, activationLimit, termDays } = product.plan;
  const bought = { orderItemId: item.id, productId, planId, quantity: 2, activationLimit, termDays };
  const paid = { customerId, at: START, actor: bySystem, items: [bought] };
  const { apiResourceId, productOrderApiKey: key } = first((await inTransaction((tx) => issueKeys(tx, paid))).issued);
  const call = aCall(key, product.number, 'laptop');
  await activate([call], { at: START, strict: false });
  return { product, customerId, apiResourceId, call };
}

const resourceOf = (id: string) => db().apiResource.findUniqueOrThrow({ where: { id } });

async function aVersion(productId: string, version: string, facts: { days: number; channel?: 'beta' }) {
  const releasedAt = day(facts.days);
  const { channel = 'stable' } = facts;
  await db().release.create({
    data: { productId, version, channel, releasedAt, publishedAt: releasedAt, createdAt: releasedAt },
  });
}

async function versionTold({ call }: { call: ReturnType<typeof aCall> }, at: Date) {
  const told = first(await findUpdate([call], { at }));
  if (!told.ok || !told.license) throw new Error('No licence was found');
  return told.release?.version;
}

test('updates end the days after purchase that were bought, whatever the plan says later', async () => {
  const { apiResourceId, product } = await aPurchase(90);
  await db().plan.update({ where: { id: product.plan.id }, data: { updateDays: 10 } });
  expect(await resourceOf(apiResourceId)).toMatchObject({ updatesUntil: day(90), expiresAt: day(365) });
});

test('without days of its own the right to updates lives as long as the licence', async () => {
  const { apiResourceId } = await aPurchase(null);
  expect(await resourceOf(apiResourceId)).toMatchObject({ updatesUntil: null, expiresAt: day(365) });
});

test('after its updates ended a licence is told the last version released while they lasted', async () => {
  const purchase = await aPurchase(90);
  await aVersion(purchase.product.id, '1.0.0', { days: 30 });
  await aVersion(purchase.product.id, '2.0.0', { days: 100 });
  expect(await versionTold(purchase, day(60))).toBe('1.0.0');
  expect(await versionTold(purchase, day(200))).toBe('1.0.0');
});

test('where a product does not keep them, a licence whose updates ended is told no version', async () => {
  const purchase = await aPurchase(90);
  await aVersion(purchase.product.id, '1.0.0', { days: 30 });
  await db().product.update({ where: { id: purchase.product.id }, data: { keepsReleases: false } });
  expect(await versionTold(purchase, day(60))).toBe('1.0.0');
  expect(await versionTold(purchase, day(200))).toBeUndefined();
});

/** A further year paid by hand at an instant, with the update days that were bought first. */
const renewal = (apiResourceId: string, at: Date, cause = orderItemCause(crypto.randomUUID())) =>
  inTransaction((tx) =>
    changeGrants(tx, {
      apiResourceId,
      facts: () => [{ cause, happenedAt: at, fact: { kind: 'renewal', units: 2, termDays: 365, updateDays: 90 } }],
      at,
      actor: bySystem,
    }),
  );

test('a renewal adds the days again, from the end or from now, and an old one told twice adds none', async () => {
  const { apiResourceId } = await aPurchase(90);
  const first = orderItemCause(crypto.randomUUID());
  await renewal(apiResourceId, day(80), first);
  expect(await resourceOf(apiResourceId)).toMatchObject({ updatesUntil: day(180), expiresAt: day(730) });
  await renewal(apiResourceId, day(81), first);
  expect(await resourceOf(apiResourceId)).toMatchObject({ updatesUntil: day(180) });
  await renewal(apiResourceId, day(700));
  expect(await resourceOf(apiResourceId)).toMatchObject({ updatesUntil: day(790), expiresAt: day(1095) });
});

test('a renewal leaves updates for as long as the licence as they are', async () => {
  const { apiResourceId } = await aPurchase(null);
  await renewal(apiResourceId, day(300));
  expect(await resourceOf(apiResourceId)).toMatchObject({ updatesUntil: null, expiresAt: day(730) });
});

test('a beta is told to nobody but those who asked, and to them until they change their mind', async () => {
  const purchase = await aPurchase(null);
  const { customerId, apiResourceId } = purchase;
  await aVersion(purchase.product.id, '1.0.0', { days: 1 });
  await aVersion(purchase.product.id, '1.1.0-beta', { days: 2, channel: 'beta' });
  const wish = (wantsBeta: boolean) => setBetaWish({ customerId, apiResourceId, wantsBeta, actor: bySystem });
  expect(await versionTold(purchase, day(3))).toBe('1.0.0');
  expect(await wish(true)).toEqual({ ok: true, isChanged: true });
  expect(await versionTold(purchase, day(3))).toBe('1.1.0-beta');
  expect(await wish(true)).toEqual({ ok: true, isChanged: false });
  expect(await wish(false)).toEqual({ ok: true, isChanged: true });
  expect(await versionTold(purchase, day(3))).toBe('1.0.0');
  const audited = await db().auditEntry.findMany({ where: { action: 'api_resource.set_beta_wish' } });
  expect(audited.map(({ objectId, after }) => [objectId, after])).toEqual([
    [apiResourceId, { wantsBeta: true }],
    [apiResourceId, { wantsBeta: false }],
  ]);
});

test('the stable version that follows a beta is offered to those who asked for betas too', async () => {
  const purchase = await aPurchase(null);
  await setBetaWish({ ...purchase, wantsBeta: true, actor: bySystem });
  await aVersion(purchase.product.id, '1.1.0-beta', { days: 2, channel: 'beta' });
  await aVersion(purchase.product.id, '1.1.0', { days: 4 });
  expect(await versionTold(purchase, day(5))).toBe('1.1.0');
});

test('nobody asks for betas on somebody else’s licence', async () => {
  const { resourceId } = await aResource();
  const customerId = (await aCustomer()).id;
  for (const apiResourceId of [resourceId, crypto.randomUUID(), 'nonsense']) {
    const wish = { customerId, apiResourceId, wantsBeta: true, actor: bySystem };
    expect(await setBetaWish(wish)).toEqual({ ok: false, reason: 'resource_not_found' });
  }
  expect((await resourceOf(resourceId)).wantsBeta).toBe(false);
});
