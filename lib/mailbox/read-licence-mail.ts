import { db } from '../db/client';
import type { BoughtThing } from '../email/bought-thing';
import type { GoingOn } from '../email/licence-mails';
import { listRenewals } from '../orders/list-renewals';
import type { RenewalOffer } from '../orders/renewal-offer';

/** What the mails about the end of licences are told, read when one is written. */
export type LicenceMailFacts = {
  customerId: string;
  things: (BoughtThing & {
    expiresAt: Date | null;
    /** Neither closed, nor going on by itself, nor renewed with the money on its way. */
    isOpen: boolean;
  })[];
  goingOn: GoingOn;
};

/** Undefined when none of them is left. */
export async function readLicenceMail(apiResourceIds: string[], at: Date): Promise<LicenceMailFacts | undefined> {
  const rows = await db().apiResource.findMany({
    where: { id: { in: apiResourceIds } },
    orderBy: { number: 'asc' },
    include: {
      product: { select: { title: true } },
      plan: { select: { name: true } },
      subscriptionItem: subscriptionOf,
      orderItem: { select: { subscriptionItems: subscriptionOf } },
    },
  });
  const [one] = rows;
  if (!one) return undefined;
  const { customerId } = one;
  const offers = await listRenewals({ customerId, apiResourceIds, at });
  const isBeingRenewed = (id: string) =>
    offers.some(({ apiResourceId, offer }) => apiResourceId === id && !offer.ok && offer.reason === 'payment_pending');
  return {
    customerId,
    things: rows.map((row) => ({
      title: row.product.title,
      planName: row.plan.name,
      expiresAt: row.expiresAt,
      isOpen: isOpen(row) && !isBeingRenewed(row.id),
    })),
    goingOn: subscriptionsOf(one).length > 0 ? { kind: 'resume' } : goingOnBy(offers.map(({ offer }) => offer)),
  };
}

// What can be renewed now comes before what can be renewed some day.
function goingOnBy(offers: RenewalOffer[]): GoingOn {
  for (const offer of offers) if (offer.ok) return { kind: 'renew', until: offer.closesAt };
  for (const offer of offers) {
    if (!offer.ok && offer.reason === 'not_yet') return { kind: 'renew_later', from: offer.opensAt };
  }
  return { kind: 'buy_again' };
}

const subscriptionOf = {
  select: { subscription: { select: { cancelAt: true, endedAt: true, status: true } } },
} as const;

type Ending = { cancelAt: Date | null; endedAt: Date | null; status: string };
type Item = { subscription: Ending };
type Source = { subscriptionItem: Item | null; orderItem: { subscriptionItems: Item[] } | null };

function subscriptionsOf({ subscriptionItem, orderItem }: Source): Ending[] {
  const items = [...(subscriptionItem ? [subscriptionItem] : []), ...(orderItem?.subscriptionItems ?? [])];
  return items.map(({ subscription }) => subscription);
}

function isOpen(row: Source & { revokedAt: Date | null; suspendedAt: Date | null }): boolean {
  return row.revokedAt === null && row.suspendedAt === null && !subscriptionsOf(row).some(renews);
}

// A subscription that goes on by itself has no end to speak of.
function renews({ cancelAt, endedAt, status }: Ending): boolean {
  return cancelAt === null && endedAt === null && status !== 'cancelled';
}
