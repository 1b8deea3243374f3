import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { catalogOperations } from '@/lib/protocols/v1/manage/operations/catalog';
import { useDatabase } from '../../../support/database';
import { aProduct, aResource } from '../../../support/factories';
import { aCaller, auditOf } from './admin-calls';

useDatabase();

const FIRST = {
  title: 'Acme Backup',
  plan: { name: 'Personal', unit_amount: 4_900, currency: 'usd', activation_limit: 3, term_days: 365 },
};

test('a product is begun, given a second plan and published by a key, and the audit names the key', async () => {
  const { call, sid, owner } = await aCaller();
  const begun = await call('POST', '/admin/products', FIRST);
  expect(begun.status).toBe(201);
  expect(begun.json).toMatchObject({ title: 'Acme Backup', slug: 'acme-backup', standing: 'draft' });
  const path = `/admin/products/${begun.json.number}`;
  expect(begun.headers.location).toBe(`/api/v1${path}`);
  const plan = { name: 'Team', unit_amount: 9_900, currency: 'usd', billing_interval: 'year' };
  const added = await call('POST', `${path}/plans`, plan);
  expect(added.status).toBe(201);
  expect(added.json).toMatchObject({ name: 'Team', billing_interval: 'year', term_days: null, archived_at: null });
  const published = await call('PUT', `${path}/standing`, { standing: 'published' });
  expect(published.json).toMatchObject({ standing: 'published' });
  expect((await call('GET', path)).json).toEqual(published.json);
  const by = { via: `key:${sid}`, actorKind: 'admin', actorId: owner.id };
  expect(await auditOf(begun.json.id)).toEqual([
    { action: 'product.create', ...by },
    { action: 'product.publish', ...by },
  ]);
});

test('a repeated creation under one Idempotency-Key makes one product', async () => {
  const { call } = await aCaller();
  const body = { ...FIRST, title: 'Once only' };
  const headers = { 'idempotency-key': 'begin-once' };
  const [first, again] = [
    await call('POST', '/admin/products', body, { headers }),
    await call('POST', '/admin/products', body, { headers }),
  ];
  expect(again.json).toEqual(first.json);
  expect(await db().product.count({ where: { title: 'Once only' } })).toBe(1);
});

test('everything wrong with a new product is told at once, by the member', async () => {
  const { call } = await aCaller();
  const plan = { ...FIRST.plan, name: ' ', currency: 'xyz', activation_limit: 0 };
  const refused = await call('POST', '/admin/products', { title: '', slug: 'Not A Slug', plan });
  expect(refused.status).toBe(400);
  const fields = refused.json.errors.map(({ field }: { field: string }) => field);
  expect(fields).toEqual(['title', 'slug', 'plan.name', 'plan.currency', 'plan.activation_limit']);
});

test('a text that is left out stays, and one that is given is kept', async () => {
  const { call } = await aCaller();
  const product = await aProduct({ title: 'Before' });
  const path = `/admin/products/${product.number}`;
  await call('PATCH', path, { tagline: 'Copies that come back' });
  await call('PATCH', `${path}/docs`, { faq_md: '## Why?', requires_php: '8.1' });
  const { json } = await call('GET', path);
  expect(json).toMatchObject({ title: 'Before', tagline: 'Copies that come back' });
  expect(json.docs).toMatchObject({ faq_md: '## Why?', requires_php: '8.1', changelog_url: '' });
  const refused = await call('PATCH', `${path}/docs`, { changelog_url: 'javascript:alert(1)' });
  expect(refused.json.errors).toEqual([{ field: 'changelog_url', problem: expect.stringContaining('address') }]);
});

test('a text that holds a live key is refused: everybody would read it', async () => {
  const { call, key } = await aCaller();
  const { number } = await aProduct();
  const changed = await call('PATCH', `/admin/products/${number}`, { description_md: `Call with ${key} to begin.` });
  expect([changed.status, changed.json.code]).toEqual([422, 'looks_like_a_key']);
  const draft = { version: '1.0.0', changelog_md: `- ${key}` };
  const begun = await call('POST', `/admin/products/${number}/releases`, draft);
  expect([begun.status, begun.json.code]).toEqual([422, 'looks_like_a_key']);
  // One letter off is no key.
  const near = `${key.slice(0, -1)}${key.endsWith('a') ? 'b' : 'a'}`;
  expect((await call('PATCH', `/admin/products/${number}`, { description_md: near })).status).toBe(200);
});

test('a change is refused when somebody changed the product since it was read', async () => {
  const { call } = await aCaller();
  const product = await aProduct();
  const path = `/admin/products/${product.number}`;
  const read = await call('GET', path);
  await db().product.update({ where: { id: product.id }, data: { tagline: 'Somebody else' } });
  const headers = { 'if-match': read.headers.etag ?? '' };
  const refused = await call('PATCH', path, { tagline: 'Mine' }, { headers });
  expect([refused.status, refused.json.code]).toEqual([412, 'etag_mismatch']);
  expect(await db().product.findUnique({ where: { id: product.id } })).toMatchObject({ tagline: 'Somebody else' });
});

test('a plan is sold for another price, and the last one of a published product stays on sale', async () => {
  const { call } = await aCaller();
  const { number, plan } = await aProduct();
  const path = `/admin/products/${number}/plans/${plan.number}`;
  expect((await call('PATCH', path, { unit_amount: 5_900 })).json).toMatchObject({
    unit_amount: 5_900,
    name: 'Standard',
  });
  const refused = await call('PUT', `${path}/on-sale`, { on_sale: false });
  expect([refused.status, refused.json.code]).toEqual([409, 'last_plan']);
  await call('PUT', `/admin/products/${number}/standing`, { standing: 'draft' });
  expect((await call('PUT', `${path}/on-sale`, { on_sale: false })).json.archived_at).not.toBeNull();
  const empty = await call('PUT', `/admin/products/${number}/standing`, { standing: 'published' });
  expect(empty.json.code).toBe('product_without_plan');
  expect((await call('GET', `/admin/products/${number}/plans/${number + 9_999}`)).status).toBe(404);
});

test('terms of the product reach the plans that follow it, and licences only when told to', async () => {
  const { call } = await aCaller();
  const product = await aProduct();
  const { resourceId: licence } = await aResource({ product });
  const path = `/admin/products/${product.number}`;
  const terms = { activation_limit: 5, term_days: 730, update_days: null };
  const follows = { ...terms, plans: [{ number: product.plan.number }] };
  const { json } = await call('PUT', `${path}/licensing`, follows);
  expect(json.plans[0]).toMatchObject(terms);
  expect(json.plans[0].follows_product).toContain('activation_limit');
  const wish = { parts: ['activation_limit'] };
  const planPath = `${path}/plans/${product.plan.number}`;
  expect((await call('POST', `${planPath}/terms-preview`, wish)).json).toMatchObject({ licences: 1, limit_raised: 1 });
  const stale = await call('POST', `${planPath}/apply-terms`, { ...wish, ...terms, activation_limit: 4 });
  expect(stale.json.code).toBe('conflict');
  expect((await call('POST', `${planPath}/apply-terms`, { ...wish, ...terms })).status).toBe(202);
  expect(await db().apiResource.findUnique({ where: { id: licence } })).toMatchObject({ activationLimit: 3 });
  expect(await db().outboxEntry.count({ where: { kind: 'licensing.apply_plan_terms' } })).toBe(1);
});

test('who gets which versions is set for one plan without touching the others', async () => {
  const { call } = await aCaller();
  const product = await aProduct({ plans: [{ name: 'A' }, { name: 'B' }] });
  const path = `/admin/products/${product.number}/update-rules`;
  const plans = [{ number: product.plan.number, update_days: 90 }];
  const { json } = await call('PATCH', path, { keeps_releases: false, plans });
  expect(json.update_rules).toEqual({ keeps_releases: false, delivers_files: true });
  expect(json.plans.map((plan: { update_days: number | null }) => plan.update_days)).toEqual([90, null]);
  const strange = await call('PATCH', path, { plans: [{ number: 1, update_days: 90 }] });
  expect(strange.json.errors).toEqual([{ field: 'plans', problem: expect.stringContaining('no plan') }]);
});

test('a product that was sold is archived, not deleted; an unused one goes', async () => {
  const { call } = await aCaller();
  const [sold, unused] = [await aProduct(), await aProduct()];
  await aResource({ product: sold });
  expect((await call('DELETE', `/admin/products/${sold.number}`)).json.code).toBe('product_in_use');
  const archived = await call('PUT', `/admin/products/${sold.number}/standing`, { standing: 'archived' });
  expect(archived.json.standing).toBe('archived');
  expect((await call('DELETE', `/admin/products/${unused.number}`)).status).toBe(204);
  expect((await call('GET', `/admin/products/${unused.number}`)).status).toBe(404);
});

test('products are listed page by page, by standing and by search', async () => {
  const { call } = await aCaller();
  const titles = ['Zeta one', 'Zeta two', 'Zeta three'];
  for (const title of titles) await aProduct({ title });
  const first = await call('GET', '/admin/products?q=zeta&standing=published&limit=2');
  const rest = await call('GET', `/admin/products?q=zeta&limit=2&cursor=${first.json.next_cursor}`);
  const found = [...first.json.data, ...rest.json.data].map(({ title }: { title: string }) => title);
  expect(found).toEqual([...titles].sort());
  expect(rest.json.next_cursor).toBeNull();
  expect((await call('GET', '/admin/products?cursor=nonsense')).status).toBe(400);
});

test('no operation of the catalogue is open to a customer’s key', async () => {
  const { call } = await aCaller('customer');
  const uuid = '11111111-1111-4111-8111-111111111111';
  const statuses = new Set<number>();
  for (const { method, path } of catalogOperations) {
    const asked = path.replace(/\{(number|plan)\}/g, '1').replace(/\{\w+\}/g, uuid);
    statuses.add((await call(method, asked, method === 'GET' ? undefined : {})).status);
  }
  expect([...statuses]).toEqual([403]);
});
