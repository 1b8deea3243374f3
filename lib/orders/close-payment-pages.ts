import { now } from '../clock';
import { db } from '../db/client';
import { expireCheckout } from '../payments/expire-checkout';
import { isPassing } from '../payments/passing-failure';
import { reconcileCheckout } from './reconcile-checkout';

export type ClosePaymentPagesResult = { ok: true } | { ok: false; reason: 'payments_unreachable' };

const MOST = 50;

/**
 * Closes the payment pages that this customer opened and has not paid on (at most 50). What was paid meanwhile becomes its
 * order, as always. Done again, it goes on where it stopped.
 */
export async function closePaymentPages(of: { customerId: string; at?: Date }): Promise<ClosePaymentPagesResult> {
  const { customerId, at = now() } = of;
  const open = await db().checkout.findMany({
    where: { customerId, status: 'open', stripeSessionId: { not: null } },
    orderBy: { createdAt: 'asc' },
    take: MOST,
    select: { id: true, stripeSessionId: true },
  });
  try {
    for (const { id, stripeSessionId } of open) {
      if (stripeSessionId) await expireCheckout(stripeSessionId);
      await reconcileCheckout(id, at);
    }
    return { ok: true };
  } catch (error) {
    if (isPassing(error)) return { ok: false, reason: 'payments_unreachable' };
    throw error;
  }
}
