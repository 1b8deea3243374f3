import { addressBlock } from '../address-block';
import { type TakeAttemptResult, takeAttempt } from '../customers/attempt-limit';

// Each page is a session at Stripe that the store asks about until it is decided, and Stripe's own rate is shared by all
// buyers. A company behind one address buys less than this.
const PAGES = { name: 'checkout.page', tries: 100, withinMs: 10 * 60_000 };
const LOOKS = { name: 'checkout.look', tries: 20, withinMs: 60_000 };

/** Who wants a payment page: somebody signed in by their account, a guest by their network address. */
export type PageWisher = { customerId: string } | { address: string };

/** Counts one wish for a payment page: 100 in ten minutes. Pressing Pay again counts too. */
export function takePaymentPage(wisher: PageWisher, at: Date): Promise<TakeAttemptResult> {
  const subject = 'customerId' in wisher ? wisher.customerId : addressBlock(wisher.address);
  return takeAttempt([{ limit: PAGES, subject }], at);
}

/** Whether Stripe may be asked once more what became of a checkout because somebody looks at it: 20 times a minute. */
export async function takeLook(checkoutId: string, at: Date): Promise<boolean> {
  const taken = await takeAttempt([{ limit: LOOKS, subject: checkoutId }], at);
  return taken.ok;
}
