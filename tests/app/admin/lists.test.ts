import { expect, test } from 'vitest';
import { backHref } from '@/app/admin/_list/back-href';
import { csvResponse } from '@/app/admin/_list/csv-response';
import { foundKeyHref } from '@/app/admin/_list/found-key-href';
import { listHref, readListView } from '@/app/admin/_list/list-view';
import { searchHref } from '@/app/admin/_list/search-href';
import { csvLine } from '@/lib/csv-line';

const KEY = 'lko_C4cf85jNl01BTJs16lnjR3nPX3neOquunzCcyD21ThS3h1LzI';

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tcmd', "'\tcmd"],
  ['\rcmd', `"'\rcmd"`],
  ['a "b", c\nd', '"a ""b"", c\nd"'],
  ['plain.example.test', 'plain.example.test'],
])('the cell %j is written as %j', (cell, written) => {
  expect(csvLine([cell, -1, null, new Date(0)])).toBe(`${written},-1,,1970-01-01T00:00:00.000Z\r\n`);
});

test('an export is read no further than its reader takes it, and ends when the reader leaves', async () => {
  let [read, isEnded] = [0, false];
  async function* pages() {
    try {
      for (;;) {
        read += 1;
        yield [[`row ${read}`]];
      }
    } finally {
      isEnded = true;
    }
  }
  const response = csvResponse({ name: 'rows', columns: ['row'], total: 5, pages: pages() });
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="rows.csv"');
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(response.headers.get('x-total-rows')).toBe('5');
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect([...(first?.value ?? [])].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  expect(new TextDecoder().decode(first?.value)).toBe('row\r\nrow 1\r\n');
  expect(read).toBeLessThanOrEqual(3);
  await reader?.cancel();
  expect(isEnded).toBe(true);
});

test('an address says what it knows; keys, strange parameters and empty filters are left out', () => {
  const view = readListView(
    '/admin/licences',
    { q: ' ada ', state: ['live', 'x'], product: '', sort: 'evil', after: 'c', change: 'id', note: 'x' },
    ['state', 'product'],
  );
  expect(view).toEqual({
    path: '/admin/licences',
    q: 'ada',
    filters: { state: 'live' },
    after: 'c',
    change: 'id',
  });
  expect(listHref(view)).toBe('/admin/licences?q=ada&state=live');
  expect(listHref(view, { filters: { state: '' } })).toBe('/admin/licences?q=ada');
  expect(listHref(view, view)).toBe('/admin/licences?q=ada&state=live&after=c');
  const keyed = readListView('/admin/licences', { q: KEY }, []);
  expect(keyed).toMatchObject({ q: '', note: 'key_in_address' });
  expect(listHref(keyed)).not.toContain('lko_');
});

test('a search keeps the filters, drops the page, and writes no key', () => {
  expect(searchHref('/admin/licences?state=live&after=c&q=old', ' ada ')).toBe('/admin/licences?state=live&q=ada');
  expect(searchHref('/admin/licences?state=live', KEY)).toBe('/admin/licences?state=live&note=key_unknown');
  expect(searchHref('https://evil.example/', 'x')).toBe('/admin?q=x');
  expect(searchHref('//evil.example/admin/licences', 'x')).toBe('/admin?q=x');
});

test('a found key leads to what the list is about', () => {
  const found = { kind: 'licence', licenceNumber: 7, orderNumber: 1001, customerNumber: 3 } as const;
  expect(foundKeyHref('/admin/orders?status=paid', found)).toBe('/admin/orders/1001');
  expect(foundKeyHref('/admin/licences', found)).toBe('/admin/licences/7?note=key_found');
  expect(foundKeyHref('/admin/activations', found)).toBe('/admin/activations?licence=7&note=key_found');
  expect(foundKeyHref('/admin/activations', { kind: 'customer', customerNumber: 3 })).toBe(
    '/admin/activations?customer=3&note=key_found',
  );
});

test('an action comes back to its list only', () => {
  const done = { ok: true, changeId: 'c1' } as const;
  expect(backHref('/admin/licences?q=ada&change=old', '/admin/licences', done)).toBe('/admin/licences?q=ada&change=c1');
  expect(backHref('/admin/licences/12', '/admin/licences', done)).toBe('/admin/licences/12?change=c1');
  for (const back of ['https://evil.example', '//evil.example', '/admin/settings', '/admin/licences\n//x']) {
    const answer = { ok: false, reason: 'nothing_chosen' } as const;
    expect(backHref(back, '/admin/licences', answer)).toBe('/admin/licences?refused=nothing_chosen');
  }
});
