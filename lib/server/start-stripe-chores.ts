import { compareNightly } from '../orders/reconcile/nightly';
import { reconcileCheckouts } from '../orders/reconcile-checkout';
import { repeat } from './repeat';
import type { StopList } from './stop-list';

// Payment events normally decide a checkout; this is the net below them.
const CHECKOUTS_MS = 5 * 60_000;
// Nothing to do but once a night, or when an admin asked for it.
const COMPARE_MS = 60_000;

/** The nets below the payment events. */
export function startStripeChores(stops: StopList): void {
  stops.add(
    'the look at open checkouts',
    repeat('checkouts.reconcile', CHECKOUTS_MS, () => reconcileCheckouts()),
  );
  stops.add(
    'the comparison with Stripe',
    repeat('stripe.compare', COMPARE_MS, () => compareNightly()),
  );
}
