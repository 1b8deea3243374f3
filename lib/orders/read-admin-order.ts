import { offeredReleases } from '../catalog/newest-release';
import { now } from '../clock';
import { db, type Prisma } from '../db/client';
import { allowanceOf } from '../licensing/allowance';
import { resourceTerm } from '../licensing/resource-term';
import { subscriptionFactsOf, subscriptionItemFacts, subscriptionItemsFacts } from '../licensing/subscription-facts';
import { readStoreSettings } from '../settings/store-settings';

/** Activations are listed up to here; an unlimited key may have many thousand. */
const MOST_ACTIVATIONS = 100;

const keyHints = {
  where: { replacedAt: null },
  orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  select: { id: true, kind: true, hint: true, disabledAt: true },
} satisfies Prisma.LicenseKeyFindManyArgs;

const resourceInclude = {
  product: { include: { releases: { where: { publishedAt: { not: null } } } } },
  plan: { select: { number: true, name: true } },
  keys: keyHints,
  orderItem: { include: { subscriptionItems: subscriptionItemsFacts } },
  subscriptionItem: subscriptionItemFacts,
  _count: { select: { activations: true } },
} satisfies Prisma.ApiResourceInclude;

const orderInclude = {
  customer: {
    select: {
      number: true,
      email: true,
      name: true,
      disabledAt: true,
      deletedAt: true,
      licenseKeys: { ...keyHints, where: { kind: 'master', replacedAt: null }, take: 1 },
    },
  },
  items: {
    orderBy: { position: 'asc' },
    include: {
      plan: { select: { number: true } },
      product: { select: { number: true } },
      resource: { include: resourceInclude },
      renewsResource: { select: { number: true } },
    },
  },
  payments: { orderBy: { createdAt: 'asc' } },
  refunds: { orderBy: { createdAt: 'asc' } },
  requests: { orderBy: { createdAt: 'asc' }, include: { askedBy: { select: { name: true, email: true } } } },
  checkout: { select: { stripeSessionId: true } },
} satisfies Prisma.OrderInclude;

/** An order with everything an admin is shown of it. Keys are hints only: the keys themselves are never read here. */
export type AdminOrder = NonNullable<Awaited<ReturnType<typeof readAdminOrder>>>;
export type AdminResource = AdminOrder['resources'][number];
export type AdminActivation = AdminOrder['activations'][number];

/** The order behind a number, or undefined. */
export async function readAdminOrder(orderNumber: number) {
  const order = await db().order.findUnique({ where: { number: orderNumber }, include: orderInclude });
  if (!order) return undefined;
  const [activations, { renewablePeriodDays }] = await Promise.all([readActivations(order.id), readStoreSettings()]);
  const at = now();
  const rows = order.items.flatMap(({ resource }) => (resource ? [resource] : []));
  const byStripe = order.checkout?.stripeSessionId != null && order.payments.some((p) => p.stripePaymentIntentId);
  return {
    ...order,
    byStripe,
    masterKey: order.customer.licenseKeys[0],
    resources: rows.map((row) => toResource(row, at, renewablePeriodDays)),
    activations,
    activationCount: rows.reduce((sum, row) => sum + row._count.activations, 0),
    // Asked for, and not (yet) among the refunds: on its way, or nobody knows.
    waitingRefunds: order.requests.filter(
      ({ refusal, stripeRefundId }) =>
        refusal === null && !order.refunds.some((refund) => refund.stripeRefundId === stripeRefundId),
    ),
  };
}

type ResourceRow = Prisma.ApiResourceGetPayload<{ include: typeof resourceInclude }>;

function toResource(row: ResourceRow, at: Date, renewablePeriodDays: number) {
  const subscription = subscriptionFactsOf(row);
  return {
    id: row.id,
    number: row.number,
    productTitle: row.product.title,
    productNumber: row.product.number,
    planName: row.plan.name,
    /** What client software sends. */
    planNumber: row.plan.number,
    productOrderKey: row.keys.find(({ kind }) => kind === 'product_order'),
    associatedKeys: row.keys.filter(({ kind }) => kind === 'associated'),
    allowance: allowanceOf(row),
    overLimit: row._count.activations - row.activationCount,
    expiresAt: row.expiresAt,
    isRevoked: row.revokedAt !== null,
    isSubscription: subscription !== undefined,
    term: resourceTerm({ ...row, subscription }, at, { renewablePeriodDays }),
    currentVersion: offeredReleases(row.product.releases, at)[0]?.version,
  };
}

function readActivations(orderId: string) {
  return db().activation.findMany({
    where: { resource: { orderItem: { orderId } } },
    orderBy: [{ activatedAt: 'desc' }, { id: 'asc' }],
    take: MOST_ACTIVATIONS,
    select: {
      id: true,
      instance: true,
      label: true,
      version: true,
      requestedProduct: true,
      overLimit: true,
      activatedAt: true,
      lastSeenAt: true,
      licenseKey: { select: { kind: true, hint: true } },
    },
  });
}
