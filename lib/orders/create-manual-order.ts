import { type Actor, recordAudit } from '../audit/record-audit';
import type { CartLine } from '../catalog/cart-lines';
import { type PricedCart, priceCart } from '../catalog/price-cart';
import { now } from '../clock';
import { findCustomerByEmail } from '../customers/create-customer';
import { readEmailAddress } from '../customers/email-address';
import { inTransaction, type Tx } from '../db/client';
import { isUuid } from '../db/uuid';
import { checkoutTokenDigest } from './checkout-token';
import { freezeLine } from './frozen-items';
import { fulfillOrder } from './fulfill-order';
import { type OutsidePayment, outsidePayment } from './outside-payment';

export type ManualOrderWish = {
  /** Made when the form was shown: the same form sent twice is one order. */
  requestId: string;
  email: string;
  /** For a new account only. */
  name?: string;
  lines: CartLine[];
  paid: OutsidePayment;
};

export type CreateManualOrderResult =
  | { ok: true; orderNumber: number; isNew: boolean }
  | {
      ok: false;
      reason:
        | 'request_invalid'
        | 'email_invalid'
        | 'customer_disabled'
        | 'cart_empty'
        | 'plan_gone'
        | 'mixed_currencies'
        | 'subscription_unavailable'
        | 'amount_invalid'
        /** More than the plans and the tax come to: it could not be said what the rest is for. */
        | 'amount_too_large';
    };

type Refusal = Extract<CreateManualOrderResult, { ok: false }>;

/**
 * An order whose money did not come through Stripe, or that is given away. It goes the way of every paid order
 * (`fulfillOrder`): the same keys, the same mail, the same audit, and for a new address the same new account.
 */
export async function createManualOrder(
  wish: ManualOrderWish,
  by: { actor: Actor; at?: Date },
): Promise<CreateManualOrderResult> {
  const at = by.at ?? now();
  const read = readEmailAddress(wish.email);
  if (!isUuid(wish.requestId)) return { ok: false, reason: 'request_invalid' };
  if (!read.ok) return { ok: false, reason: 'email_invalid' };
  const cart = await priceCart(wish.lines, at);
  const refusal = refuseCart(wish, cart);
  if (refusal) return refusal;
  return inTransaction((tx) => writeOrder(tx, { wish, cart, email: read.address }, { actor: by.actor, at }));
}

function refuseCart(wish: ManualOrderWish, cart: PricedCart): Refusal | undefined {
  if (wish.lines.length === 0) return { ok: false, reason: 'cart_empty' };
  if (cart.goneNumbers.length > 0) return { ok: false, reason: 'plan_gone' };
  if (cart.obstacle === 'mixed_currencies') return { ok: false, reason: 'mixed_currencies' };
  if (cart.lines.some(({ plan }) => plan.billingInterval !== null)) {
    return { ok: false, reason: 'subscription_unavailable' };
  }
  if (wish.paid.kind === 'free') return undefined;
  const { amount, taxAmount } = wish.paid;
  if (![amount, taxAmount].every((money) => Number.isSafeInteger(money) && money >= 0) || taxAmount > amount) {
    return { ok: false, reason: 'amount_invalid' };
  }
  return amount > cart.subtotal + taxAmount ? { ok: false, reason: 'amount_too_large' } : undefined;
}

async function writeOrder(
  tx: Tx,
  { wish, cart, email }: { wish: ManualOrderWish; cart: PricedCart; email: string },
  { actor, at }: { actor: Actor; at: Date },
): Promise<CreateManualOrderResult> {
  const known = await findCustomerByEmail(tx, email);
  if (known) {
    const { disabledAt } = await tx.customer.findUniqueOrThrow({ where: { id: known.id } });
    if (disabledAt) return { ok: false, reason: 'customer_disabled' };
  }
  const items = cart.lines.map((line) => freezeLine(line));
  // No thank-you address leads here: a token is never of this form.
  const tokenDigest = checkoutTokenDigest(`manual order ${wish.requestId}`);
  // Nobody: its account is found by the address, and taken back where a stranger may be in it (ADR 0111).
  const row = { tokenDigest, email, name: wish.name?.trim() || null, customerId: null };
  await tx.checkout.createMany({
    data: [{ ...row, items, currency: cart.currency, createdAt: at, expiresAt: at }],
    skipDuplicates: true,
  });
  const checkout = await tx.checkout.findUniqueOrThrow({ where: { tokenDigest }, select: { id: true } });
  const payment = outsidePayment(checkout.id, cart, wish.paid);
  const done = await fulfillOrder(tx, { payment, at, actor });
  if (!('order' in done)) throw new Error(`A manual order could not be fulfilled: ${done.kind}`);
  const { order } = done;
  if (done.kind === 'fulfilled') await notePayment(tx, { order, paid: wish.paid }, { actor, at });
  return { ok: true, orderNumber: order.number, isNew: done.kind === 'fulfilled' };
}

async function notePayment(
  tx: Tx,
  { order, paid }: { order: { id: string; totalAmount: number }; paid: OutsidePayment },
  { actor, at }: { actor: Actor; at: Date },
): Promise<void> {
  const reference = paid.kind === 'free' ? null : paid.reference.trim() || null;
  await tx.payment.updateMany({ where: { orderId: order.id }, data: { reference } });
  await recordAudit(tx, {
    at,
    actor,
    action: 'order.create',
    objectKind: 'order',
    objectId: order.id,
    after: { paid: paid.kind, totalAmount: order.totalAmount, reference },
  });
}
