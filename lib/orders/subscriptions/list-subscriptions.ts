import { db, type Prisma } from '../../db/client';
import { isUuid } from '../../db/uuid';

export type SubscriptionView = {
  /** The row's id, as the functions that change it want it. */
  id: string;
  number: number;
  customer: { id: string; number: number; email: string; deletedAt: Date | null };
  status: 'trialing' | 'active' | 'past_due' | 'paused' | 'cancelled';
  /** Renewals are not collected: until `resumesAt`, or until further notice. */
  isPaused: boolean;
  resumesAt: Date | null;
  trialEndsAt: Date | null;
  /** It ends by itself then. */
  cancelAt: Date | null;
  endedAt: Date | null;
  createdAt: Date;
  /** The next payment; null when none is due: ended, to be ended, or paused. Before tax and promotion. */
  nextPayment: { at: Date; amount: number } | null;
  currency: string;
  interval: 'month' | 'year';
  /** Paid with the checkout that began it; null for an imported one. */
  orderNumber: number | null;
  items: SubscriptionItemView[];
  /** Newest first; also what was not paid. */
  invoices: SubscriptionInvoiceView[];
  /** For admins: its id at Stripe, and what somebody should look at. */
  stripeSubscriptionId: string | null;
  note: string | null;
};

export type SubscriptionItemView = {
  id: string;
  productTitle: string;
  productNumber: number;
  planName: string;
  planNumber: number;
  quantity: number;
  /** Minor units, for each unit and period. */
  unitAmount: number;
  /** Its right; until when that is paid for is the right's own `expiresAt`. */
  resource: { id: string; number: number; expiresAt: Date | null; graceUntil: Date | null } | null;
};

export type SubscriptionInvoiceView = {
  id: string;
  invoiceNumber: string | null;
  status: 'open' | 'paid' | 'given_up' | 'void';
  startsAt: Date;
  endsAt: Date;
  totalAmount: number;
  paidAt: Date | null;
  nextTryAt: Date | null;
  /** Stripe's page, where it can be paid or printed. */
  pageUrl: string | null;
};

const include = {
  customer: { select: { id: true, number: true, email: true, deletedAt: true } },
  items: {
    orderBy: { id: 'asc' },
    include: {
      plan: { include: { product: { select: { title: true, number: true } } } },
      orderItem: {
        include: {
          order: { select: { number: true } },
          resource: { select: { id: true, number: true, expiresAt: true, graceUntil: true } },
        },
      },
    },
  },
  periods: { orderBy: { startsAt: 'desc' } },
} satisfies Prisma.SubscriptionInclude;

type Row = Prisma.SubscriptionGetPayload<{ include: typeof include }>;

/** A customer's subscriptions, those that run first, then the newest. */
export async function listSubscriptions(customerId: string): Promise<SubscriptionView[]> {
  const rows = await db().subscription.findMany({ where: { customerId }, include, orderBy: { number: 'desc' } });
  return rows.map(viewOf).sort((a, b) => Number(a.status === 'cancelled') - Number(b.status === 'cancelled'));
}

/** One subscription by its id or number; undefined when it is not this owner's. `anyone` is for admins. */
export async function readSubscription(
  which: { id: string } | { number: number },
  owner: { customerId: string } | 'anyone',
): Promise<SubscriptionView | undefined> {
  if ('id' in which && !isUuid(which.id)) return undefined;
  const whose = owner === 'anyone' ? {} : { customerId: owner.customerId };
  const row = await db().subscription.findFirst({ where: { ...which, ...whose }, include });
  return row ? viewOf(row) : undefined;
}

/** The subscriptions that an order began or renewed, for its page. */
export async function listSubscriptionsOfOrder(orderId: string): Promise<SubscriptionView[]> {
  const ofOrder = { OR: [{ orderId }, { resource: { renewals: { some: { orderId } } } }] };
  const where = { items: { some: { orderItem: ofOrder } } };
  return (await db().subscription.findMany({ where, include, orderBy: { number: 'asc' } })).map(viewOf);
}

function viewOf(row: Row): SubscriptionView {
  const { id, number, customer, status, isPaused, resumesAt, trialEndsAt, cancelAt, endedAt, createdAt } = row;
  const amount = row.items.reduce((sum, item) => sum + item.unitAmount * item.quantity, 0);
  const isDue = status !== 'cancelled' && status !== 'paused' && !isPaused && cancelAt === null;
  return {
    ...{ id, number, customer, status, isPaused, resumesAt, trialEndsAt, cancelAt, endedAt, createdAt },
    nextPayment: isDue && row.renewsAt ? { at: row.renewsAt, amount } : null,
    currency: row.currency,
    interval: row.items[0]?.plan.billingInterval ?? 'month',
    orderNumber: row.items.find(({ orderItem }) => orderItem)?.orderItem?.order.number ?? null,
    items: row.items.map(({ plan, orderItem, ...item }) => ({
      id: item.id,
      productTitle: plan.product.title,
      productNumber: plan.product.number,
      planName: plan.name,
      planNumber: plan.number,
      quantity: item.quantity,
      unitAmount: item.unitAmount,
      resource: orderItem?.resource ?? null,
    })),
    invoices: row.periods.map(({ subscriptionId: _of, stripeInvoiceId: _at, paidAmount: _paid, ...period }) => period),
    stripeSubscriptionId: row.stripeSubscriptionId,
    note: row.note,
  };
}
