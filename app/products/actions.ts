'use server';

import { redirect } from 'next/navigation';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { addCartLine, isBeyondLimit } from '@/lib/catalog/cart-lines';
import { formField } from '../_shell/form-field';
import { readCart, saveCart } from '../cart/cart-cookie';
import { wholeNumber } from '../cart/whole-number';

/** Public: puts a plan into this browser's cart. */
export async function addToCart(form: FormData): Promise<void> {
  await requireOwnPage();
  const planNumber = wholeNumber(formField(form, 'planNumber'));
  const line = { planNumber, quantity: wholeNumber(formField(form, 'quantity') || '1') };
  const lines = await readCart();
  await saveCart(addCartLine(lines, line));
  if (Number.isNaN(planNumber)) redirect('/cart');
  redirect(`/cart?${isBeyondLimit(lines, line) ? 'limited' : 'added'}=${planNumber}`);
}
