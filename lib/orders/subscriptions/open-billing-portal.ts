import { openPortalPage } from '../../payments/update-subscription';
import { findSubscription, type SubscriptionAsk } from './ask-stripe';

export type OpenBillingPortalResult =
  | { ok: true; url: string }
  | { ok: false; reason: 'subscription_not_found' | 'payments_unreachable' };

/**
 * Opens Stripe's page of the customer behind a subscription: card, invoices, cancelling. Its address opens the page for
 * whoever has it, so it is made for each visit and goes to the owner's browser only. `returnUrl` is an address of this store.
 */
export async function openBillingPortal(
  ask: Pick<SubscriptionAsk, 'subscriptionId' | 'actor'> & { customerId: string; returnUrl: string },
): Promise<OpenBillingPortalResult> {
  const row = await findSubscription({ ...ask, owner: { customerId: ask.customerId } });
  if (!row?.stripeCustomerId) return { ok: false, reason: 'subscription_not_found' };
  const page = await openPortalPage(row.stripeCustomerId, ask.returnUrl);
  return page ? { ok: true, url: page.url } : { ok: false, reason: 'payments_unreachable' };
}
