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
      subscriptionItem: { select: { subscription: { select: { cancelAt: true, endedAt: true, status: true } } } },
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
      isOpen: row.revokedAt === null && row.suspendedAt === null && !renews(row.subscriptionItem?.subscription),
    })),
    isSubscription: one.subscriptionItemId !== null,
    renewablePeriodDays,
  };
}

type Ending = { cancelAt: Date | null; endedAt: Date | null; status: string };

// A subscription that goes on by itself has no end to speak of.
function renews(subscription: Ending | undefined): boolean {
  if (!subscription) return false;
  return subscription.cancelAt === null && subscription.endedAt === null && subscription.status !== 'cancelled';
}
