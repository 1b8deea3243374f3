import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import ClientApiPage from '@/app/developers/api/page';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { useDatabase } from '../../support/database';
import { aProduct } from '../../support/factories';

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

type Product = Awaited<ReturnType<typeof aProduct>>;
let backup: Product;
let cli: Product;
let draft: Product;

beforeAll(async () => {
  backup = await aProduct({ title: 'Acme Backup' });
  cli = await aProduct({ title: 'Acme CLI' });
  const out = { releasedAt: now(), publishedAt: now(), createdAt: now() };
  await db().release.create({ data: { productId: cli.id, version: '3.1.4', ...out } });
  draft = await aProduct({ title: 'Acme Secret' });
  await db().product.update({ where: { id: draft.id }, data: { publishedAt: null } });
});

async function pageOf(product?: string | string[]): Promise<string> {
  const searchParams = Promise.resolve(product === undefined ? {} : { product });
  return renderToStaticMarkup(await ClientApiPage({ searchParams }));
}

/** The product numbers that the samples send. */
const sentIn = (html: string) =>
  new Set([...html.matchAll(/&quot;product&quot;:\s?(\d+)/g)].map(([, number]) => Number(number)));

test('the chosen product and its version stand in every sample', async () => {
  const html = await pageOf(String(cli.number));
  expect(sentIn(html)).toEqual(new Set([cli.number]));
  expect(html).toContain(`product=${cli.number}&amp;instance=my-computer&amp;version=3.1.4`);
  expect(html).toContain(`<option value="${cli.number}" selected="">`);
});

test.each([undefined, '0', 'x', ['1', '2']])('asked for %j the first product stands there', async (product) => {
  expect(sentIn(await pageOf(product))).toEqual(new Set([backup.number]));
});

test('a product that is not out is neither offered nor shown', async () => {
  const html = await pageOf(String(draft.number));
  expect(html).not.toContain('Acme Secret');
  expect(sentIn(html)).toEqual(new Set([backup.number]));
});

test('each call stands there in five languages with a place for the key', async () => {
  const html = await pageOf();
  for (const language of ['curl', 'JavaScript', 'Python', 'PHP', 'C#']) {
    // On its tab, and above its sample where no script shows one alone.
    expect(html.split(`>${language}<`)).toHaveLength(5 * 2 + 1);
  }
  expect(html.split('YOUR_LICENSE_KEY').length - 1).toBeGreaterThanOrEqual(25);
});
