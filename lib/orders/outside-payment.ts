import type { PricedCart } from '../catalog/price-cart';
import type { CheckoutPayment } from '../payments/checkout-payment';

/** How a manual order was paid. Minor units of the cart's currency; `amount` includes the tax. */
export type OutsidePayment =
  | { kind: 'free' }
  /** `reference`: how the money is found again, for example a transfer or an invoice. */
  | { kind: 'outside'; amount: number; taxAmount: number; reference: string };

/**
 * Money that came outside the store, told as Stripe would tell it: what is missing from the list price is a discount,
 * shared out over the lines by their price, like the tax. Needs amount <= list price + tax.
 */
export function outsidePayment(checkoutId: string, cart: PricedCart, paid: OutsidePayment): CheckoutPayment {
  const totalAmount = paid.kind === 'free' ? 0 : paid.amount;
  const taxAmount = paid.kind === 'free' ? 0 : paid.taxAmount;
  const discountAmount = cart.subtotal + taxAmount - totalAmount;
  const amounts = cart.lines.map((line) => line.amount);
  const [discounts, taxes] = [shareOut(discountAmount, amounts), shareOut(taxAmount, amounts)];
  return {
    checkoutId,
    sessionId: null,
    paymentIntentId: null,
    currency: cart.currency,
    subtotalAmount: cart.subtotal,
    discountAmount,
    taxAmount,
    totalAmount,
    lines: cart.lines.map((line, position) => {
      const [discount, tax] = [discounts[position] ?? 0, taxes[position] ?? 0];
      return {
        position,
        quantity: line.quantity,
        subtotalAmount: line.amount,
        discountAmount: discount,
        taxAmount: tax,
        totalAmount: line.amount - discount + tax,
      };
    }),
  };
}

/** Whole minor units by weight that add up exactly: each part is what has come due so far, less what was given. */
function shareOut(total: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  let [weightSoFar, given] = [0, 0];
  return weights.map((weight, index) => {
    weightSoFar += weight;
    const due = index === weights.length - 1 ? total : all === 0 ? 0 : Math.floor((total * weightSoFar) / all);
    const part = due - given;
    given = due;
    return part;
  });
}
