import type Stripe from 'stripe';
import type { BegunSubscription, CheckoutLine, CheckoutPayment, CheckoutStanding } from './checkout-payment';
import { readInvoiceStanding } from './read-subscription-standing';

type Begun = { payment: CheckoutPayment; begun: BegunSubscription };

/** A completed session that began a subscription: what its first invoice paid. Throws when it has none that is ours. */
export async function readBegunSubscription(
  session: Stripe.Checkout.Session,
  payment: CheckoutPayment,
): Promise<Begun> {
  const invoiceId = typeof session.invoice === 'string' ? session.invoice : session.invoice?.id;
  const news = invoiceId ? await readInvoiceStanding(invoiceId) : undefined;
  // Without it the sale would look like one for good.
  if (!news) throw new Error(`Session ${session.id} began no subscription of this store`);
  const { invoice, subscription: standing } = news;
  const begun = { standing, invoice, priceIds: pricesOf(payment.lines) };
  return { begun, payment: { ...payment, paymentIntentId: invoice.paymentIntentId, subscription: begun } };
}

/** How the checkout stands; its refunds are told by its invoice. */
export function standingOfBegun(session: Stripe.Checkout.Session, { payment, begun }: Begun): CheckoutStanding {
  if (session.payment_status !== 'unpaid') return { kind: 'paid', payment };
  return { kind: begun.standing.status === 'ended' ? 'payment_failed' : 'awaiting_payment', payment };
}

function pricesOf(lines: CheckoutLine[]): Map<number, string> {
  return new Map(lines.flatMap(({ position, priceId }) => (priceId ? [[position, priceId]] : [])));
}
