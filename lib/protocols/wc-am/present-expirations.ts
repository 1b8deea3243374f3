import type { StatusResult } from '../../licensing/check-status';

type Resource = Extract<StatusResult, { ok: true }>['resources'][number];

const UNLIMITED = '100000';
const storeDate = new Intl.DateTimeFormat('en-US', { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });

/**
 * `api_key_expirations`: what is bought once and what is subscribed to, in the original's words. Everything in it is a text,
 * totals included, and a list without rows is left out (wc-am.md 3.3).
 */
export function expirationsOf(resources: Resource[]): object {
  const subscribed = resources.filter((resource) => resource.subscriptionNumber !== null);
  const bought = resources.filter((resource) => resource.subscriptionNumber === null);
  // JSON leaves out what is undefined.
  return {
    non_wc_subs_resources: bought.length > 0 ? bought.map(boughtRow) : undefined,
    wc_subs_resources: subscribed.length > 0 ? subscribed.map(subscribedRow) : undefined,
    non_wc_subs_resources_total: String(bought.length),
    wc_subs_resources_total: String(subscribed.length),
  };
}

function boughtRow(resource: Resource): object {
  const date = resource.expiresAt && storeDate.format(resource.expiresAt);
  return {
    next_payment: date ?? 'Lifetime Subscription',
    friendly_api_key_expiration_date: date ?? 'Never',
    number_of_expiring_activations: placesText(resource),
    product_title: resource.productTitle,
    order_id: String(resource.orderNumber ?? ''),
    product_id: String(resource.planNumber),
    api_resource_id: String(resource.number),
    activations_purchased_total: purchasedText(resource),
  };
}

function subscribedRow(resource: Resource): object {
  return {
    next_payment: resource.expiresAt ? storeDate.format(resource.expiresAt) : '',
    friendly_api_key_expiration_date: 'When Cancelled',
    number_of_expiring_activations: placesText(resource),
    product_title: resource.productTitle,
    order_id: String(resource.orderNumber ?? ''),
    sub_id: String(resource.subscriptionNumber ?? ''),
    product_id: String(resource.planNumber),
    api_resource_id: String(resource.number),
    activations_purchased_total: purchasedText(resource),
  };
}

function purchasedText(resource: Resource): string {
  return resource.activationLimit === null ? UNLIMITED : String(resource.activationLimit);
}

function placesText(resource: Resource): string {
  return resource.activationLimit === null ? 'Unlimited activations' : String(resource.activationLimit);
}
