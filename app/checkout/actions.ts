'use server';

import { redirect } from 'next/navigation';
import { currentCustomer } from '@/lib/auth/current-customer';
import { requestFacts } from '@/lib/auth/request-facts';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { formatCartLines } from '@/lib/catalog/cart-lines';
import { newCheckoutToken } from '@/lib/orders/checkout-token';
import { type CheckoutWish, startCheckout } from '@/lib/orders/start-checkout';
import { readVatId } from '@/lib/vat-id';
import { formField } from '../_shell/form-field';
import { readCart } from '../cart/cart-cookie';
import type { CheckoutAnswer } from './checkout-answer';
import { rememberPaying } from './paying-cookie';
import { checkValues, readValues } from './read-checkout-form';
import { refusalText } from './refusal-text';
import { changedSince, SHOWN_AS } from './shown-as';

/** Public: hands the cart of this browser to the payment page. Pressed twice, it leads to the same page. */
export async function pay(_before: CheckoutAnswer, form: FormData): Promise<CheckoutAnswer> {
  await requireOwnPage();
  const customer = await currentCustomer();
  // What was typed for one person must not be bought for another, nor asked of a form that has no field for it.
  const changed = changedSince(formField(form, SHOWN_AS), customer);
  if (changed) redirect(`/checkout?notice=${changed}`);
  const values = readValues(form);
  const password = formField(form, 'password');
  const errors = checkValues(values, customer ? undefined : { password });
  if (errors.length > 0) return { errors, values };
  const lines = await readCart();
  const formToken = formField(form, 'formToken');
  const buyer: CheckoutWish['buyer'] = customer
    ? { kind: 'customer', customerId: customer.id }
    : { kind: 'guest', email: values.email, name: values.name, newPassword: password };
  const result = await startCheckout({
    formToken,
    lines,
    buyer,
    company: values.company,
    vatId: readVatId(values.vatId) ?? '',
    address: (await requestFacts()).address,
  });
  if (!result.ok) {
    return { errors: [{ message: refusalText(result) }], values, formToken: newCheckoutToken() };
  }
  await rememberPaying(formToken, formatCartLines(lines));
  redirect(result.payUrl);
}
