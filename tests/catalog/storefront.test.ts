import { expect, test } from 'vitest';
import { createProduct, type NewProduct } from '@/lib/catalog/create-product';
import { listProducts } from '@/lib/catalog/list-products';
import { priceCart } from '@/lib/catalog/price-cart';
import { publishRelease } from '@/lib/catalog/publish-release';
import { readProduct } from '@/lib/catalog/read-product';
import { inTransaction } from '@/lib/db/client';
import { useDatabase } from '../support/database';

useDatabase();

const at = new Date('2026-06-01T00:00:00Z');
const aPlan = { name: 'Standard', unitAmount: 4900, currency: 'usd', activationLimit: 3, termDays: 365 };

async function aProduct(facts: Partial<NewProduct> & { slug: string }) {
  const result = await inTransaction((tx) => createProduct(tx, { title: facts.slug, plans: [aPlan], ...facts }, at));
  if (!result.ok) throw new Error(result.reason);
  return result.product;
}

const slugs = async (search: Parameters<typeof listProducts>[0]) =>
  (await listProducts({ at, ...search })).products.map((product) => product.slug);

test('search finds words in any order and case, and takes % and _ as they are', async () => {
  await aProduct({ slug: 'backup', title: 'Acme Backup', tagline: 'Saves 100% of it', category: 'Tools' });
  await aProduct({
    slug: 'sync',
    title: 'Acme Sync',
    tagline: 'Files, kept_together',
    category: 'Cloud',
    platform: 'Any',
  });
  expect(await slugs({ query: 'BACKUP acme' })).toEqual(['backup']);
  expect(await slugs({ query: '100%' })).toEqual(['backup']);
  expect(await slugs({ query: '1_0%' })).toEqual([]);
  expect(await slugs({ query: 'kept_' })).toEqual(['sync']);
  expect(await slugs({ query: 'acme\0' })).toEqual(['backup', 'sync']);
  expect(await slugs({ category: 'Cloud' })).toEqual(['sync']);
  expect(await slugs({ category: 'Cloud', query: 'backup' })).toEqual([]);
  expect((await listProducts({ at })).categories).toEqual(['Cloud', 'Tools']);
});

test('a product that is not published is neither listed, read nor sold', async () => {
  const draft = await aProduct({ slug: 'draft', publishedAt: null });
  const later = await aProduct({ slug: 'later', publishedAt: new Date('2026-07-01T00:00:00Z') });
  expect(await slugs({})).not.toContain('draft');
  expect(await readProduct('draft', at)).toBeUndefined();
  expect(await readProduct('later', at)).toBeUndefined();
  const lines = [draft, later].map((product) => ({ planNumber: product.plans[0]?.number ?? 0, quantity: 1 }));
  expect(await priceCart(lines, at)).toMatchObject({
    lines: [],
    subtotal: 0,
    goneNumbers: lines.map((l) => l.planNumber),
  });
});

test.each(['', '../etc', 'BACKUP', 'backup/', "b' OR 1=1", 'b\0'])('%j is no slug and no error', async (slug) => {
  expect(await readProduct(slug, at)).toBeUndefined();
});

test('a published release is what the page shows, with its files', async () => {
  const { id } = await aProduct({ slug: 'with-files' });
  const file = {
    fileName: 'a.zip',
    source: 'local' as const,
    location: 'a/1.zip',
    sizeBytes: 1234,
    sha256: 'a'.repeat(64),
  };
  const publish = (version: string, releasedAt: Date) =>
    inTransaction((tx) => publishRelease(tx, { productId: id, version, releasedAt, artifacts: [file] }, at));
  expect(await publish('1.0.0', new Date('2026-01-01T00:00:00Z'))).toMatchObject({ ok: true });
  expect(await publish('1.1.0', new Date('2026-05-01T00:00:00Z'))).toMatchObject({ ok: true });
  expect(await publish('1.1.0', at)).toEqual({ ok: false, reason: 'version_exists' });
  expect(await publish('1 <b>', at)).toEqual({ ok: false, reason: 'version_invalid' });
  const product = await readProduct('with-files', at);
  expect(product?.releases.map((release) => release.version)).toEqual(['1.1.0', '1.0.0']);
  expect(product?.releases[0]?.files).toEqual([{ name: 'a.zip', platform: '', sizeBytes: 1234 }]);
});

test('a release of no product is refused', async () => {
  const facts = { productId: crypto.randomUUID(), version: '1', artifacts: [] };
  expect(await inTransaction((tx) => publishRelease(tx, facts, at))).toEqual({
    ok: false,
    reason: 'product_not_found',
  });
});

test('the cart is priced from the catalogue', async () => {
  const one = await aProduct({ slug: 'priced', plans: [aPlan, { ...aPlan, unitAmount: 100 }] });
  const [first, second] = one.plans;
  const lines = [
    { planNumber: first?.number ?? 0, quantity: 2 },
    { planNumber: second?.number ?? 0, quantity: 3 },
    { planNumber: 999_999, quantity: 1 },
  ];
  const cart = await priceCart(lines, at);
  expect(cart).toMatchObject({ subtotal: 10_100, currency: 'usd', goneNumbers: [999_999], obstacle: undefined });
  expect(cart.lines.map((line) => line.amount)).toEqual([9800, 300]);
});

test('a parent’s number in the cart buys nothing by itself', async () => {
  const parent = await aProduct({ slug: 'parent', plans: [aPlan, aPlan] });
  expect((await priceCart([{ planNumber: parent.number, quantity: 1 }], at)).lines).toEqual([]);
});

test('a cart of two currencies, or of two rhythms of payment, says so; a subscription beside a purchase is one bill', async () => {
  const { plans } = await aProduct({
    slug: 'mixed',
    plans: [
      aPlan,
      { ...aPlan, currency: 'jpy' },
      { ...aPlan, billingInterval: 'year' },
      { ...aPlan, billingInterval: 'month' },
    ],
  });
  const [usd, jpy, yearly, monthly] = plans.map((plan) => ({ planNumber: plan.number, quantity: 1 }));
  if (!usd || !jpy || !yearly || !monthly) throw new Error('four plans were made');
  expect((await priceCart([usd, jpy], at)).obstacle).toBe('mixed_currencies');
  expect((await priceCart([monthly, yearly], at)).obstacle).toBe('mixed_intervals');
  expect((await priceCart([usd, yearly], at)).obstacle).toBeUndefined();
});
