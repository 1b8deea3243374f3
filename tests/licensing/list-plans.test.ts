import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { eachActivation } from '@/lib/licensing/list-activations';
import { listCases } from '../bench/lists/cases';
import { seedLists } from '../bench/lists/seed-lists';
import { useDatabase } from '../support/database';
import { scannedTables, wishes } from '../support/explain-lists';

useDatabase();

// Small, but large enough that an index pays: `npm run bench -- --lists` asks the same of a million.
beforeAll(async () => {
  const url = env().databaseUrl;
  if (!url) throw new Error('There is no database');
  await seedLists(url, { activations: 5_000, resources: 1_000, customers: 200 });
});

test('the check sees a table that is read from end to end', async () => {
  const plan = await db().$queryRaw<{ 'QUERY PLAN': string }[]>`EXPLAIN SELECT * FROM activation WHERE address = 'x'`;
  expect(scannedTables(plan.map((line) => line['QUERY PLAN']))).toEqual(['activation']);
});

test.each(listCases().map((one) => [one.name, one] as const))(
  '%s: no page and no count reads a whole table',
  async (_, one) => {
    const { first, middle, last } = wishes(await one.middle());
    const plans = await Promise.all([first, middle, last].map((wish) => one.explain(wish)));
    expect(plans.flat().length).toBeGreaterThanOrEqual(6);
    expect(scannedTables(plans.flat())).toEqual([]);
  },
);

test('an export holds every row once', async () => {
  const seen = new Set<string>();
  for await (const rows of eachActivation({})) {
    expect(rows.length).toBeLessThanOrEqual(1_000);
    for (const { id } of rows) seen.add(id);
  }
  expect(seen.size).toBe(5_000);
});
