import Stripe from 'stripe';
import { isLivemode, stripe, stripeConnection } from './stripe-client';

export type CheckAccountResult =
  | { ok: true; account: string; isLive: boolean; takesPayments: boolean; hasWebhookSecret: boolean }
  /** `detail`: Stripe's own words, without the key. */
  | { ok: false; reason: 'payments_unreachable' | 'key_refused' | 'payments_refused'; detail: string };

/**
 * Asks Stripe whose key this is. Changes nothing there. Bounded by the client's time limit of five seconds and its one
 * repetition.
 */
export async function checkAccount(): Promise<CheckAccountResult> {
  const { secretKey, webhookSecret } = stripeConnection();
  try {
    const account = await stripe().accounts.retrieveCurrent();
    return {
      ok: true,
      account: nameOf(account),
      isLive: isLivemode(),
      takesPayments: account.charges_enabled === true,
      hasWebhookSecret: webhookSecret !== '',
    };
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error;
    return { ok: false, reason: reasonOf(error), detail: error.message.replaceAll(secretKey, '•••') };
  }
}

function nameOf(account: Stripe.Account): string {
  return account.settings?.dashboard?.display_name || account.business_profile?.name || account.email || account.id;
}

function reasonOf(error: Stripe.errors.StripeError) {
  if (error instanceof Stripe.errors.StripeAuthenticationError) return 'key_refused';
  const { StripeConnectionError, StripeAPIError } = Stripe.errors;
  const isAway = error instanceof StripeConnectionError || error instanceof StripeAPIError;
  return isAway ? 'payments_unreachable' : 'payments_refused';
}
