import { recordAudit } from '../audit/record-audit';
import { now } from '../clock';
import { type Entry, entryOf } from '../customers/session';
import { inTransaction } from '../db/client';
import { checkoutTokenDigest, isCheckoutToken } from './checkout-token';

const CLAIM_MS = 60 * 60_000;

/** A thank-you address stays in a browser's history; for an hour only is it more than a receipt. */
export function mayClaim(placedAt: Date, at: Date): boolean {
  return at.getTime() - placedAt.getTime() < CLAIM_MS;
}

/**
 * The customer that this checkout made, once and within the hour, so that the browser that bought may be signed in. Of two
 * at the same instant one gets it. Never an account that was there before: its address proves nothing about who typed it.
 */
export async function claimNewAccount(
  token: string,
  from: { address?: string; at?: Date } = {},
): Promise<Entry | undefined> {
  if (!isCheckoutToken(token)) return undefined;
  const at = from.at ?? now();
  return inTransaction(async (tx) => {
    const placedAt = { gt: new Date(at.getTime() - CLAIM_MS) };
    const mine = { tokenDigest: checkoutTokenDigest(token), createdCustomer: true, order: { placedAt } };
    const found = await tx.checkout.findFirst({ where: mine, select: { id: true, customerId: true } });
    if (!found?.customerId) return undefined;
    const { customerId, id } = found;
    const taken = await tx.checkout.updateMany({
      where: { id, createdCustomer: true },
      data: { createdCustomer: false },
    });
    if (taken.count === 0) return undefined;
    const actor = { kind: 'customer' as const, id: customerId, via: `checkout:${id}`, address: from.address ?? '' };
    await recordAudit(tx, { at, actor, action: 'customer.claim', objectKind: 'customer', objectId: customerId });
    return entryOf(tx, customerId);
  });
}
