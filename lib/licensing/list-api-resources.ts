import { now } from '../clock';
import { db } from '../db/client';
import { readStoreSettings, type StoreSettings } from '../settings/store-settings';
import { type Allowance, allowanceOf } from './allowance';
import type { LicenseKeyKind } from './client-call';
import { furtherTerm, isWorking, type ResourceTerm, resourceTerm } from './resource-term';
import { subscriptionFactsOf, subscriptionItemFacts, subscriptionItemsFacts } from './subscription-facts';
import { openLicenseKey } from './write-license-key';

export type ListedActivation = {
  id: string;
  instance: string;
  label: string;
  version: string;
  activatedAt: Date;
  lastSeenAt: Date;
  overLimit: boolean;
};

/** One row of the API Resources table. */
export type ListedResource = {
  /** The resource's id, or the product's in the grouped form. */
  id: string;
  productTitle: string;
  productSlug: string;
  /** The number most API requests need: the plan's, or in the grouped form the product's. */
  productNumber: number;
  planName: string | undefined;
  orderId: string | undefined;
  orderNumber: number | undefined;
  /** Absent when product order API keys are hidden: then it never leaves the server. */
  productOrderApiKey: string | undefined;
  /** Custom and imported keys that open it too; empty when the store hides them: then they never leave the server. */
  associatedApiKeys: { id: string; key: string }[];
  /** In the grouped form, of the right that reaches furthest. */
  term: ResourceTerm;
  allowance: Allowance;
  activations: ListedActivation[];
};

/**
 * The customer's API Resources for the API Keys page. Ungrouped: a row for each order item, with its own key and count.
 * Grouped (product order API keys hidden): rows of one product merged across orders, places added up, and no key is read.
 * Associated keys are read only when asked for, in both forms. Revoked resources are not listed.
 */
export async function listApiResources(which: {
  customerId: string;
  groupByProduct: boolean;
  withAssociatedKeys?: boolean;
}): Promise<ListedResource[]> {
  const kinds: LicenseKeyKind[] = [
    ...(which.groupByProduct ? [] : ['product_order' as const]),
    ...(which.withAssociatedKeys ? ['associated' as const] : []),
  ];
  const [rows, settings] = await Promise.all([readResources(which.customerId, kinds), readStoreSettings()]);
  const listed = await Promise.all(rows.map((row) => toListed(row, settings)));
  return which.groupByProduct ? groupByProduct(listed, rows) : listed;
}

function readResources(customerId: string, kinds: LicenseKeyKind[]) {
  return db().apiResource.findMany({
    where: { customerId, revokedAt: null },
    orderBy: { number: 'asc' },
    include: {
      product: true,
      plan: true,
      orderItem: {
        include: { order: { select: { id: true, number: true } }, subscriptionItems: subscriptionItemsFacts },
      },
      subscriptionItem: subscriptionItemFacts,
      keys: { where: { kind: { in: kinds }, replacedAt: null }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      activations: { orderBy: [{ activatedAt: 'asc' }, { id: 'asc' }] },
    },
  });
}

type ResourceRow = Awaited<ReturnType<typeof readResources>>[number];

async function toListed(row: ResourceRow, settings: StoreSettings): Promise<ListedResource> {
  const key = row.keys.find(({ kind }) => kind === 'product_order');
  const associated = row.keys.filter(({ kind }) => kind === 'associated');
  return {
    id: row.id,
    productTitle: row.product.title,
    productSlug: row.product.slug,
    productNumber: row.plan.number,
    planName: row.plan.name,
    orderId: row.orderItem?.order.id,
    orderNumber: row.orderItem?.order.number,
    productOrderApiKey: key ? await openLicenseKey(key) : undefined,
    associatedApiKeys: await Promise.all(
      associated.map(async (one) => ({ id: one.id, key: await openLicenseKey(one) })),
    ),
    term: resourceTerm({ ...row, subscription: subscriptionFactsOf(row) }, now(), settings),
    allowance: allowanceOf(row),
    activations: row.activations.map(toListedActivation),
  };
}

function toListedActivation(row: ResourceRow['activations'][number]): ListedActivation {
  const { id, instance, label, version, activatedAt, lastSeenAt, overLimit } = row;
  return { id, instance, label, version, activatedAt, lastSeenAt, overLimit };
}

function groupByProduct(listed: ListedResource[], rows: ResourceRow[]): ListedResource[] {
  const groups = new Map<string, ListedResource>();
  listed.forEach((resource, i) => {
    const product = rows[i]?.product;
    if (!product) return;
    const group = groups.get(product.id);
    groups.set(product.id, group ? merge(group, resource) : { ...resource, ...groupIdentity(product) });
  });
  return [...groups.values()];
}

function groupIdentity(product: ResourceRow['product']) {
  const nothing = { planName: undefined, orderId: undefined, orderNumber: undefined, productOrderApiKey: undefined };
  return { id: product.id, productNumber: product.number, ...nothing };
}

function merge(group: ListedResource, next: ListedResource): ListedResource {
  return {
    ...group,
    term: furtherTerm(group.term, next.term),
    allowance: mergedAllowance(group, next),
    associatedApiKeys: [...group.associatedApiKeys, ...next.associatedApiKeys],
    activations: [...group.activations, ...next.activations],
  };
}

// As client software is told: the places of a right that has ended are not there to be taken while another one works.
function mergedAllowance(group: ListedResource, next: ListedResource): Allowance {
  if (isWorking(group.term) !== isWorking(next.term)) return (isWorking(group.term) ? group : next).allowance;
  const { limit, used } = group.allowance;
  const more = next.allowance;
  return allowanceOf({
    activationLimit: limit === null || more.limit === null ? null : limit + more.limit,
    activationCount: used + more.used,
  });
}
