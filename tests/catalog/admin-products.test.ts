import { expect, test } from 'vitest';
import { editUpdateRules } from '@/lib/catalog/edit-update-rules';
import { listAdminProducts } from '@/lib/catalog/list-admin-products';
import { listReleases } from '@/lib/catalog/list-releases';
import { publishDraft } from '@/lib/catalog/publish-draft';
import { readAdminProduct } from '@/lib/catalog/read-admin-product';
import { readRelease } from '@/lib/catalog/read-release';
import { yankRelease } from '@/lib/catalog/yank-release';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aProduct, aResource } from '../support/factories';
import { aDraft, aFiledDraft, byAdmin } from './release-support';

useDatabase();

const DAY_MS = 86_400_000;
const ago = (days: number) => new Date(now().getTime() - days * DAY_MS);

test('the list says of each product its newest version, its drafts and what was sold', async () => {
  const product = await aProduct({ title: 'Zebra', plans: [{ name: 'Solo' }, { name: 'Team' }] });
  for (const [version, days] of [['1.0.0', 9] as const, ['1.1.0', 5] as const]) {
    const { releaseId } = await aFiledDraft({ productId: product.id, version, releasedAt: ago(days) });
    await publishDraft({ releaseId, actor: byAdmin });
  }
  const beta = await aFiledDraft({ productId: product.id, version: '1.2.0-beta', channel: 'beta' });
  await publishDraft({ releaseId: beta.releaseId, actor: byAdmin });
  await aDraft({ productId: product.id, version: '1.2.0' });
  await aResource({ product });
  await aResource({ product });
  const draft = await aProduct({ title: 'Aardvark' });
  await db().product.update({ where: { id: draft.id }, data: { publishedAt: null } });
  expect((await listAdminProducts()).map(({ id: _id, ...rest }) => rest)).toMatchObject([
    { title: 'Aardvark', standing: 'draft', newestVersion: undefined, drafts: 0, keysSold: 0 },
    {
      title: 'Zebra',
      standing: 'published',
      newestVersion: '1.1.0',
      drafts: 1,
      keysSold: 2,
      plans: [{ name: 'Solo' }, { name: 'Team' }],
    },
  ]);
});

test('versions are listed newest first with their states, files and size', async () => {
  const { id: productId } = await aProduct();
  const old = await aFiledDraft({ productId, version: '1.0.0', releasedAt: ago(9) });
  const bad = await aFiledDraft({ productId, version: '1.1.0', releasedAt: ago(5) });
  for (const { releaseId } of [old, bad]) await publishDraft({ releaseId, actor: byAdmin });
  await yankRelease({ releaseId: bad.releaseId, reason: 'Broken', actor: byAdmin });
  await aDraft({ productId, version: '1.2.0', releasedAt: ago(1) });
  expect(await listReleases(productId)).toMatchObject([
    { version: '1.2.0', state: 'draft', isNewest: false, files: 0, sizeBytes: 0 },
    { version: '1.1.0', state: 'withdrawn', isNewest: false, files: 1, sizeBytes: 3 },
    { version: '1.0.0', state: 'published', isNewest: true, files: 1, sizeBytes: 3 },
  ]);
});

test('a version is read through its own product alone', async () => {
  const { productId, releaseId } = await aFiledDraft();
  expect(await readRelease({ productId, releaseId })).toMatchObject({ state: 'draft', files: [{ sizeBytes: 3 }] });
  for (const which of [
    { productId: (await aProduct()).id, releaseId },
    { productId, releaseId: 'nonsense' },
  ]) {
    expect(await readRelease(which)).toBeUndefined();
  }
});

test('what stands in the address is a product’s number or nothing', async () => {
  const { number, plan } = await aProduct();
  expect(await readAdminProduct(String(number))).toMatchObject({ number });
  for (const text of ['0', '-1', '1e3', '99999999999', `${number} `, String(plan.number + 1000)]) {
    expect(await readAdminProduct(text)).toBeUndefined();
  }
});

test('update rules are saved with both values in the audit, once', async () => {
  const { id: productId, plan } = await aProduct();
  const rules = { keepsReleases: false, deliversFiles: true, plans: [{ planId: plan.id, updateDays: 365 }] };
  const save = () => editUpdateRules({ productId, rules, actor: byAdmin });
  expect(await save()).toEqual({ ok: true, isChanged: true });
  expect(await save()).toEqual({ ok: true, isChanged: false });
  expect(await db().plan.findUnique({ where: { id: plan.id } })).toMatchObject({ updateDays: 365 });
  expect(await db().auditEntry.findMany({ where: { objectKind: 'product', objectId: productId } })).toMatchObject([
    {
      action: 'product.edit_update_rules',
      before: { keepsReleases: true, deliversFiles: true, updateDays: { [plan.number]: null } },
      after: { keepsReleases: false, deliversFiles: true, updateDays: { [plan.number]: 365 } },
    },
  ]);
});

test('days that are none, and plans of other products, are not saved', async () => {
  const [{ id: productId, plan }, other] = [await aProduct(), await aProduct()];
  const save = (planId: string, updateDays: number) => {
    const rules = { keepsReleases: true, deliversFiles: true, plans: [{ planId, updateDays }] };
    return editUpdateRules({ productId, rules, actor: byAdmin });
  };
  for (const days of [0, -1, 1.5, 36_501, Number.NaN]) {
    expect(await save(plan.id, days)).toEqual({ ok: false, reason: 'days_invalid' });
  }
  expect(await save(other.plan.id, 30)).toEqual({ ok: true, isChanged: false });
  expect(await db().plan.findUnique({ where: { id: other.plan.id } })).toMatchObject({ updateDays: null });
});
