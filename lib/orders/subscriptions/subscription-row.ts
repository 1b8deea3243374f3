import type { Actor } from '../../audit/record-audit';
import { db, type Prisma, type Tx } from '../../db/client';
import { isUuid } from '../../db/uuid';
import type { SubscriptionStanding } from '../../payments/subscription-standing';

export type Told = { at: Date; actor: Actor };

export const withRights = {
  items: { include: { orderItem: { include: { resource: { select: { id: true } } } } }, orderBy: { id: 'asc' } },
  periods: true,
} satisfies Prisma.SubscriptionInclude;

export type SubscriptionRow = Prisma.SubscriptionGetPayload<{ include: typeof withRights }>;

/** The subscription as it is kept, held until the transaction ends; undefined: its order has not been placed yet. */
export async function lockSubscription(
  tx: Tx,
  { subscriptionId, checkoutId }: Pick<SubscriptionStanding, 'subscriptionId' | 'checkoutId'>,
): Promise<SubscriptionRow | undefined> {
  // The checkout first, as everything does that follows its payments.
  if (!isUuid(checkoutId)) return undefined;
  await tx.$queryRaw`SELECT 1 FROM checkout WHERE id = ${checkoutId}::uuid FOR UPDATE`;
  await tx.$queryRaw`SELECT 1 FROM subscription WHERE stripe_subscription_id = ${subscriptionId} FOR UPDATE`;
  const where = { stripeSubscriptionId: subscriptionId };
  return (await tx.subscription.findUnique({ where, include: withRights })) ?? undefined;
}

/** Whether this subscription has its order. */
export async function isKnownSubscription(subscriptionId: string): Promise<boolean> {
  const where = { stripeSubscriptionId: subscriptionId };
  return (await db().subscription.findUnique({ where, select: { id: true } })) !== null;
}

/** The rights of a subscription, in the order in which they are locked. */
export function rightsOf(row: SubscriptionRow): string[] {
  return row.items.flatMap(({ orderItem }) => (orderItem?.resource ? [orderItem.resource.id] : [])).sort();
}
