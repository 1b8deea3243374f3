import { type Actor, recordAudit } from '../audit/record-audit';
import { mailOneUseLink } from '../customers/mail-one-use-link';
import type { Tx } from '../db/client';
import type { CheckoutPayment } from '../payments/checkout-payment';
import type { LockedCheckout } from './lock-checkout';

/** The audit's word for an order that waits; the thank-you page looks for it. */
export const AWAIT_PROOF = 'checkout.await_proof';

const WAITS_MS = 30 * 86_400_000;

/**
 * Whether an order must wait until the address of its account is proven: somebody who was not signed in has paid nothing for
 * it, so it may neither close the account to whoever opened it nor hand them its keys (ADR 0111). The address is mailed once;
 * the checkout stays open, so that whatever looks at it next places the order as soon as it may. After 30 days nothing looks.
 */
export async function awaitsProof(
  tx: Tx,
  { checkout, payment, at, actor }: { checkout: LockedCheckout; payment: CheckoutPayment; at: Date; actor: Actor },
): Promise<boolean> {
  if (checkout.customerId !== null || !costsNothing(payment)) return false;
  const { email, id } = checkout;
  const open = { email, emailVerifiedAt: null, role: 'customer' } as const;
  const customer = await tx.customer.findFirst({ where: open, select: { id: true, email: true } });
  if (!customer) return false;
  const object = { objectKind: 'checkout', objectId: id };
  const begun = await tx.auditEntry.findFirst({ where: { ...object, action: AWAIT_PROOF }, select: { at: true } });
  if (!begun) {
    await tx.checkout.update({ where: { id }, data: { newPasswordHash: null } });
    const client = { kind: 'client', address: '' } as const;
    await mailOneUseLink(tx, { customer, purpose: 'verify_email', actor: client, occasion: 'order_waits' }, at);
    await recordAudit(tx, { at, actor, action: AWAIT_PROOF, ...object });
  } else if (at.getTime() - begun.at.getTime() > WAITS_MS) {
    await tx.checkout.update({ where: { id }, data: { status: 'expired', stripeSessionUrl: null } });
  }
  return true;
}

/** Paid on the public payment page with nothing, and its subscription, if it began one, is still in that first period. */
function costsNothing({ sessionId, totalAmount, subscription }: CheckoutPayment): boolean {
  if (sessionId === null || totalAmount > 0) return false;
  if (subscription?.standing.status !== 'active') return true;
  const firstEnd = Math.max(...subscription.invoice.lines.map(({ endsAt }) => endsAt.getTime()));
  return subscription.standing.items.every(({ periodEndsAt }) => periodEndsAt.getTime() <= firstEnd);
}
