import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { changedLegal, readEnteredLegal } from '@/app/admin/settings/legal/entered-legal';
import { LegalSentence } from '@/app/checkout/legal-sentence';
import LegalPageView from '@/app/legal/[page]/page';
import { saveLegalPages } from '@/lib/settings/save-legal-pages';
import type { LegalPage } from '@/lib/settings/setting-choices';
import { useDatabase } from '../../support/database';
import { bySystem } from '../../support/factories';

useDatabase();

const show = async (page: string) => renderToStaticMarkup(await LegalPageView({ params: Promise.resolve({ page }) }));
const notFound = { digest: expect.stringContaining('404') };

test('a legal page shows what the owner wrote, without any HTML in it, and is not found until then', async () => {
  await expect(show('terms')).rejects.toMatchObject(notFound);
  const terms = '## Licence\n\n[mail](mailto:a@b.test)\n\n<script>alert(1)</script><img src=x onerror=alert(1)>';
  await saveLegalPages({ terms }, bySystem);
  const html = await show('terms');
  expect(html).toContain('<h1 class="text-2xl">Terms</h1>');
  expect(html).toContain('<h2>Licence</h2>');
  expect(html).toContain('href="mailto:a@b.test"');
  expect(html).not.toMatch(/<script|<img|onerror/);
  await expect(show('privacy')).rejects.toMatchObject(notFound);
  await expect(show('constructor')).rejects.toMatchObject(notFound);
});

const sentence = (written: LegalPage[], isFree = false) =>
  renderToStaticMarkup(<LegalSentence written={written} isFree={isFree} />);
const wordsOf = (html: string) =>
  html
    .replaceAll('<span class="sr-only"> (opens in a new tab)</span>', '')
    .replace(/<[^>]+>/g, '')
    .trim();

test('beside Pay stands what paying agrees to, with links to what is written, and nothing where nothing is', () => {
  expect(sentence([])).toBe('');
  expect(wordsOf(sentence(['terms']))).toBe('By paying you agree to the terms.');
  expect(wordsOf(sentence(['terms', 'refunds', 'privacy', 'imprint']))).toBe(
    'By paying you agree to the terms and the refund policy. See also the privacy policy and the legal notice.',
  );
  expect(wordsOf(sentence(['imprint']))).toBe('See also the legal notice.');
  expect(wordsOf(sentence(['terms'], true))).toBe('By ordering you agree to the terms.');
  expect(sentence(['terms', 'privacy'])).toMatch(/href="\/legal\/terms".*href="\/legal\/privacy"/);
});

test('a page left alone in the form does not undo what another admin wrote in the meantime', () => {
  const form = new FormData();
  for (const [name, value] of [
    ['terms', 'a\r\nb'],
    ['shown.terms', 'a\nb'],
    ['imprint', 'Acme'],
    ['shown.imprint', ''],
  ] as const) {
    form.set(name, value);
  }
  expect(changedLegal(readEnteredLegal(form), readEnteredLegal(form, 'shown.'))).toEqual({ imprint: 'Acme' });
});
