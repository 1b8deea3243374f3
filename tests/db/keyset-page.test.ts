import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import { type KeysetOrder, LAST_PAGE, type PageWish, readKeysetPage } from '@/lib/db/keyset-page';
import { useDatabase } from '../support/database';

useDatabase();

type Row = { n: number; at: Date };

// Three rows share each instant, so that a page's end falls between rows that only their number tells apart.
const order: KeysetOrder<Row> = {
  name: 'tests',
  direction: 'desc',
  columns: [
    { sql: 't.at', kind: 'instant', of: (row) => row.at },
    { sql: 't.n', kind: 'integer', of: (row) => row.n },
  ],
};

function page(wish: PageWish, { upTo = 25, size = 10 } = {}) {
  return readKeysetPage({ order, wish, size }, ({ where, orderBy, limit }) =>
    db().$queryRaw<Row[]>(Prisma.sql`
      SELECT t.n::int, t.at FROM (SELECT n, timestamptz '2026-01-01 00:00Z' + interval '1 day' * (n / 3) AS at
        FROM generate_series(1, ${upTo}::int) n) t
      WHERE ${where} ORDER BY ${orderBy} LIMIT ${limit}`),
  );
}

const numbers = (rows: Row[]) => rows.map((row) => row.n);
const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i);

test('pages forward and back show every row once, in order', async () => {
  const first = await page({});
  const second = await page({ after: first.next });
  const third = await page({ after: second.next });
  expect([first, second, third].map(({ rows }) => numbers(rows))).toEqual([down(25, 16), down(15, 6), down(5, 1)]);
  expect(first.previous).toBeUndefined();
  expect(third.next).toBeUndefined();
  expect(numbers((await page({ before: third.previous })).rows)).toEqual(down(15, 6));
  const back = await page({ before: second.previous });
  expect(numbers(back.rows)).toEqual(down(25, 16));
  expect(back.previous).toBeUndefined();
});

test('the last page is the far end, and leads back', async () => {
  const last = await page({ before: LAST_PAGE });
  expect(numbers(last.rows)).toEqual(down(10, 1));
  expect(last.next).toBeUndefined();
  expect(numbers((await page({ before: last.previous })).rows)).toEqual(down(20, 11));
});

test('going back into less than a page shows the first page whole', async () => {
  const { next } = await page({}, { size: 3 });
  expect(numbers((await page({ before: next })).rows)).toEqual(down(25, 16));
});

test('a cursor beyond rows that are gone leads to the first page', async () => {
  const { next } = await page({ after: (await page({})).next });
  const emptied = await readKeysetPage({ order, wish: { after: next }, size: 10 }, async ({ where }) =>
    where.sql === 'true' ? [{ n: 99, at: new Date('2026-01-01') }] : [],
  );
  expect(numbers(emptied.rows)).toEqual([99]);
});

test.each([
  ['nothing at all', ''],
  ['noise', '%%%'],
  ['no list', Buffer.from('{"n":1}').toString('base64url')],
  ['another order', Buffer.from('["other","2026-01-01T00:00:00.000Z",1]').toString('base64url')],
  [
    'a number that is text',
    Buffer.from('["tests","2026-01-01T00:00:00.000Z","1; DROP TABLE customer"]').toString('base64url'),
  ],
  ['a day that is none', Buffer.from('["tests","2026-99-99T00:00:00.000Z",1]').toString('base64url')],
  ['a number beyond all', Buffer.from('["tests","2026-01-01T00:00:00.000Z",1e300]').toString('base64url')],
  ['too much', 'A'.repeat(10_000)],
])('a cursor of %s is the first page, and says so', async (_, cursor) => {
  for (const wish of [{ after: cursor }, { before: cursor }]) {
    const read = await page(wish);
    expect(read.isCursorBroken).toBe(true);
    expect(numbers(read.rows)).toEqual(down(25, 16));
  }
});
