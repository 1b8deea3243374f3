import { expect, test } from 'vitest';
import { readProductPages } from '@/lib/catalog/read-product-pages';
import { rememberHtml } from '@/lib/catalog/remember-html';
import { db } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aProduct } from '../support/factories';

useDatabase();

const day = (text: string) => new Date(`${text}T00:00:00Z`);

function aRelease(productId: string, version: string, facts: { changelogMd?: string; yanked?: boolean; at?: string }) {
  const at = day(facts.at ?? '2026-01-01');
  const { changelogMd = `- In ${version}`, yanked = false } = facts;
  const yankedAt = yanked ? at : null;
  return db().release.create({
    data: { productId, version, changelogMd, releasedAt: at, publishedAt: at, createdAt: at, yankedAt },
  });
}

test('the changelog holds the releases that customers may see, newest first, and none that says nothing', async () => {
  const product = await aProduct();
  await aRelease(product.id, '1.0.0', { at: '2026-01-01' });
  await aRelease(product.id, '1.1.0', { at: '2026-02-01', changelogMd: '' });
  await aRelease(product.id, '1.2.0', { at: '2026-03-01', yanked: true });
  await aRelease(product.id, '2.0<b>', { at: '2026-04-01', changelogMd: '- Second' });
  await aRelease(product.id, '3.0.0', { at: '2026-12-01' });
  expect(await readProductPages(product.id, [], { at: day('2026-05-01') })).toEqual({
    changelog: '<h4>2.0&lt;b&gt;</h4><ul><li>Second</li></ul><h4>1.0.0</h4><ul><li>In 1.0.0</li></ul>',
  });
});

test('a changed text is shown at once', async () => {
  const product = await aProduct();
  const write = (faqMd: string) => db().product.update({ where: { id: product.id }, data: { faqMd } });
  await write('One');
  expect(await readProductPages(product.id, ['faq'])).toEqual({ faq: '<p>One</p>', changelog: '' });
  await write('Two');
  expect(await readProductPages(product.id, ['faq'])).toEqual({ faq: '<p>Two</p>', changelog: '' });
  expect(await readProductPages(product.id, ['description'])).toEqual({ changelog: '' });
});

test('a text is rendered once, and the memory of texts stays small', () => {
  const rendered: string[] = [];
  const html = rememberHtml((text) => {
    rendered.push(text);
    return `<p>${text}</p>`;
  });
  expect([html('a'), html('a'), html('b')]).toEqual(['<p>a</p>', '<p>a</p>', '<p>b</p>']);
  expect(rendered).toEqual(['a', 'b']);
  for (let i = 0; i < 1_000; i++) html(String(i));
  html('a');
  expect(rendered.filter((text) => text === 'a')).toHaveLength(2);
});
