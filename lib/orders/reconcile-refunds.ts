import { now } from '../clock';
import { inTransaction } from '../db/client';
import { readCheckoutStanding, readRefunds } from '../payments/read-checkout-standing';
import type { PaymentEvent } from '../payments/read-payment-event';
import { readInvoiceStanding } from '../payments/read-subscription-standing';
import { applyPaymentEvent } from './apply-payment-event';
import { type RefundableOrder, stripePaymentOf } from './read-refundable';

/**
 * Brings a paid order to what Stripe says of its refunds now, without waiting for the event, which then finds nothing to
 * do. Throws when Stripe cannot be reached.
 */
export async function reconcileRefunds(order: RefundableOrder, at: Date = now()): Promise<void> {
  const paid = stripePaymentOf(order);
  const news = paid && (await readNews(paid));
  if (!news) return;
  const actor = { kind: 'system' as const, via: `reconcile:${order.id}` };
  await inTransaction((tx) => applyPaymentEvent(tx, news, { at, actor }));
}

async function readNews({
  paymentIntentId,
  paidIn,
}: NonNullable<ReturnType<typeof stripePaymentOf>>): Promise<PaymentEvent | undefined> {
  if ('invoiceId' in paidIn) {
    const news = await readInvoiceStanding(paidIn.invoiceId);
    return news && { kind: 'invoice_refunded', ...news, refunds: await readRefunds(paymentIntentId) };
  }
  const standing = await readCheckoutStanding(paidIn.sessionId, { withRefunds: true });
  return standing?.kind === 'refunded' ? standing : undefined;
}
