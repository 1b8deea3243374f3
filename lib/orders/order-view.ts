import type { Prisma } from '../db/client';
import { type ResourceTerm, resourceTerm } from '../licensing/resource-term';
import { subscriptionFactsOf, subscriptionItemFacts, subscriptionItemsFacts } from '../licensing/subscription-facts';

/** An order as its customer sees it. Amounts are minor units of `currency`. */
export type OrderView = {
  id: string;
  number: number;
  status: 'awaiting_payment' | 'paid' | 'partially_refunded' | 'refunded' | 'cancelled';
  currency: string;
  subtotalAmount: number;
  discountAmount: number;
  /** The promotion code behind the discount. */
  discountCode: string | null;
  taxAmount: number;
  /** The tax lies within the prices instead of on top of them. */
  taxIsIncluded: boolean;
  totalAmount: number;
  refundedAmount: number;
  company: string | null;
  vatId: string | null;
  placedAt: Date;
  paidAt: Date | null;
  cancelledAt: Date | null;
  items: OrderItemView[];
  refunds: { id: string; status: 'pending' | 'succeeded' | 'failed'; amount: number; createdAt: Date }[];
};

/** The keys of one item in clear: only while they work and the store shows them. */
export type ItemKeys = { productOrderApiKey?: string; associatedApiKeys?: string[] };

export type OrderItemView = ItemKeys & {
  id: string;
  productTitle: string;
  productSlug: string;
  /** The number that client software sends as product id. */
  productNumber: number;
  planName: string;
  quantity: number;
  refundedQuantity: number;
  unitAmount: number;
  discountAmount: number;
  taxAmount: number;
  totalAmount: number;
  /** It began with so many free days; null = without a trial. */
  trialDays: number | null;
  /** Places in all as they stand now; null = unlimited, undefined = no key was issued (yet). */
  activationLimit: number | null | undefined;
  /** Null = lifetime; undefined = no key was issued (yet). */
  expiresAt: Date | null | undefined;
  /** The right that it bought; undefined = none was given (yet). */
  licenceNumber: number | undefined;
  /** Until when that right lives, as people are told; undefined = none was given (yet). */
  term: ResourceTerm | undefined;
  /** It bought a further term of a right that was there: that is the one the facts above are about. */
  isRenewal: boolean;
};

const rightOfItem = {
  select: {
    number: true,
    activationLimit: true,
    expiresAt: true,
    graceUntil: true,
    suspendedAt: true,
    revokedAt: true,
    subscriptionItem: subscriptionItemFacts,
    orderItem: { select: { subscriptionItems: subscriptionItemsFacts } },
  },
} satisfies Prisma.ApiResourceDefaultArgs;

export const orderViewInclude = {
  items: {
    orderBy: { position: 'asc' },
    include: {
      product: { select: { slug: true } },
      plan: { select: { number: true } },
      resource: rightOfItem,
      renewsResource: rightOfItem,
    },
  },
  refunds: { orderBy: { createdAt: 'asc' }, select: { id: true, status: true, amount: true, createdAt: true } },
} satisfies Prisma.OrderInclude;

type TermRules = { at: Date; renewablePeriodDays: number };
type OrderRow = Prisma.OrderGetPayload<{ include: typeof orderViewInclude }>;

/** The row as a view; `keys` by order item id, empty when the store hides them. */
export function toOrderView(row: OrderRow, keys: Map<string, ItemKeys>, rules: TermRules): OrderView {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    currency: row.currency,
    subtotalAmount: row.subtotalAmount,
    discountAmount: row.discountAmount,
    discountCode: row.discountCode,
    taxAmount: row.taxAmount,
    taxIsIncluded: row.taxIsIncluded,
    totalAmount: row.totalAmount,
    refundedAmount: row.refundedAmount,
    company: row.company,
    vatId: row.vatId,
    placedAt: row.placedAt,
    paidAt: row.paidAt,
    cancelledAt: row.cancelledAt,
    items: row.items.map((item) => toItemView(item, { isPaid: row.paidAt !== null, keys: keys.get(item.id) }, rules)),
    refunds: row.refunds,
  };
}

function toItemView(
  item: OrderRow['items'][number],
  { isPaid, keys }: { isPaid: boolean; keys: ItemKeys | undefined },
  { at, ...rules }: TermRules,
): OrderItemView {
  const right = item.resource ?? (isPaid ? item.renewsResource : null);
  return {
    id: item.id,
    productTitle: item.productTitle,
    productSlug: item.product.slug,
    productNumber: item.plan.number,
    planName: item.planName,
    quantity: item.quantity,
    refundedQuantity: item.refundedQuantity,
    unitAmount: item.unitAmount,
    discountAmount: item.discountAmount,
    taxAmount: item.taxAmount,
    totalAmount: item.totalAmount,
    trialDays: item.trialDays,
    activationLimit: right?.activationLimit,
    expiresAt: right?.expiresAt,
    licenceNumber: right?.number,
    term: right ? resourceTerm({ ...right, subscription: subscriptionFactsOf(right) }, at, rules) : undefined,
    isRenewal: item.renewsResourceId !== null,
    ...keys,
  };
}
