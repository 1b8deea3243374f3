import { now } from '@/lib/clock';
import type { SignedInCustomer } from '@/lib/customers/session';
import { type DownloadRow, listDownloads } from '@/lib/downloads/list-downloads';
import { type ListedResource, listApiResources } from '@/lib/licensing/list-api-resources';
import { listRenewals, type Renewal } from '@/lib/orders/list-renewals';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { renewalsOf } from './_parts/row-renewal';

export type HomeCard = { resource: ListedResource; download: DownloadRow | undefined; renewals: Renewal[] };
export type HomeAlert = { kind: 'limitReached' | 'expiringSoon' | 'paymentFailed' | 'ended'; product: string };

const SOON_MS = 30 * 86_400_000;

/** The account's home: a card for each product, and what needs attention first. */
export async function readHome(
  customer: Pick<SignedInCustomer, 'id'>,
): Promise<{ cards: HomeCard[]; alerts: HomeAlert[] }> {
  const { showProductOrderApiKeys, downloadLinkDays } = await readStoreSettings();
  const [resources, downloads, renewals] = await Promise.all([
    listApiResources({ customerId: customer.id, groupByProduct: !showProductOrderApiKeys }),
    listDownloads({ customerId: customer.id, linkDays: downloadLinkDays }),
    listRenewals({ customerId: customer.id }),
  ]);
  const cards = resources.map((resource) => ({
    resource,
    renewals: renewalsOf(resource, renewals),
    // Merged rows carry the product's id; any right to the product leads to its newest file.
    download: downloads.find((row) => row.apiResourceId === resource.id || row.productSlug === resource.productSlug),
  }));
  return { cards, alerts: resources.flatMap((resource) => alertsOf(resource, now())) };
}

function alertsOf(resource: ListedResource, at: Date): HomeAlert[] {
  const { term, allowance, productTitle: product } = resource;
  if (term.kind === 'renewable' || term.kind === 'ended') return [{ kind: 'ended', product }];
  if (term.kind === 'payment_grace') return [{ kind: 'paymentFailed', product }];
  const isSoon = term.kind === 'until' && term.until.getTime() - at.getTime() < SOON_MS;
  const isFull = allowance.remaining === 0;
  return [
    ...(isSoon ? [{ kind: 'expiringSoon' as const, product }] : []),
    ...(isFull ? [{ kind: 'limitReached' as const, product }] : []),
  ];
}
