import { db } from '../db/client';
import type { BoughtThing } from '../email/bought-thing';
import { readStoreSettings } from '../settings/store-settings';

/** What the mails about the end of licences are told, read when one is written. */
export type LicenceMailFacts = {
  customerId: string;
  things: (BoughtThing & {
    expiresAt: Date | null;
    /** Open to client software, or only closed by its end. */
    isOpen: boolean;
  })[];
  isSubscription: boolean;
  /** How long after its end a fixed term can be renewed. */
  renewablePeriodDays: number;
};

/** Undefined when none of them is left. */
export async function readLicenceMail(apiResourceIds: string[]): Promise<LicenceMailFacts | undefined> {
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
  const { renewablePeriodDays } = await readStoreSettings();
  return {
    customerId: one.customerId,
    things: rows.map((row) => ({
      title: row.product.title,
      planName: row.plan.name,
      expiresAt: row.expiresAt,
      isOpen: row.revokedAt === null && row.suspendedAt === null && !subscriptionsOf(row).some(renews),
    })),
    isSubscription: subscriptionsOf(one).length > 0,
    renewablePeriodDays,
  };
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

// A subscription that goes on by itself has no end to speak of.
function renews({ cancelAt, endedAt, status }: Ending): boolean {
  return cancelAt === null && endedAt === null && status !== 'cancelled';
}
