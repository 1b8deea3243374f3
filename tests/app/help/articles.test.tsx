import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ArticleView } from '@/app/help/article-view';
import { helpArticles } from '@/app/help/articles';
import { SAMPLE_KEY } from '@/app/help/sample-key';
import { splitArticle } from '@/app/help/split-article';
import { keysWithin, readDeveloperKey } from '@/lib/secrets/developer-key';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';

const STORE = 'https://store.example.test';
const facts = { storeUrl: STORE, settings: { ...DEFAULT_SETTINGS, downloadLinkDays: 1, renewablePeriodDays: 41 } };
const pages = helpArticles.map((article) => {
  const sections = splitArticle(article.body(facts));
  return { ...article, sections, html: renderToStaticMarkup(<ArticleView sections={sections} />) };
});

test.each(pages)(
  'the help page $slug has sections, no place left to fill, and nothing of its source showing',
  (page) => {
    expect(page.sections.length).toBeGreaterThanOrEqual(3);
    expect(new Set(page.sections.map(({ id }) => id)).size).toBe(page.sections.length);
    expect(page.html).not.toMatch(/\{\w+\}|```|\*\*|href="undefined"/);
  },
);

test.each(pages)('every link of the help page $slug leads to a page of the store or to a place on it', (page) => {
  const links = [...page.html.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href);
  const known = [...helpArticles.map(({ slug }) => `/help/${slug}`), ...page.sections.map(({ id }) => `#${id}`)];
  expect(links.filter((href) => !known.includes(href) && !existsSync(`app${href}/page.tsx`))).toEqual([]);
});

test('a help page says what this store has set', () => {
  const words = (wanted: string) => pages.find(({ slug }) => slug === wanted)?.html ?? '';
  expect(words('downloads')).toMatch(/live for 1 day after/);
  expect(words('renew')).toMatch(/until 41 days after/);
});

test('where a question arises, the link to its help page leads to one', () => {
  const sources = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  const asked = sources.flatMap((file) =>
    [...readFileSync(`app/${file}`, 'utf8').matchAll(/['"`]\/help\/([\w-]+)['"`]|article="([\w-]+)"/g)].map(
      ([, slug, named]) => slug ?? named,
    ),
  );
  expect(helpArticles.map(({ slug }) => slug)).toEqual(expect.arrayContaining(asked));
  expect(asked).toEqual(expect.arrayContaining(['activate', 'activation-limit', 'keys-missing']));
});

test('code stands apart from prose, as it was written', () => {
  const [section] = splitArticle('## How\nSo:\n\n```bash\ncurl a \\\n  b\n```\n\nand on.');
  expect(section).toEqual({
    id: 'how',
    title: 'How',
    parts: [
      { kind: 'prose', markdown: 'So:' },
      { kind: 'code', code: 'curl a \\\n  b' },
      { kind: 'prose', markdown: 'and on.' },
    ],
  });
});

test('4.15 a help page tells how to generate a new pair, step by step', () => {
  const pair = pages.find(({ slug }) => slug === 'key-pairs');
  for (const words of ['Generate New Key', 'Access Secret Key', 'Credentials', '<ol>'])
    expect(pair?.html).toContain(words);
});

test('1.17 a help page tells how access is configured', () => {
  const access = pages.find(({ slug }) => slug === 'key-access');
  for (const words of ['Configure Access', 'Restricted', 'Save', 'insufficient_access']) {
    expect(access?.html).toContain(words);
  }
});

test('2.03 the help shows what a key looks like, by a sample that is right in all but its checksum', () => {
  expect(pages.find(({ slug }) => slug === 'api-keys')?.html).toContain(SAMPLE_KEY);
  expect(SAMPLE_KEY).toMatch(/^lks_[0-9A-Za-z]{49}$/);
  expect(readDeveloperKey(SAMPLE_KEY)).toBeUndefined();
  expect(keysWithin(SAMPLE_KEY)).toEqual([]);
});
