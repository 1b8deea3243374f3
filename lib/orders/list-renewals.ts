import { now } from '../clock';
import { db, type Prisma } from '../db/client';
import { readGrantsOf } from '../licensing/grants/change-grants';
import type { Grant } from '../licensing/grants/grant-fact';
import { unitsHeld } from '../licensing/grants/units-held';
import { readStoreSettings } from '../settings/store-settings';
import { type RenewalOffer, type RenewalRules, renewalOffer } from './renewal-offer';

/** A fixed term of a customer, with what its renewal would cost or why it cannot be renewed. */
export type Renewal = {
  apiResourceId: string;
  resourceNumber: number;
  productId: string;
  productTitle: string;
  productSlug: string;
  productNumber: number;
  planId: string;
  planName: string;
  planNumber: number;
  orderNumber: number | null;
  /** The plan's terms today, for each unit. */
  terms: { activationLimit: number | null; termDays: number | null; updateDays: number | null };
  /** When the present term ends or ended; null = lifetime. */
  expiresAt: Date | null;
  isOver: boolean;
  offer: RenewalOffer;
};

/**
 * The customer's fixed terms, those that end first in front; with `apiResourceIds` or `numbers` these rights of theirs,
 * whatever they are. A stranger's is not among them. Revoked rights are left out, as they are everywhere else.
 */
export async function listRenewals(which: {
  customerId: string;
  apiResourceIds?: readonly string[];
  numbers?: readonly number[];
  at?: Date;
}): Promise<Renewal[]> {
  const { customerId, apiResourceIds, numbers, at = now() } = which;
  const rows = await readRows({
    customerId,
    revokedAt: null,
    ...(apiResourceIds ? { id: { in: [...apiResourceIds] } } : {}),
    ...(numbers ? { number: { in: [...numbers] } } : {}),
    ...(apiResourceIds || numbers ? {} : ONLY_FIXED_TERMS),
  });
  const [rules, grants] = await Promise.all([
    readStoreSettings(),
    readGrantsOf(
      db(),
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.map((row) => toRenewal(row, grants.get(row.id) ?? [], { at, rules }));
}

const ONLY_FIXED_TERMS = {
  expiresAt: { not: null },
  subscriptionItemId: null,
  orderItem: { subscriptionItems: { none: {} } },
} satisfies Prisma.ApiResourceWhereInput;

function readRows(where: Prisma.ApiResourceWhereInput) {
  return db().apiResource.findMany({
    where,
    orderBy: [{ expiresAt: 'asc' }, { number: 'asc' }],
    include: {
      product: true,
      plan: true,
      orderItem: { select: { subscriptionItems: { select: { id: true }, take: 1 } } },
      renewals: { where: { order: { status: 'awaiting_payment' } }, select: { id: true }, take: 1 },
    },
  });
}

type Row = Awaited<ReturnType<typeof readRows>>[number];

function toRenewal(row: Row, grants: readonly Grant[], { at, rules }: { at: Date; rules: RenewalRules }): Renewal {
  const { product, plan } = row;
  const facts = {
    ...row,
    isSubscription: row.subscriptionItemId !== null || (row.orderItem?.subscriptionItems.length ?? 0) > 0,
    isBeingPaid: row.renewals.length > 0,
    isProductOnSale: product.publishedAt !== null && product.publishedAt <= at && product.archivedAt === null,
    units: unitsHeld(grants),
  };
  return {
    apiResourceId: row.id,
    resourceNumber: row.number,
    productId: product.id,
    productTitle: product.title,
    productSlug: product.slug,
    productNumber: product.number,
    planId: plan.id,
    planName: plan.name,
    planNumber: plan.number,
    orderNumber: row.orderNumber,
    terms: { activationLimit: plan.activationLimit, termDays: plan.termDays, updateDays: plan.updateDays },
    expiresAt: row.expiresAt,
    isOver: row.expiresAt !== null && row.expiresAt <= at,
    offer: renewalOffer(facts, at, rules),
  };
}
