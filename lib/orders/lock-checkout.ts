import type { Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import type { CheckoutPayment } from '../payments/checkout-payment';
import { dueToday, type FrozenItem, frozenSubtotal, readFrozenItems } from './frozen-items';

export type LockedCheckout = {
  id: string;
  customerId: string | null;
  email: string;
  name: string | null;
  company: string | null;
  vatId: string | null;
  newPasswordHash: string | null;
  currency: string;
  items: FrozenItem[];
};

/**
 * Holds the checkout until the transaction ends, so that the payment event, the reconcile job and a second event about
 * the same payment take turns. `undefined`: not ours, or paid through another session than the one we opened (null: none).
 */
export async function lockCheckout(
  tx: Tx,
  told: { checkoutId: string; sessionId: string | null },
): Promise<LockedCheckout | undefined> {
  if (!isUuid(told.checkoutId)) return undefined;
  await tx.$queryRaw`SELECT 1 FROM checkout WHERE id = ${told.checkoutId}::uuid FOR UPDATE`;
  const row = await tx.checkout.findUnique({ where: { id: told.checkoutId } });
  if (!row) return undefined;
  if (row.stripeSessionId === null && told.sessionId !== null) {
    // Paid before we had noted the session: the process ended between the two.
    await tx.checkout.update({ where: { id: row.id }, data: { stripeSessionId: told.sessionId } });
  } else if (row.stripeSessionId !== told.sessionId) return undefined;
  return { ...row, items: readFrozenItems(row.items) };
}

/**
 * Whether Stripe was paid for what we sold: our prices and quantities line by line, our currency, and a total that is
 * their sum less discount, plus tax where that comes on top. Presented amounts in another currency play no part.
 */
export function isPaymentFor(checkout: Pick<LockedCheckout, 'items' | 'currency'>, payment: CheckoutPayment): boolean {
  const { subtotalAmount, discountAmount, taxAmount, totalAmount, lines } = payment;
  const taxOnTop = payment.invoice?.taxIsIncluded ? 0 : taxAmount;
  return (
    payment.currency === checkout.currency &&
    subtotalAmount === frozenSubtotal(checkout.items) &&
    totalAmount === subtotalAmount - discountAmount + taxOnTop &&
    lines.length === checkout.items.length &&
    lines.every((line, index) => {
      const item = checkout.items[index];
      return (
        item !== undefined &&
        line.position === index &&
        line.quantity === item.quantity &&
        line.subtotalAmount === dueToday(item)
      );
    }) &&
    lines.reduce((sum, line) => sum + line.totalAmount, 0) === totalAmount
  );
}
