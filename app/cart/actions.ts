'use server';

import { redirect } from 'next/navigation';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { isBeyondLimit, setCartQuantity } from '@/lib/catalog/cart-lines';
import { formField } from '../_shell/form-field';
import { readCart, saveCart } from './cart-cookie';
import { wholeNumber } from './whole-number';

/** Public: another quantity for one plan in this browser's cart; 0 takes it out. */
export async function changeQuantity(form: FormData): Promise<void> {
  await requireOwnPage();
  const line = {
    planNumber: wholeNumber(formField(form, 'planNumber')),
    quantity: wholeNumber(formField(form, 'quantity')),
  };
  await saveCart(setCartQuantity(await readCart(), line));
  redirect(isBeyondLimit([], line) ? `/cart?limited=${line.planNumber}` : '/cart');
}
