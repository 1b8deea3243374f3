import { db } from '../db/client';
import { env } from '../env';
import { type CheckAccountResult, checkAccount } from '../payments/check-account';
import { isLivemode } from '../payments/stripe-client';

export type CheckPaymentsResult =
  | { mode: 'demo' }
  /** `lastEventAt`: when Stripe's last delivery was taken, which only its webhook brings. */
  | { mode: 'stripe'; account: CheckAccountResult; lastEventAt: Date | undefined };

/** Which kind of money this store takes, and where Stripe sends its events. */
export function paymentsStanding(): { mode: 'demo' | 'test' | 'live'; webhookUrl: string } {
  const { payments, publicUrl } = env();
  const webhookUrl = `${publicUrl}/api/stripe/webhook`;
  if (payments.mode === 'demo') return { mode: 'demo', webhookUrl };
  return { mode: isLivemode() ? 'live' : 'test', webhookUrl };
}

/** Tries the connection to Stripe: whose key it is, and whether events arrive. Demo payments have nothing to try. */
export async function checkPayments(): Promise<CheckPaymentsResult> {
  if (env().payments.mode === 'demo') return { mode: 'demo' };
  const account = await checkAccount();
  const last = await db().paymentEvent.findFirst({ orderBy: { receivedAt: 'desc' }, select: { receivedAt: true } });
  return { mode: 'stripe', account, lastEventAt: last?.receivedAt };
}
