import type { StartCheckoutResult } from '@/lib/orders/start-checkout';
import type { TextKey } from '../_texts/text';

type Reason = Extract<StartCheckoutResult, { ok: false }>['reason'];

/** What the buyer reads for each refusal; a new refusal without a text is a type error. */
export const refusalText: Record<Reason, TextKey> = {
  cart_empty: 'checkout.error.cartEmpty',
  plan_gone: 'checkout.error.planGone',
  mixed_currencies: 'checkout.error.mixedCurrencies',
  mixed_intervals: 'checkout.error.mixedIntervals',
  email_invalid: 'checkout.error.email',
  customer_not_found: 'checkout.error.customerGone',
  form_stale: 'checkout.error.formStale',
  payments_unreachable: 'checkout.error.payments',
};
