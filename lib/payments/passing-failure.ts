import Stripe from 'stripe';

/**
 * True when Stripe is down, slow or busy. What was asked may have been done all the same, so it is asked again only under
 * the same Idempotency-Key.
 */
export function isPassing(error: unknown): boolean {
  const { StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors;
  return [StripeConnectionError, StripeAPIError, StripeRateLimitError].some((kind) => error instanceof kind);
}
