import Stripe from 'stripe';
import { stripe } from './stripe-client';

/**
 * Closes a payment page at Stripe, so that nobody pays on it any more. One that was paid or is closed stays as it is. Throws
 * when Stripe cannot be reached.
 */
export async function expireCheckout(sessionId: string): Promise<void> {
  try {
    await stripe().checkout.sessions.expire(sessionId);
  } catch (error) {
    // Stripe closes open ones only, and says so.
    if (!(error instanceof Stripe.errors.StripeInvalidRequestError)) throw error;
  }
}
