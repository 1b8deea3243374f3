import { countStatement } from '@/lib/db/count-at-most';
import { Prisma } from '@/lib/db/generated/client';
import { inListRead } from '@/lib/db/in-list-read';
import { type KeysetOrder, type KeysetStart, LAST_PAGE, type PageWish, readKeysetPage } from '@/lib/db/keyset-page';
import { type ActivationFilter, activationWhere } from '@/lib/licensing/activation-filter';
import { type LicenceFilter, licenceOrder, licenceWhere } from '@/lib/licensing/licence-filter';
import { activationCount, activationOrder, activationStatement } from '@/lib/licensing/list-activations';
import { licenceCount, licenceOrders, licenceStatement } from '@/lib/licensing/list-licences';

/** PostgreSQL's plans for an activation list: of a page and of its count. */
export function explainActivations(filter: ActivationFilter, wish: PageWish): Promise<string[]> {
  const where = activationWhere(filter);
  return explain({
    order: activationOrder,
    wish,
    page: (start) => activationStatement(where, start),
    count: activationCount(filter),
  });
}

/** The same for a list of licences. */
export function explainLicences(filter: LicenceFilter, wish: PageWish, at: Date): Promise<string[]> {
  const where = licenceWhere(filter, at);
  const order = licenceOrder(filter);
  return explain({
    order: licenceOrders[order],
    wish,
    page: (start) => licenceStatement(where, start),
    count: licenceCount(where, order),
  });
}

/** Large tables that a plan reads from end to end. */
export function scannedTables(plans: string[]): string[] {
  const found = plans.flatMap((plan) => [
    ...plan.matchAll(/Seq Scan on (activation|api_resource|license_key|customer)\b/g),
  ]);
  return found.map(([, table = '']) => table);
}

type Listed<Row> = {
  order: KeysetOrder<Row>;
  wish: PageWish;
  page: (start: KeysetStart) => Prisma.Sql;
  count: Prisma.Sql;
};

// As a list is read, with its settings; only that PostgreSQL is asked how it would do it.
async function explain<Row>({ order, wish, page, count }: Listed<Row>): Promise<string[]> {
  return inListRead(async (tx) => {
    const plans: string[] = [];
    const ask = async (statement: Prisma.Sql) => {
      const lines = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>(Prisma.sql`EXPLAIN ${statement}`);
      plans.push(lines.map((line) => line['QUERY PLAN']).join('\n'));
    };
    await readKeysetPage<Row>({ order, wish, size: 50 }, async (start) => {
      await ask(page(start));
      return [];
    });
    await ask(countStatement(count));
    return plans;
  });
}

/** The three places of a list that are looked at: its first page, its last, and one after a cursor. */
export function wishes(middle: string | undefined): { first: PageWish; middle: PageWish; last: PageWish } {
  return { first: {}, middle: { after: middle }, last: { before: LAST_PAGE } };
}
