import Stripe from 'stripe';

/**
 * True when Stripe is down, slow or busy, also with the first of two requests under one Idempotency-Key (its 409 is one of
 * the SDK's API errors). What was asked may have been done all the same, so it is asked again only under the same key.
 */
export function isPassing(error: unknown): boolean {
  const { StripeConnectionError, StripeAPIError, StripeRateLimitError } = Stripe.errors;
  return [StripeConnectionError, StripeAPIError, StripeRateLimitError].some((kind) => error instanceof kind);
}
