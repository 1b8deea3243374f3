import { countStatement } from '../db/count-at-most';
import { Prisma } from '../db/generated/client';
import { inListRead } from '../db/in-list-read';

/** How many are affected by a setting, each counted to 10,000; one more stands for "more". */
export type SettingsReach = {
  /** Customers with at least one purchase that was not taken back. */
  customersWithKeys: number;
  customersWithAssociatedKeys: number;
  subscribers: number;
  /** Customers with a fixed term that is running. */
  customersWithTerm: number;
  /** Customers with a fixed term that is over. */
  customersPastTerm: number;
  activations: number;
};

/** Whom the settings about keys, terms and client software affect, counted by index. */
export async function countSettingsReach(at: Date): Promise<SettingsReach> {
  return inListRead(async (tx) => {
    const count = async (rows: Prisma.Sql) => {
      const [counted] = await tx.$queryRaw<{ count: number }[]>(countStatement(rows));
      return counted?.count ?? 0;
    };
    return {
      customersWithKeys: await count(reachStatements.customersWithKeys()),
      customersWithAssociatedKeys: await count(reachStatements.customersWithAssociatedKeys()),
      subscribers: await count(reachStatements.subscribers()),
      customersWithTerm: await count(reachStatements.customersWithTerm(at)),
      customersPastTerm: await count(reachStatements.customersPastTerm(at)),
      activations: await count(reachStatements.activations()),
    };
  });
}

// So many rows are looked at for those who are behind them; what is beyond would take longer than a page may.
const MOST_ROWS = 50_000;

/** The statements by what they count. */
export const reachStatements = {
  // A subquery with a limit: one look into the index for each customer, whatever the planner thinks of a join.
  customersWithKeys: () => Prisma.sql`
    SELECT 1 FROM customer c
    WHERE (SELECT true FROM api_resource r WHERE r.customer_id = c.id AND r.revoked_at IS NULL LIMIT 1)`,
  // The condition on the kind is that of the index over the stock.
  customersWithAssociatedKeys: () => Prisma.sql`
    SELECT DISTINCT customer_id FROM (
      SELECT k.customer_id FROM license_key k
      WHERE k.kind = 'associated' AND k.customer_id IS NOT NULL AND k.replaced_at IS NULL LIMIT ${MOST_ROWS}) looked_at`,
  subscribers: () => Prisma.sql`
    SELECT DISTINCT customer_id FROM (SELECT s.customer_id FROM subscription s LIMIT ${MOST_ROWS}) looked_at`,
  customersWithTerm: (at: Date) => Prisma.sql`
    SELECT DISTINCT customer_id FROM (
      SELECT r.customer_id FROM api_resource r
      WHERE r.expires_at > ${at} AND r.subscription_item_id IS NULL AND r.revoked_at IS NULL LIMIT ${MOST_ROWS}) looked_at`,
  customersPastTerm: (at: Date) => Prisma.sql`
    SELECT DISTINCT customer_id FROM (
      SELECT r.customer_id FROM api_resource r
      WHERE r.expires_at <= ${at} AND r.subscription_item_id IS NULL AND r.revoked_at IS NULL LIMIT ${MOST_ROWS}) looked_at`,
  activations: () => Prisma.sql`SELECT 1 FROM activation`,
};
