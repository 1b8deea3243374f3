import type Stripe from 'stripe';
import type { Double } from './double';
import { customerDetails } from './make-session';
import type { StoredSession } from './state';

/** The session is done, and the store hears of it. */
export function completeSession(
  double: Double,
  stored: StoredSession,
  paymentStatus: Stripe.Checkout.Session.PaymentStatus,
): void {
  const { session } = stored;
  session.status = 'complete';
  session.payment_status = paymentStatus;
  session.customer_details ??= customerDetails('');
  session.url = null;
  double.announce('checkout.session.completed', session);
}
