import type { KeyProductsResult } from '../../licensing/list-key-products';
import { boughtPlaces } from './present-expirations';

type Resource = Extract<KeyProductsResult, { ok: true }>['resources'][number];

/**
 * `product_list`: what is bought once and what is subscribed to, ordered by product, each product once with its oldest
 * purchase. Rows are texts, totals are numbers (wc-am.md 3.6).
 */
export function presentProductList(resources: Resource[]): object {
  const oldest = new Map<number, Resource>();
  for (const resource of resources) {
    if (!oldest.has(resource.planNumber)) oldest.set(resource.planNumber, resource);
  }
  const listed = [...oldest.values()].sort((a, b) => a.planNumber - b.planNumber);
  const bought = listed.filter((resource) => resource.subscriptionNumber === null);
  const subscribed = listed.filter((resource) => resource.subscriptionNumber !== null);
  // JSON leaves out what is undefined.
  const lists = {
    non_wc_subs_resources: bought.length > 0 ? bought.map(row) : undefined,
    wc_subs_resources: subscribed.length > 0 ? subscribed.map(row) : undefined,
    non_wc_subs_resources_total: bought.length,
    wc_subs_resources_total: subscribed.length,
  };
  return { success: true, data: { product_list: lists } };
}

/** `verify_api_key_is_active` says yes, and nothing more. */
export function presentVerified(): object {
  return { success: true };
}

function row(resource: Resource): object {
  return {
    product_title: resource.productTitle,
    order_id: String(resource.orderNumber ?? ''),
    sub_id: resource.subscriptionNumber === null ? undefined : String(resource.subscriptionNumber),
    product_id: String(resource.planNumber),
    api_resource_id: String(resource.number),
    activations_purchased_total: boughtPlaces(resource),
  };
}
