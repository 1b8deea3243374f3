'use server';

import { redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { addCartLine, isBeyondLimit } from '@/lib/catalog/cart-lines';
import { readAgainOffer } from '@/lib/orders/read-again-offer';
import { readOrder } from '@/lib/orders/read-order';
import { formField } from '../../../_shell/form-field';
import { readCart, saveCart } from '../../../cart/cart-cookie';

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

/** Puts the plans of the customer's own order that are still sold into this browser's cart, beside what is in it. */
export async function buyAgain(form: FormData): Promise<void> {
  await requireOwnPage();
  const customer = await requireCustomer('/account/orders');
  const orderId = formField(form, 'order');
  const offer = await readAgainOffer({ customerId: customer.id, orderId });
  const cart = await readCart();
  const lines = offer?.lines ?? [];
  const limited = lines.find((line, i) => isBeyondLimit(lines.slice(0, i).reduce(addCartLine, cart), line));
  await saveCart(lines.reduce(addCartLine, cart));
  if (limited) redirect(`/cart?limited=${limited.planNumber}`);
  const [only, ...more] = lines;
  redirect(only && more.length === 0 ? `/cart?added=${only.planNumber}` : '/cart');
}
