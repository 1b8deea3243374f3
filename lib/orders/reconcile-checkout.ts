import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { readCheckoutStanding } from '../payments/read-checkout-standing';
import { applyPaymentEvent } from './apply-payment-event';

/**
 * Looks at Stripe now and brings the checkout to what it says there. The thank-you page asks for it when the browser is
 * back before the payment event; the job asks for checkouts whose events never came. Throws when Stripe cannot be reached.
 */
export async function reconcileCheckout(checkoutId: string, at: Date = now()): Promise<string> {
  const checkout = await db().checkout.findUnique({ where: { id: checkoutId } });
  const isUndecided = checkout?.status === 'open' || checkout?.status === 'awaiting_payment';
  if (!checkout?.stripeSessionId || !isUndecided) return 'nothing_to_do';
  const standing = await readCheckoutStanding(checkout.stripeSessionId);
  if (!standing || standing.kind === 'open') return 'still_open';
  return inTransaction((tx) =>
    applyPaymentEvent(tx, standing, { at, actor: { kind: 'system', via: `reconcile:${checkoutId}` } }),
  );
}

const GRACE_MS = 10 * 60_000;
const PAGE = 100;

/**
 * The safety net behind the payment events: looks at every undecided checkout that is older than ten minutes. One that
 * cannot be looked at does not keep the others waiting. Returns how many were decided and how many could not be read.
 */
export async function reconcileCheckouts(at: Date = now()): Promise<{ decided: number; failed: number }> {
  const count = { decided: 0, failed: 0 };
  await closeNeverOpened(at);
  for (let after = ''; ; ) {
    const page = await undecidedAfter(after, at);
    for (const { id } of page) {
      try {
        const outcome = await reconcileCheckout(id, at);
        if (outcome !== 'still_open' && outcome !== 'nothing_to_do') count.decided += 1;
      } catch {
        count.failed += 1;
      }
    }
    after = page.at(-1)?.id ?? '';
    if (page.length < PAGE) return count;
  }
}

function undecidedAfter(after: string, at: Date) {
  return db().checkout.findMany({
    where: {
      status: { in: ['open', 'awaiting_payment'] },
      stripeSessionId: { not: null },
      createdAt: { lt: new Date(at.getTime() - GRACE_MS) },
      ...(after ? { id: { gt: after } } : {}),
    },
    orderBy: { id: 'asc' },
    take: PAGE,
    select: { id: true },
  });
}

// The payment page could not be opened, and the buyer went away.
async function closeNeverOpened(at: Date): Promise<void> {
  await db().checkout.updateMany({
    where: { status: 'open', stripeSessionId: null, expiresAt: { lt: at } },
    data: { status: 'expired', newPasswordHash: null },
  });
}
