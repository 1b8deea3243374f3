import { expect, test } from 'vitest';
import { createProduct, type NewProduct } from '@/lib/catalog/create-product';
import { findPlans } from '@/lib/catalog/find-plans';
import { db, inTransaction } from '@/lib/db/client';
import { useDatabase } from '../support/database';

useDatabase();

const aPlan = { name: 'Standard', unitAmount: 4900, currency: 'usd', activationLimit: 3, termDays: 365 };
let made = 0;

/** Creates a product; a refusal rolls its transaction back, as every caller must. */
async function create(facts: Partial<NewProduct> = {}) {
  made += 1;
  const product = { slug: `acme-${made}`, title: 'Acme', plans: [aPlan], ...facts };
  const refused = new Error('refused');
  let result: Awaited<ReturnType<typeof createProduct>> | undefined;
  await inTransaction(async (tx) => {
    result = await createProduct(tx, product);
    if (!result.ok) throw refused;
  }).catch((error) => {
    if (error !== refused) throw error;
  });
  if (!result) throw new Error('createProduct gave no answer');
  return result;
}

function productOf(result: Awaited<ReturnType<typeof createProduct>>) {
  if (!result.ok) throw new Error(result.reason);
  return result.product;
}

test('products and plans draw from one sequence and never share a number by accident', async () => {
  const first = productOf(await create({ plans: [aPlan, aPlan] }));
  const second = productOf(await create());
  const numbers = [first, ...first.plans, second, ...second.plans].map((each) => each.number);
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('imported numbers are kept and the sequence moves above them', async () => {
  const imported = productOf(await create({ number: 141_198, plans: [{ ...aPlan, number: 141_205 }] }));
  expect(imported.number).toBe(141_198);
  expect(imported.plans[0]?.number).toBe(141_205);
  expect(productOf(await create()).number).toBeGreaterThan(141_205);
});

test('an imported number below the sequence is kept and does not pull the sequence back', async () => {
  const before = productOf(await create());
  productOf(await create({ number: 12 }));
  expect(productOf(await create()).number).toBeGreaterThan(before.number);
});

test('a product with a single plan may share its number with it', async () => {
  const simple = productOf(await create({ number: 500_001, plans: [{ ...aPlan, number: 500_001 }] }));
  expect(simple.plans[0]?.number).toBe(simple.number);
  expect((await findPlans([500_001])).map((plan) => plan.number)).toEqual([500_001]);
});

test('with several plans the product’s number is its own', async () => {
  const plans = [{ ...aPlan, number: 500_100 }, aPlan];
  expect(await create({ number: 500_100, plans })).toEqual({ ok: false, reason: 'number_shared' });
});

test('a number that another product or plan has is refused and nothing is left behind', async () => {
  const { plans } = productOf(await create());
  const count = await db().product.count();
  expect(await create({ number: plans[0]?.number ?? 0 })).toEqual({ ok: false, reason: 'number_taken' });
  expect(await create({ plans: [{ ...aPlan, number: plans[0]?.number ?? 0 }] })).toMatchObject({
    reason: 'number_taken',
  });
  expect(await db().product.count()).toBe(count);
});

test('a slug and a legacy title belong to one product', async () => {
  productOf(await create({ slug: 'only-one', legacyTitle: 'Acme Classic' }));
  expect(await create({ slug: 'only-one' })).toEqual({ ok: false, reason: 'slug_taken' });
  expect(await create({ legacyTitle: 'Acme Classic' })).toEqual({ ok: false, reason: 'legacy_title_taken' });
});

test('twenty products made at once, some with imported numbers, all get numbers of their own', async () => {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, index) => create(index % 4 === 0 ? { number: 600_000 + index * 1_000 } : {})),
  );
  const numbers = results.map(productOf).flatMap((product) => [product, ...product.plans].map((each) => each.number));
  expect(new Set(numbers).size).toBe(40);
});

test('a product’s number resolves to its plans on sale, a plan’s number to itself', async () => {
  const product = productOf(await create({ plans: [aPlan, { ...aPlan, name: 'Team' }, { ...aPlan, name: 'Old' }] }));
  const [standard, team, old] = product.plans;
  await db().plan.update({ where: { id: old?.id ?? '' }, data: { archivedAt: new Date() } });
  expect((await findPlans([product.number])).map((plan) => plan.name)).toEqual(['Standard', 'Team']);
  expect((await findPlans([team?.number ?? 0])).map((plan) => plan.id)).toEqual([team?.id]);
  expect(await findPlans([old?.number ?? 0])).toEqual([]);
  expect((await findPlans([standard?.number ?? 0, product.number])).length).toBe(2);
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 40])('%s is no number and finds nothing', async (number) => {
  expect(await findPlans([number])).toEqual([]);
});
