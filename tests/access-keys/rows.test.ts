import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { STATED_ROWS } from './stated-rows';

/** A test's title begins with the rows it shows: '1.25, 4.22 a removed key opens nothing'. */
const TITLE = /(['"`])((?:\d\.\d{2}(?:, | and ))*\d\.\d{2}):? ((?:(?!\1)[^\\\n]|\\.)+)\1/g;

type Shown = { row: string; file: string; title: string };

function readShown(): Shown[] {
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(test|journey)\.tsx?$/.test(file) && !file.endsWith('rows.test.ts'))
    .toSorted();
  return files.flatMap((file) => {
    const found = [...readFileSync(`tests/${file}`, 'utf8').matchAll(TITLE)];
    return found.flatMap(([, , rows = '', title = '']) =>
      rows.split(/, | and /).map((row) => ({ row, file: `tests/${file}`, title: title.replaceAll('\\', '') })),
    );
  });
}

const shown = readShown();

test.each(Object.keys(STATED_ROWS))('row %s of what the consoles state has a test', (row) => {
  expect(shown.filter((one) => one.row === row)).not.toEqual([]);
});

test('no test claims a row that there is not', () => {
  // Rows that begin with 0 belong to the licence system, which has a table of its own.
  const own = shown.filter(({ row }) => !row.startsWith('0.'));
  expect(own.filter(({ row }) => STATED_ROWS[row] === undefined)).toEqual([]);
});

test('the table of rows and their tests is up to date (`npx vitest run -u` on this file writes it)', async () => {
  await expect(table()).toMatchFileSnapshot('../../lib/access-keys/ROWS.md');
});

function table(): string {
  const lines = Object.entries(STATED_ROWS).map(([row, stated]) => {
    const files = shown.filter((one) => one.row === row).map(({ file, title }) => `\`${file}\`: ${plain(title)}`);
    return `| ${row} | ${plain(stated)} | ${[...new Set(files)].join('<br>')} |`;
  });
  return [
    '# What the key consoles state, and the test that shows it',
    '',
    'One line for each behaviour that was asked for. Written by `tests/access-keys/rows.test.ts`, which fails when a row',
    'has no test: `npx vitest run -u --config tests/vitest.config.ts tests/access-keys/rows.test.ts`.',
    '',
    '| row | stated | shown by |',
    '|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

/** Bars and braces would end a cell or be read as something else. */
function plain(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
