import { nameDelivery } from './find-fault';

// Anybody may call the webhook unsigned; a wrong secret refuses Stripe's own calls just as often. Both need one line.
const AGAIN_MS = 60_000;

const saidAt = new Map<string, number>();

// A console is all a page has; the process puts what is said on it into its log (ADR 0117).

/** Says that a delivery was not believed, about once a minute for each reason. */
export function reportRefused(reason: 'signature_invalid' | 'wrong_livemode'): void {
  const last = saidAt.get(reason);
  if (last !== undefined && performance.now() - last < AGAIN_MS) return;
  saidAt.set(reason, performance.now());
  console.warn('stripe_webhook.refused', { reason, remedy: REMEDIES[reason] });
}

/** Says which event could not be dealt with: why, when its sender is at fault, else the error. */
export function reportFailed(body: string, cause: unknown): void {
  if (typeof cause === 'string') console.warn('stripe_webhook.malformed', nameDelivery(body), { fault: cause });
  else console.error('stripe_webhook.failed', nameDelivery(body), cause);
}

const REMEDIES = {
  signature_invalid: 'STRIPE_WEBHOOK_SECRET is not the signing secret of this endpoint, or the call is not from Stripe',
  wrong_livemode: 'the endpoint and STRIPE_SECRET_KEY are of different modes, test and live',
};
