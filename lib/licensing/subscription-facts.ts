import type { Prisma } from '../db/client';

/** What a subscription says about the end of the rights it pays for. */
export type SubscriptionFacts = {
  /** Cancelled: nothing more is paid after the time that is paid for. */
  isEnding: boolean;
  /** Renewals are not collected for the time being. */
  isPaused: boolean;
  /** Where an invoice that is owed can be paid; null = only in My Account, or nothing is owed. */
  payUrl: string | null;
};

const link = {
  select: {
    subscription: {
      select: {
        status: true,
        cancelAt: true,
        endedAt: true,
        isPaused: true,
        periods: { where: { status: 'open' }, orderBy: { startsAt: 'desc' }, take: 1, select: { pageUrl: true } },
      },
    },
  },
} satisfies Prisma.SubscriptionItemDefaultArgs;

/** What has to be read of a right for `subscriptionFactsOf`; the first for the right, the second for its order item. */
export const subscriptionItemFacts = link;
export const subscriptionItemsFacts = { ...link, take: 1 } satisfies Prisma.OrderItem$subscriptionItemsArgs;

type Link = Prisma.SubscriptionItemGetPayload<typeof link>;

/** The subscription behind a right, whichever of its two sources names it; undefined: it was bought once. */
export function subscriptionFactsOf(row: {
  subscriptionItem: Link | null;
  orderItem: { subscriptionItems: Link[] } | null;
}): SubscriptionFacts | undefined {
  const subscription = (row.subscriptionItem ?? row.orderItem?.subscriptionItems[0])?.subscription;
  if (!subscription) return undefined;
  const { status, cancelAt, endedAt, isPaused, periods } = subscription;
  return {
    isEnding: status === 'cancelled' || cancelAt !== null || endedAt !== null,
    isPaused: isPaused || status === 'paused',
    payUrl: periods[0]?.pageUrl ?? null,
  };
}
