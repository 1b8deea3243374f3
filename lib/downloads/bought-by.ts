import type { BoughtBy } from './download-link';

/** The order behind an API Resource, or the subscription where an import told no order; at least one of them is there. */
export function boughtByOf(resource: { orderNumber: number | null; subscriptionNumber: number | null }): BoughtBy {
  if (resource.orderNumber !== null) return { kind: 'order', number: resource.orderNumber };
  if (resource.subscriptionNumber !== null) return { kind: 'subscription', number: resource.subscriptionNumber };
  throw new Error('An API Resource without an order or a subscription');
}
