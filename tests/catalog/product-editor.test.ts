import { expect, test } from 'vitest';
import { beginProduct } from '@/lib/catalog/begin-product';
import { deleteProduct, isUnused, readProductUse } from '@/lib/catalog/delete-product';
import { editProduct, productFingerprint } from '@/lib/catalog/edit-product';
import { findFreeSlug } from '@/lib/catalog/find-free-slug';
import { findPlans } from '@/lib/catalog/find-plans';
import { listAdminProducts } from '@/lib/catalog/list-admin-products';
import { readProduct, readProductPreview } from '@/lib/catalog/read-product';
import { setProductStanding } from '@/lib/catalog/set-product-standing';
import { slugOf } from '@/lib/catalog/slug';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { aProduct, aResource, first } from '../support/factories';
import { aDraft, byAdmin } from './release-support';

useDatabase();

const PLAN = { name: 'Solo', unitAmount: 4900, currency: 'usd', billingInterval: null };
const facts = (slug: string) => ({
  title: 'Acme Sync',
  slug,
  plan: { ...PLAN, activationLimit: 2, termDays: 365 },
});
const auditOf = (objectId: string) =>
  db().auditEntry.findMany({
    where: { objectId },
    orderBy: { id: 'asc' },
    select: { action: true, before: true, after: true },
  });

async function begun(slug: string) {
  const result = await beginProduct({ facts: facts(slug), actor: byAdmin });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return { productId: result.product.id, plan: first(result.product.plans) };
}

test('a new product is seen and sold from its publishing on, no more after it is taken out, and each step is audited', async () => {
  const { productId, plan } = await begun('acme-sync');
  const isSold = async () => [Boolean(await readProduct('acme-sync')), (await findPlans([plan.number])).length];
  expect(await isSold()).toEqual([false, 0]);
  expect(await readProductPreview(productId)).toMatchObject({ title: 'Acme Sync', plans: [{ activationLimit: 2 }] });
  const set = (standing: 'published' | 'draft') => setProductStanding({ productId, standing, actor: byAdmin });
  expect(await set('published')).toEqual({ ok: true, isChanged: true });
  expect(await set('published')).toEqual({ ok: true, isChanged: false });
  expect(await isSold()).toEqual([true, 1]);
  expect(await set('draft')).toEqual({ ok: true, isChanged: true });
  expect(await isSold()).toEqual([false, 0]);
  const actions = (await auditOf(productId)).map(({ action }) => action);
  expect(actions).toEqual(['product.create', 'product.publish', 'product.unpublish']);
});

test('the first plan follows the product’s terms', async () => {
  const { productId, plan } = await begun('acme-follow');
  expect(await db().product.findUnique({ where: { id: productId } })).toMatchObject({
    ...{ defaultActivationLimit: 2, defaultTermDays: 365, defaultUpdateDays: null, publishedAt: null },
  });
  expect(await db().plan.findUnique({ where: { id: plan.id } })).toMatchObject({
    ...{ inheritsLimit: true, inheritsTerm: true, inheritsUpdates: true, activationLimit: 2, termDays: 365 },
  });
});

test('an address that is taken is refused with one that is free', async () => {
  await begun('acme-taken');
  expect(await beginProduct({ facts: facts('acme-taken'), actor: byAdmin })).toMatchObject({
    problems: [{ field: 'slug', problem: 'taken' }],
  });
  expect(await findFreeSlug('acme-taken')).toBe('acme-taken-2');
  expect(await findFreeSlug('acme-free')).toBe('acme-free');
  expect(slugOf('  Übung für Straßen, Teil 2! ')).toBe('ubung-fur-strassen-teil-2');
});

test('what cannot be kept is refused with its field, and nothing is made', async () => {
  const wrong = { ...facts('No Such'), title: ' ', plan: { ...PLAN, name: '', activationLimit: 0, termDays: 1.5 } };
  const result = await beginProduct({ facts: wrong, actor: byAdmin });
  expect(result.ok ? [] : result.problems).toEqual([
    { field: 'title', problem: 'missing' },
    { field: 'slug', problem: 'slug_invalid' },
    { field: 'plan', problem: 'name_missing' },
    { field: 'plan', problem: 'limit_invalid' },
    { field: 'plan', problem: 'days_invalid' },
  ]);
  expect(await db().product.count({ where: { slug: 'No Such' } })).toBe(0);
});

test('of two admins who save the same part the second is told, and another part is saved beside it', async () => {
  const product = await aProduct({ title: 'Acme One' });
  const texts = { title: 'Acme Two', slug: product.slug, descriptionMd: '**New**', pageUrl: 'https://acme.example/' };
  const fingerprint = productFingerprint('sale', product);
  const save = (title: string) =>
    editProduct({ productId: product.id, part: 'sale', texts: { ...texts, title }, fingerprint, actor: byAdmin });
  expect(await save('Acme Two')).toEqual({ ok: true, isChanged: true });
  expect(await save('Acme Two')).toEqual({ ok: true, isChanged: false });
  expect(await save('Acme Three')).toEqual({ ok: false, reason: 'changed_meanwhile' });
  const docs = { productId: product.id, part: 'docs' as const, texts: { faqMd: 'Why?' }, actor: byAdmin };
  expect(await editProduct({ ...docs, fingerprint: productFingerprint('docs', product) })).toMatchObject({ ok: true });
  expect(await readProduct(product.slug)).toMatchObject({ title: 'Acme Two', descriptionMd: '**New**' });
  expect(first(await auditOf(product.id))).toMatchObject({
    ...{ action: 'product.edit_sale', before: { title: 'Acme One', pageUrl: '' }, after: { title: 'Acme Two' } },
  });
});

test('links that are no web addresses and addresses of other products are not kept', async () => {
  const [product, other] = [await aProduct(), await aProduct()];
  const save = (texts: Record<string, string>) =>
    editProduct({
      ...{ productId: product.id, part: 'sale', actor: byAdmin, fingerprint: productFingerprint('sale', product) },
      texts: { title: product.title, slug: product.slug, ...texts },
    });
  for (const pageUrl of ['javascript:alert(1)', 'acme.example', 'ftp://acme.example/']) {
    expect(await save({ pageUrl })).toMatchObject({ problems: [{ field: 'pageUrl', problem: 'address_invalid' }] });
  }
  expect(await save({ slug: other.slug })).toEqual({ ok: false, reason: 'slug_taken' });
  expect(await save({ tagline: 'x'.repeat(201) })).toMatchObject({ problems: [{ problem: 'too_long' }] });
});

test('a product that was never used is deleted; one with a key, an order or a version stays and is archived', async () => {
  const unused = await aProduct();
  expect(await deleteProduct({ productId: unused.id, actor: byAdmin })).toEqual({ ok: true });
  expect(await db().catalogNumber.count({ where: { productId: unused.id } })).toBe(0);
  const { productId: released } = await aDraft();
  expect(await deleteProduct({ productId: released, actor: byAdmin })).toEqual({ ok: false, reason: 'in_use' });
  const resource = await aResource();
  const productId = resource.product.id;
  expect(await deleteProduct({ productId, actor: byAdmin })).toEqual({ ok: false, reason: 'in_use' });
  const use = await readProductUse(productId);
  expect([use, isUnused(use)]).toEqual([{ licences: 1, stockedKeys: 0, orders: 1, releases: 0 }, false]);
  await setProductStanding({ productId, standing: 'archived', actor: byAdmin });
  expect(await readProduct(resource.product.slug)).toBeUndefined();
  const call = aCall(resource.key, resource.productNumber, 'laptop');
  expect(first(await activate([call], { at: AT, strict: false }))).toMatchObject({ ok: true });
});

test('an archived product is published only by way of a draft, and nothing without a plan', async () => {
  const { id: productId, plan } = await aProduct();
  const set = (standing: 'published' | 'draft' | 'archived') =>
    setProductStanding({ productId, standing, actor: byAdmin });
  await set('archived');
  expect(await set('published')).toEqual({ ok: false, reason: 'archived' });
  expect(await set('draft')).toEqual({ ok: true, isChanged: true });
  await db().plan.update({ where: { id: plan.id }, data: { archivedAt: AT } });
  expect(await set('published')).toEqual({ ok: false, reason: 'no_plan' });
});

test('the list finds products by their words, their own number and a plan’s, and by how they stand', async () => {
  const product = await aProduct({ title: 'Quicksilver 100%' });
  const titles = async (filter: Parameters<typeof listAdminProducts>[0]) =>
    (await listAdminProducts(filter)).filter(({ id }) => id === product.id).length;
  for (const text of ['quicks', '100%', String(product.number), String(product.plan.number)]) {
    expect(await titles({ text })).toBe(1);
  }
  expect([await titles({ text: 'quick%l' }), await titles({ text: '\0' })]).toEqual([0, 1]);
  expect([await titles({ standing: 'published' }), await titles({ standing: 'draft' })]).toEqual([1, 0]);
});
