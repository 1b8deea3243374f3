import type { CartLine } from '../catalog/cart-lines';
import { type PricedCart, priceCart } from '../catalog/price-cart';
import { now } from '../clock';
import { readEmailAddress } from '../customers/email-address';
import { hashPassword } from '../customers/password';
import { db } from '../db/client';
import { isCheckoutToken } from './checkout-token';
import { type FrozenItem, freezeLine, readFrozenItems } from './frozen-items';
import { takePaymentPage } from './limit-payment-pages';
import { type KeptCheckout, keepCheckout, type PaymentPage, paymentPageOf } from './open-payment-page';
import { offeredTrial } from './subscriptions/offered-trial';

export type CheckoutWish = {
  /** From `newCheckoutToken`, made when the form was shown. */
  formToken: string;
  /** Plan numbers and quantities. Prices are read from the catalogue. */
  lines: CartLine[];
  buyer:
    | { kind: 'customer'; customerId: string }
    /** `newPassword` was found acceptable; used only if the payment makes an account. */
    | { kind: 'guest'; email: string; name?: string; newPassword?: string };
  /** The network address of a guest's browser, which is what their tries are counted for. */
  address: string;
  company?: string;
  vatId?: string;
  at?: Date;
};

export type StartCheckoutResult =
  | PaymentPage
  | {
      ok: false;
      reason:
        | 'cart_empty'
        | 'plan_gone'
        | 'mixed_currencies'
        /** Plans paid by month and by year: they cannot be one bill. */
        | 'mixed_intervals'
        | 'email_invalid'
        | 'customer_not_found'
        /** The form was used for another cart. */
        | 'form_stale';
    }
  | { ok: false; reason: 'too_many_attempts'; retryAfterSeconds: number };

type Refusal = Extract<StartCheckoutResult, { ok: false }>;
type Buyer = { customerId: string | null; email: string; name: string | null };

/**
 * Freezes the cart at today's prices and opens its payment page. Pressing Pay twice, also at the same instant, gives the
 * same checkout and the same page. Whether an address has an account cannot be told from the answer.
 */
export async function startCheckout(wish: CheckoutWish): Promise<StartCheckoutResult> {
  const at = wish.at ?? now();
  if (!isCheckoutToken(wish.formToken)) return { ok: false, reason: 'form_stale' };
  const buyer = await readBuyer(wish.buyer);
  if ('reason' in buyer) return buyer;
  const cart = await priceCart(wish.lines, at);
  const refusal = refuseCart(wish.lines, cart);
  if (refusal) return refusal;
  const taken = await takePaymentPage(wish.buyer.kind === 'guest' ? wish : wish.buyer, at);
  if (!taken.ok) return taken;
  const trialDays = await offeredTrial(cart, buyer.customerId);
  const items = cart.lines.map((line) => freezeLine(line, trialDays));
  const checkout = await keepWish(wish, buyer, { items, currency: cart.currency, at });
  if (!isSameWish(checkout, buyer, items)) return { ok: false, reason: 'form_stale' };
  return paymentPageOf(checkout, wish.formToken, '/checkout');
}

async function readBuyer(buyer: CheckoutWish['buyer']): Promise<Buyer | Refusal> {
  if (buyer.kind === 'guest') {
    const read = readEmailAddress(buyer.email);
    if (!read.ok) return { ok: false, reason: 'email_invalid' };
    const name = buyer.name?.trim() || null;
    return { customerId: null, email: read.address, name };
  }
  const customer = await db().customer.findFirst({
    where: { id: buyer.customerId, disabledAt: null, deletedAt: null },
  });
  if (!customer) return { ok: false, reason: 'customer_not_found' };
  return { customerId: customer.id, email: customer.email, name: customer.name };
}

function refuseCart(lines: CartLine[], cart: PricedCart): Refusal | undefined {
  if (lines.length === 0) return { ok: false, reason: 'cart_empty' };
  if (cart.goneNumbers.length > 0) return { ok: false, reason: 'plan_gone' };
  return cart.obstacle ? { ok: false, reason: cart.obstacle } : undefined;
}

async function keepWish(wish: CheckoutWish, buyer: Buyer, facts: { items: FrozenItem[]; currency: string; at: Date }) {
  const { formToken, company, vatId } = wish;
  const newPassword = wish.buyer.kind === 'guest' ? wish.buyer.newPassword : undefined;
  return keepCheckout({
    ...buyer,
    ...facts,
    formToken,
    newPasswordHash: newPassword === undefined ? null : await hashPassword(newPassword),
    company: company?.trim() || null,
    vatId: vatId?.trim() || null,
  });
}

function isSameWish(checkout: KeptCheckout, buyer: Buyer, items: FrozenItem[]): boolean {
  const wanted = (list: FrozenItem[]) => list.map(({ planId, quantity }) => `${planId}:${quantity}`).join();
  // After fulfilment a guest's checkout may name the account that was made, so the guest is known by address alone.
  const sameBuyer = buyer.customerId ? checkout.customerId === buyer.customerId : checkout.email === buyer.email;
  return sameBuyer && wanted(readFrozenItems(checkout.items)) === wanted(items);
}
