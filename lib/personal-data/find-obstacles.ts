import type { Tx } from '../db/client';

/** What has to be settled before an account can be deleted; its person settles each of them. */
export type Obstacle =
  /** Who runs the store cannot leave it by this door. */
  | { kind: 'administrator' }
  /** It would go on taking money for licences that are gone. */
  | { kind: 'subscription_renews'; id: string; number: number; productTitle: string }
  /** An invoice of a subscription that is to end waits for its money. */
  | { kind: 'invoice_owed'; id: string; number: number; productTitle: string }
  /** A payment page that can still be paid; it closes by itself `until` then. */
  | { kind: 'payment_open'; payUrl: string | null; until: Date }
  /** The money of an order is on its way. */
  | { kind: 'payment_unsettled'; orderId: string; orderNumber: number };

/** A checkout without a payment page is in the moment of getting one, or never gets it. */
const OPENING_MS = 15 * 60_000;

/** Everything that stands against deleting this account now; empty: it can be deleted. */
export async function findObstacles(
  from: Pick<Tx, 'customer' | 'subscription' | 'checkout' | 'order'>,
  customerId: string,
  at: Date,
): Promise<Obstacle[]> {
  const { role } = await from.customer.findUniqueOrThrow({ where: { id: customerId }, select: { role: true } });
  return [
    ...(role === 'admin' ? [{ kind: 'administrator' as const }] : []),
    ...(await runningSubscriptions(from, customerId)),
    ...(await openCheckouts(from, customerId, at)),
    ...(await unsettledOrders(from, customerId)),
  ];
}

async function runningSubscriptions(from: Pick<Tx, 'subscription'>, customerId: string): Promise<Obstacle[]> {
  const rows = await from.subscription.findMany({
    // One without a number at Stripe takes no money.
    where: { customerId, status: { not: 'cancelled' }, stripeSubscriptionId: { not: null } },
    orderBy: { number: 'asc' },
    select: {
      id: true,
      number: true,
      cancelAt: true,
      items: { select: { plan: { select: { product: { select: { title: true } } } } }, orderBy: { id: 'asc' } },
      periods: { where: { status: 'open' }, select: { id: true } },
    },
  });
  return rows.flatMap(({ id, number, cancelAt, items, periods }): Obstacle[] => {
    const productTitle = items[0]?.plan.product.title ?? '';
    if (cancelAt === null) return [{ kind: 'subscription_renews', id, number, productTitle }];
    return periods.length > 0 ? [{ kind: 'invoice_owed', id, number, productTitle }] : [];
  });
}

async function openCheckouts(from: Pick<Tx, 'checkout'>, customerId: string, at: Date): Promise<Obstacle[]> {
  const rows = await from.checkout.findMany({
    where: {
      customerId,
      status: 'open',
      order: null,
      OR: [{ stripeSessionId: { not: null } }, { createdAt: { gt: new Date(at.getTime() - OPENING_MS) } }],
    },
    orderBy: { expiresAt: 'desc' },
    take: 1,
    select: { stripeSessionUrl: true, expiresAt: true },
  });
  return rows.map(({ stripeSessionUrl, expiresAt }) => ({
    kind: 'payment_open',
    payUrl: stripeSessionUrl,
    until: expiresAt,
  }));
}

async function unsettledOrders(from: Pick<Tx, 'order'>, customerId: string): Promise<Obstacle[]> {
  const rows = await from.order.findMany({
    where: { customerId, status: 'awaiting_payment' },
    orderBy: { number: 'asc' },
    select: { id: true, number: true },
  });
  return rows.map(({ id, number }) => ({ kind: 'payment_unsettled', orderId: id, orderNumber: number }));
}
