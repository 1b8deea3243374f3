import { db } from '../db/client';
import { isUuid } from '../db/uuid';
import { findPaymentDocument, type PaymentDocument } from '../payments/find-payment-document';

/** Stripe's own document of an order that was paid there. `customerId` limits it to that person's orders. */
export async function findInvoiceDocument(which: { orderId: string; customerId?: string }): Promise<PaymentDocument> {
  const { orderId, customerId } = which;
  if (!isUuid(orderId)) return { ok: false, reason: 'no_document' };
  const payment = await db().payment.findFirst({
    where: {
      status: 'succeeded',
      stripePaymentIntentId: { not: null },
      order: { id: orderId, ...(customerId ? { customerId } : {}) },
    },
    orderBy: { createdAt: 'asc' },
    select: { stripePaymentIntentId: true },
  });
  if (!payment?.stripePaymentIntentId) return { ok: false, reason: 'no_document' };
  return findPaymentDocument(payment.stripePaymentIntentId);
}
