import { Prisma } from '../db/generated/client';

/** A plan's terms as they are to reach its existing licences. */
export type TermChange = {
  planId: string;
  /** Places for each unit bought; null = unlimited. */
  activationLimit: number | null;
  /** Days from the purchase on; null = lifetime. */
  termDays: number | null;
  updateDays: number | null;
  /** Which of them; the others stay as they are. */
  parts: { limit: boolean; term: boolean; updates: boolean };
  /** False: only where the customer gains. */
  takesAway: boolean;
};

/**
 * The licences of a plan, with what each has and would have. Revoked ones take part in nothing; a subscription's end is what
 * was paid for. What somebody was given beyond the purchase (a raised limit, an extension, a renewal) is never taken away.
 */
export function changedTerms(change: TermChange) {
  const { parts, takesAway } = change;
  const bought = Prisma.sql`greatest(coalesce(i.quantity - i.refunded_quantity, s.quantity, 1), 1)`;
  const units = Prisma.sql`coalesce(${unitsRenewed}, ${bought})`;
  const recurs = Prisma.sql`EXISTS (
    SELECT 1 FROM subscription_item x WHERE x.order_item_id = r.order_item_id OR x.id = r.subscription_item_id)`;
  // 24 hours, not a day: a day of the session's time zone may have 23.
  const endAfter = (days: Prisma.Sql) => Prisma.sql`(r.created_at + ${days} * interval '24 hours')`;
  const limit = after({
    isWanted: parts.limit,
    present: Prisma.sql`r.activation_limit`,
    wanted: Prisma.sql`(${change.activationLimit}::int * ${units})`,
    bought: Prisma.sql`(i.activation_limit * ${units})`,
    takesAway,
  });
  const expiry = after({
    isWanted: parts.term,
    present: Prisma.sql`r.expires_at`,
    wanted: endAfter(Prisma.sql`${change.termDays}::int`),
    bought: endAfter(Prisma.sql`i.term_days`),
    takesAway,
  });
  const updates = after({
    isWanted: parts.updates,
    present: Prisma.sql`r.updates_until`,
    wanted: endAfter(Prisma.sql`${change.updateDays}::int`),
    bought: endAfter(Prisma.sql`i.update_days`),
    takesAway,
  });
  const ofOneTime = (value: Prisma.Sql, present: Prisma.Sql) =>
    Prisma.sql`CASE WHEN ${recurs} THEN ${present} ELSE ${value} END`;
  return {
    limit,
    expiry: ofOneTime(expiry, Prisma.sql`r.expires_at`),
    updates: ofOneTime(updates, Prisma.sql`r.updates_until`),
    from: Prisma.sql`
      FROM api_resource r
      LEFT JOIN subscription_item s ON s.id = r.subscription_item_id
      LEFT JOIN order_item i ON i.id = coalesce(r.order_item_id, s.order_item_id)
      WHERE r.plan_id = ${change.planId}::uuid AND r.revoked_at IS NULL`,
  };
}

// As unitsStanding counts them from the record (ADR 0115): the newest renewal of which something stands says how many.
const unitsRenewed = Prisma.sql`(
  SELECT n.quantity - n.refunded_quantity FROM order_item n JOIN "order" o ON o.id = n.order_id
  WHERE n.renews_resource_id = r.id AND o.stripe_invoice_id IS NULL AND o.paid_at IS NOT NULL
    AND n.quantity > n.refunded_quantity AND NOT EXISTS (
      SELECT 1 FROM resource_grant g WHERE g.api_resource_id = r.id AND g.kind = 'dispute'
        AND g.fact->>'of' = 'order_item:' || n.id AND g.fact->>'status' = 'lost')
  ORDER BY o.paid_at DESC LIMIT 1)`;

type Side = { isWanted: boolean; present: Prisma.Sql; wanted: Prisma.Sql; bought: Prisma.Sql; takesAway: boolean };

// Null is "without end" in all three, so it is the largest value: `x < y` is asked as "y is null or x < y".
function after({ isWanted, present, wanted, bought, takesAway }: Side): Prisma.Sql {
  if (!isWanted) return present;
  const isMore = Prisma.sql`(${present} IS NOT NULL AND (${wanted} IS NULL OR ${wanted} > ${present}))`;
  const isAsBought = Prisma.sql`(${bought} IS NULL OR ${present} <= ${bought})`;
  const isTaken = takesAway ? Prisma.sql`${isAsBought}` : Prisma.sql`false`;
  return Prisma.sql`CASE WHEN ${isMore} OR ${isTaken} THEN ${wanted} ELSE ${present} END`;
}
