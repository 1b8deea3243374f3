import type { BoughtBy } from './download-link';

/** The order or subscription behind an API Resource, whose columns say exactly one of the two. */
export function boughtByOf(resource: { orderNumber: number | null; subscriptionNumber: number | null }): BoughtBy {
  if (resource.orderNumber !== null) return { kind: 'order', number: resource.orderNumber };
  if (resource.subscriptionNumber !== null) return { kind: 'subscription', number: resource.subscriptionNumber };
  throw new Error('An API Resource without an order or a subscription');
}
