'use server';

import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { readOrder } from '@/lib/orders/read-order';

/** The key of one item of the customer's own order, at the moment of the press; nothing once the store hides these keys. */
export async function revealItemKey(orderId: string, orderItemId: string): Promise<string | undefined> {
  await requireOwnPage();
  const customer = await requireCustomer();
  const order = await readOrder({ customerId: customer.id, orderId: String(orderId) });
  return order?.items.find((item) => item.id === orderItemId)?.productOrderApiKey;
}

/** One of the associated keys of an item, by the same rule; they stay in the order in which they came. */
export async function revealItemAssociatedKey(
  orderId: string,
  orderItemId: string,
  index: number,
): Promise<string | undefined> {
  await requireOwnPage();
  const customer = await requireCustomer();
  const order = await readOrder({ customerId: customer.id, orderId: String(orderId) });
  return order?.items.find((item) => item.id === orderItemId)?.associatedApiKeys?.[Number(index)];
}
