import { db } from '../db/client';
import type { BoughtThing } from '../email/bought-thing';

/** What the mails about a subscription are told, read when one is written. */
export type SubscriptionMailFacts = {
  things: BoughtThing[];
  /** It will not renew, or is over. */
  isEnding: boolean;
  endedAt: Date | null;
  /** The invoices of which nothing is to be paid any more. */
  settledInvoiceIds: string[];
};

/** Undefined when the subscription is gone. With `apiResourceId` only that licence is named. */
export async function readSubscriptionMail(
  subscriptionId: string,
  apiResourceId?: string,
): Promise<SubscriptionMailFacts | undefined> {
  const row = await db().subscription.findUnique({
    where: { id: subscriptionId },
    include: {
      periods: { where: { status: { in: ['paid', 'void'] } }, select: { stripeInvoiceId: true } },
      items: {
        orderBy: { id: 'asc' },
        select: {
          plan: { select: { name: true, product: { select: { title: true } } } },
          resource: { select: { id: true } },
          orderItem: { select: { resource: { select: { id: true } } } },
        },
      },
    },
  });
  if (!row) return undefined;
  const named = row.items.filter(
    ({ resource, orderItem }) => apiResourceId === undefined || (resource ?? orderItem?.resource)?.id === apiResourceId,
  );
  return {
    things: (named.length === 0 ? row.items : named).map(({ plan }) => ({
      title: plan.product.title,
      planName: plan.name,
    })),
    isEnding: row.cancelAt !== null || row.endedAt !== null || row.status === 'cancelled',
    endedAt: row.endedAt,
    settledInvoiceIds: row.periods.flatMap(({ stripeInvoiceId }) => stripeInvoiceId ?? []),
  };
}
