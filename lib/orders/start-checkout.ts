import type { CartLine } from '../catalog/cart-lines';
import { type PricedCart, priceCart } from '../catalog/price-cart';
import { now } from '../clock';
import { readEmailAddress } from '../customers/email-address';
import { db } from '../db/client';
import { env } from '../env';
import { openCheckout } from '../payments/open-checkout';
import { readStoreSettings } from '../settings/store-settings';
import { checkoutTokenDigest, isCheckoutToken } from './checkout-token';
import { type FrozenItem, freezeLine, readFrozenItems } from './frozen-items';
import { freezeTax, readFrozenTax } from './frozen-tax';

export type CheckoutWish = {
  /** From `newCheckoutToken`, made when the form was shown. */
  formToken: string;
  /** Plan numbers and quantities. Prices are read from the catalogue. */
  lines: CartLine[];
  buyer:
    | { kind: 'customer'; customerId: string }
    /** `newPasswordHash` from `hashPassword`; used only if the payment makes an account. */
    | { kind: 'guest'; email: string; name?: string; newPasswordHash?: string };
  company?: string;
  vatId?: string;
  at?: Date;
};

export type StartCheckoutResult =
  /** Send the browser there: the payment page, or the thank-you page when this form has been paid already. */
  | { ok: true; payUrl: string }
  | {
      ok: false;
      reason:
        | 'cart_empty'
        | 'plan_gone'
        | 'mixed_currencies'
        | 'subscription_unavailable'
        | 'email_invalid'
        | 'customer_not_found'
        /** The form was used for another cart or its page has expired: show it afresh. */
        | 'form_stale'
        | 'payments_unreachable';
    };

type Refusal = Extract<StartCheckoutResult, { ok: false }>;
type Buyer = { customerId: string | null; email: string; name: string | null; newPasswordHash: string | null };

const OPEN_FOR_MS = 24 * 3_600_000;

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
  const items = cart.lines.map(freezeLine);
  const checkout = await findOrAddCheckout(wish, buyer, { items, currency: cart.currency, at });
  if (!isSameWish(checkout, buyer, items)) return { ok: false, reason: 'form_stale' };
  return payUrlOf(checkout, wish.formToken);
}

/** Where the buyer waits for, and later finds, the order of a checkout. */
export function thanksUrl(token: string): string {
  return `${env().publicUrl}/checkout/thanks?token=${token}`;
}

async function readBuyer(buyer: CheckoutWish['buyer']): Promise<Buyer | Refusal> {
  if (buyer.kind === 'guest') {
    const read = readEmailAddress(buyer.email);
    if (!read.ok) return { ok: false, reason: 'email_invalid' };
    const name = buyer.name?.trim() || null;
    return { customerId: null, email: read.address, name, newPasswordHash: buyer.newPasswordHash ?? null };
  }
  const customer = await db().customer.findFirst({ where: { id: buyer.customerId, disabledAt: null } });
  if (!customer) return { ok: false, reason: 'customer_not_found' };
  return { customerId: customer.id, email: customer.email, name: customer.name, newPasswordHash: null };
}

function refuseCart(lines: CartLine[], cart: PricedCart): Refusal | undefined {
  if (lines.length === 0) return { ok: false, reason: 'cart_empty' };
  if (cart.goneNumbers.length > 0) return { ok: false, reason: 'plan_gone' };
  if (cart.obstacle === 'mixed_currencies') return { ok: false, reason: 'mixed_currencies' };
  const recurs = cart.lines.some(({ plan }) => plan.billingInterval !== null);
  return recurs ? { ok: false, reason: 'subscription_unavailable' } : undefined;
}

async function findOrAddCheckout(
  wish: CheckoutWish,
  buyer: Buyer,
  facts: { items: FrozenItem[]; currency: string; at: Date },
) {
  const tokenDigest = checkoutTokenDigest(wish.formToken);
  const row = {
    ...buyer,
    tokenDigest,
    company: wish.company?.trim() || null,
    vatId: wish.vatId?.trim() || null,
    items: facts.items,
    tax: freezeTax(await readStoreSettings()),
    currency: facts.currency,
    createdAt: facts.at,
    expiresAt: new Date(facts.at.getTime() + OPEN_FOR_MS),
  };
  // The second of two presses finds the row of the first, whose prices then stand.
  await db().checkout.createMany({ data: [row], skipDuplicates: true });
  return db().checkout.findUniqueOrThrow({ where: { tokenDigest } });
}

type CheckoutRow = Awaited<ReturnType<typeof findOrAddCheckout>>;

function isSameWish(checkout: CheckoutRow, buyer: Buyer, items: FrozenItem[]): boolean {
  const wanted = (list: FrozenItem[]) => list.map(({ planId, quantity }) => `${planId}:${quantity}`).join();
  // After fulfilment a guest's checkout may name the account that was made, so the guest is known by address alone.
  const sameBuyer = buyer.customerId ? checkout.customerId === buyer.customerId : checkout.email === buyer.email;
  return sameBuyer && wanted(readFrozenItems(checkout.items)) === wanted(items);
}

async function payUrlOf(checkout: CheckoutRow, token: string): Promise<StartCheckoutResult> {
  if (checkout.status === 'expired' || checkout.status === 'failed') return { ok: false, reason: 'form_stale' };
  if (checkout.status !== 'open') return { ok: true, payUrl: thanksUrl(token) };
  if (checkout.stripeSessionUrl) return { ok: true, payUrl: checkout.stripeSessionUrl };
  const opened = await openCheckout({
    checkoutId: checkout.id,
    email: checkout.email,
    currency: checkout.currency,
    items: readFrozenItems(checkout.items),
    tax: readFrozenTax(checkout.tax),
    successUrl: thanksUrl(token),
    cancelUrl: `${env().publicUrl}/checkout`,
  });
  if (!opened.ok) return { ok: false, reason: 'payments_unreachable' };
  await db().checkout.update({
    where: { id: checkout.id },
    data: { stripeSessionId: opened.sessionId, stripeSessionUrl: opened.payUrl },
  });
  return { ok: true, payUrl: opened.payUrl };
}
