import { isPassing } from './passing-failure';
import { findInvoiceOfPayment } from './read-subscription-standing';
import { stripe } from './stripe-client';

export type PaymentDocument =
  | { ok: true; url: string }
  /** Stripe has none for this payment, or could not be asked. */
  | { ok: false; reason: 'no_document' | 'payments_unreachable' };

/**
 * Where Stripe shows its own invoice, or else its receipt, of a payment. Whoever has the address may read the document, so
 * it is asked for at the click and never kept or logged.
 */
export async function findPaymentDocument(paymentIntentId: string): Promise<PaymentDocument> {
  try {
    const url = (await invoicePage(paymentIntentId)) ?? (await receiptPage(paymentIntentId));
    return url ? { ok: true, url } : { ok: false, reason: 'no_document' };
  } catch (error) {
    if (isPassing(error)) return { ok: false, reason: 'payments_unreachable' };
    throw error;
  }
}

async function invoicePage(paymentIntentId: string): Promise<string | undefined> {
  const invoiceId = await findInvoiceOfPayment(paymentIntentId);
  if (!invoiceId) return undefined;
  const invoice = await stripe().invoices.retrieve(invoiceId);
  return invoice.hosted_invoice_url ?? undefined;
}

async function receiptPage(paymentIntentId: string): Promise<string | undefined> {
  const { data } = await stripe().charges.list({ payment_intent: paymentIntentId, limit: 1 });
  return data[0]?.receipt_url ?? undefined;
}
