import { now } from '../clock';
import { db } from '../db/client';
import { closedReason } from './closed-reason';

/** A right whose files cannot be downloaded at the moment, and why. */
export type ClosedDownload = {
  apiResourceId: string;
  productTitle: string;
  productSlug: string;
  orderNumber: number | undefined;
} & (
  | { why: 'expired'; endedAt: Date }
  | { why: 'suspended' }
  /** Live, but no version that it covers has been published with a file. */
  | { why: 'nothing_released' }
);

/**
 * What is missing from the list of downloads, so that a customer is told why: of the rights that were not taken back, those
 * that ended or are on hold, and those with nothing to fetch yet. A right beside an open one to the same product misses
 * nothing, and a product without files promises none. `open` are the rights with a row of their own.
 */
export async function listClosedDownloads(which: {
  customerId: string;
  open: { apiResourceId: string }[];
  at?: Date;
}): Promise<ClosedDownload[]> {
  const { customerId, open, at = now() } = which;
  const resources = await db().apiResource.findMany({
    where: { customerId, revokedAt: null, customer: { disabledAt: null }, product: { deliversFiles: true } },
    orderBy: { number: 'asc' },
    include: {
      customer: { select: { disabledAt: true } },
      product: { select: { title: true, slug: true } },
    },
  });
  const openIds = new Set(open.map((row) => row.apiResourceId));
  const openProducts = new Set(resources.filter(({ id }) => openIds.has(id)).map(({ productId }) => productId));
  return resources.flatMap((resource): ClosedDownload[] => {
    if (openProducts.has(resource.productId)) return [];
    const { id, product, orderNumber, subscriptionNumber, expiresAt } = resource;
    const facts = {
      apiResourceId: id,
      productTitle: product.title,
      productSlug: product.slug,
      orderNumber: orderNumber ?? subscriptionNumber ?? undefined,
    };
    const reason = closedReason(resource, at);
    if (reason === 'license_suspended') return [{ ...facts, why: 'suspended' }];
    if (reason === 'license_expired') return [{ ...facts, why: 'expired', endedAt: expiresAt ?? at }];
    return reason === undefined ? [{ ...facts, why: 'nothing_released' }] : [];
  });
}
