import type { SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';

export type Standing = 'active' | 'trialing' | 'past_due' | 'paused' | 'ending' | 'cancelled';

/** Where a subscription stands, in the word that matters most to whoever pays it. */
export function standingOf({ status, cancelAt, isPaused }: SubscriptionView): Standing {
  if (status === 'cancelled' || status === 'past_due') return status;
  if (cancelAt !== null) return 'ending';
  return isPaused ? 'paused' : status;
}

/** The last day on which something of it works: what was paid for, or the time granted after a failed payment. */
export function worksUntil({ items, cancelAt, nextPayment }: SubscriptionView): Date | undefined {
  const ends = items.flatMap(({ resource }) => [resource?.graceUntil ?? resource?.expiresAt]).filter(isDate);
  return ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? cancelAt ?? nextPayment?.at;
}

function isDate(instant: Date | null | undefined): instant is Date {
  return instant instanceof Date;
}
