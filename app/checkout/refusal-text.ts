import type { StartCheckoutResult } from '@/lib/orders/start-checkout';
import { type TextKey, text } from '../_texts/text';

type Refusal = Extract<StartCheckoutResult, { ok: false }>;

// A new refusal without a text is a type error.
const KEYS: Record<Exclude<Refusal['reason'], 'too_many_attempts'>, TextKey> = {
  cart_empty: 'checkout.error.cartEmpty',
  plan_gone: 'checkout.error.planGone',
  mixed_currencies: 'checkout.error.mixedCurrencies',
  mixed_intervals: 'checkout.error.mixedIntervals',
  email_invalid: 'checkout.error.email',
  customer_not_found: 'checkout.error.customerGone',
  form_stale: 'checkout.error.formStale',
  payments_unreachable: 'checkout.error.payments',
};

/** What the buyer reads for a refusal. */
export function refusalText(refusal: Refusal): string {
  if (refusal.reason !== 'too_many_attempts') return text(KEYS[refusal.reason]);
  return text('checkout.error.tooMany', { count: Math.ceil(refusal.retryAfterSeconds / 60) });
}
