import { now } from '../clock';
import { db } from '../db/client';
import { readStoreSettings, type StoreSettings } from '../settings/store-settings';
import { type Allowance, allowanceOf } from './allowance';
import type { LicenseKeyKind } from './client-call';
import { mergeActivations, type NewestActivations, readNewestActivations } from './newest-activations';
import { furtherTerm, isWorking, type ResourceTerm, resourceTerm } from './resource-term';
import { shownKeyKinds } from './shown-key-kinds';
import { subscriptionFactsOf, subscriptionItemFacts, subscriptionItemsFacts } from './subscription-facts';
import { openLicenseKey } from './write-license-key';

/** One row of the API Resources table. */
export type ListedResource = NewestActivations & {
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
};

export type ListedActivation = ListedResource['activations'][number];

/**
 * The customer's API Resources for the API Keys page. Ungrouped: a row for each order item, with its own key and count.
 * Grouped (product order API keys hidden): rows of one product merged across orders, places added up, and no key is read.
 * Associated keys and the newest activations are read only when asked for, in both forms. Revoked resources are not listed.
 */
export async function listApiResources(which: {
  customerId: string;
  groupByProduct: boolean;
  withAssociatedKeys?: boolean;
  withActivations?: boolean;
}): Promise<ListedResource[]> {
  const kinds: LicenseKeyKind[] = [
    ...(which.groupByProduct ? [] : ['product_order' as const]),
    ...(which.withAssociatedKeys ? ['associated' as const] : []),
  ];
  const [rows, settings] = await Promise.all([readResources(which.customerId, kinds), readStoreSettings()]);
  const ids = which.withActivations ? rows.map(({ id }) => id) : [];
  const activations = await readNewestActivations(ids, shownKeyKinds(settings));
  const listed = await Promise.all(
    rows.map(async (row) => ({ ...(await toListed(row, settings)), ...(activations.get(row.id) ?? NONE) })),
  );
  return which.groupByProduct ? groupByProduct(listed, rows) : listed;
}

const NONE: NewestActivations = { activations: [] };

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
    },
  });
}

type ResourceRow = Awaited<ReturnType<typeof readResources>>[number];

async function toListed(
  row: ResourceRow,
  settings: StoreSettings,
): Promise<Omit<ListedResource, keyof NewestActivations>> {
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
  };
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
    ...mergeActivations(group, next),
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
