import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ProductCard } from '@/app/products/product-card';
import { readProduct } from '@/lib/catalog/read-product';
import { useDatabase } from '../../support/database';
import { aProduct, type PlanFacts } from '../../support/factories';

useDatabase();

const once = { unitAmount: 2_900 };
const monthly = { unitAmount: 400, billingInterval: 'month' } as const;
const yearly = { unitAmount: 1_900, billingInterval: 'year' } as const;

test.each<[string, PlanFacts[]]>([
  ['3 activations · 1 year of use and updates', [{ unitAmount: 9_900, activationLimit: 25 }, once]],
  ['Unlimited activations · Yours for life, with updates', [{ activationLimit: null, termDays: null }]],
  ['1 activation · As long as you subscribe', [{ ...monthly, activationLimit: 1 }]],
])('a card says what its price includes, of the plan that it names the price of: %s', async (said, plans) => {
  const { slug } = await aProduct({ plans });
  const product = await readProduct(slug);
  if (!product) throw new Error('The product is not in the catalogue');
  expect(renderToStaticMarkup(<ProductCard product={product} />)).toContain(`>${said}<`);
});

test.each<[string, PlanFacts[]]>([
  ['from $4 per month', [once, monthly]],
  ['from $4 per month', [yearly, monthly]],
  ['$19 per year', [yearly]],
  ['Free', [once, { unitAmount: 0 }]],
  ['from $29', [once, { unitAmount: 9_900 }]],
])('the catalogue says how often a price is paid: %s', async (said, plans) => {
  const { slug } = await aProduct({ plans });
  const product = await readProduct(slug);
  if (!product) throw new Error('The product is not in the catalogue');
  expect(renderToStaticMarkup(<ProductCard product={product} />)).toContain(`>${said}<`);
});
