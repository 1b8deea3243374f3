import type { StatusResult } from '../../licensing/check-status';
import { formatDate } from './format-date';

type Resource = Extract<StatusResult, { ok: true }>['resources'][number];

const UNLIMITED = '100000';

/**
 * `api_key_expirations`: what is bought once and what is subscribed to, in the original's words. Everything in it is a text,
 * totals included, and a list without rows is left out (wc-am.md 3.3).
 */
export function expirationsOf(resources: Resource[], dateFormat: string): object {
  const subscribed = resources.filter((resource) => resource.subscriptionNumber !== null);
  const bought = resources.filter((resource) => resource.subscriptionNumber === null);
  // JSON leaves out what is undefined.
  return {
    non_wc_subs_resources: bought.length > 0 ? bought.map((resource) => boughtRow(resource, dateFormat)) : undefined,
    wc_subs_resources:
      subscribed.length > 0 ? subscribed.map((resource) => subscribedRow(resource, dateFormat)) : undefined,
    non_wc_subs_resources_total: String(bought.length),
    wc_subs_resources_total: String(subscribed.length),
  };
}

function boughtRow(resource: Resource, dateFormat: string): object {
  const date = resource.expiresAt && formatDate(resource.expiresAt, dateFormat);
  return {
    next_payment: date ?? 'Lifetime Subscription',
    friendly_api_key_expiration_date: date ?? 'Never',
    number_of_expiring_activations: placesText(resource),
    product_title: resource.productTitle,
    order_id: String(resource.orderNumber ?? ''),
    product_id: String(resource.planNumber),
    api_resource_id: String(resource.number),
    activations_purchased_total: boughtPlaces(resource),
  };
}

function subscribedRow(resource: Resource, dateFormat: string): object {
  const date = resource.expiresAt && formatDate(resource.expiresAt, dateFormat);
  const isEnding = resource.isEnding && date !== null;
  return {
    // Two blanks before the date, as the original has them.
    next_payment: isEnding ? `Pending Cancellation on  ${date}` : (date ?? ''),
    friendly_api_key_expiration_date: isEnding ? date : 'When Cancelled',
    number_of_expiring_activations: placesText(resource),
    product_title: resource.productTitle,
    order_id: String(resource.orderNumber ?? ''),
    sub_id: String(resource.subscriptionNumber ?? ''),
    product_id: String(resource.planNumber),
    api_resource_id: String(resource.number),
    activations_purchased_total: boughtPlaces(resource),
  };
}

/** Places bought, as the rows of the wire write them. */
export function boughtPlaces(resource: { activationLimit: number | null }): string {
  return resource.activationLimit === null ? UNLIMITED : String(resource.activationLimit);
}

function placesText(resource: Resource): string {
  return resource.activationLimit === null ? 'Unlimited activations' : String(resource.activationLimit);
}
