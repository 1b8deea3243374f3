import { db } from '../db/client';
import { env } from '../env';
import { openCheckout } from '../payments/open-checkout';
import { readStoreSettings } from '../settings/store-settings';
import { checkoutTokenDigest } from './checkout-token';
import { type FrozenItem, readFrozenItems } from './frozen-items';
import { freezeTax, readFrozenTax } from './frozen-tax';

export type PaymentPage =
  /** Send the browser there: the payment page, or the thank-you page when this form has been paid already. */
  | { ok: true; payUrl: string }
  /** form_stale: this form can open no payment page any more, show it afresh. */
  | { ok: false; reason: 'form_stale' | 'payments_unreachable' };

// Whatever page the other words opened, nobody was sent there: Stripe's answer never came, or it would be kept here. A form
// of another token is a checkout of its own.
const whyNotOpened = { payments_unreachable: 'payments_unreachable', asked_otherwise: 'form_stale' } as const;

const OPEN_FOR_MS = 24 * 3_600_000;

/**
 * Keeps what is to be paid, at the prices of the moment, under the token of the form that was sent. The second of two
 * presses, also at the same instant, is given the row of the first, whose prices then stand.
 */
export async function keepCheckout(wish: {
  formToken: string;
  customerId: string | null;
  email: string;
  name: string | null;
  newPasswordHash: string | null;
  company: string | null;
  vatId: string | null;
  items: FrozenItem[];
  currency: string;
  at: Date;
}) {
  const { formToken, at, ...rest } = wish;
  const tokenDigest = checkoutTokenDigest(formToken);
  const expiresAt = new Date(at.getTime() + OPEN_FOR_MS);
  const row = { ...rest, tokenDigest, tax: freezeTax(await readStoreSettings()), createdAt: at, expiresAt };
  await db().checkout.createMany({ data: [row], skipDuplicates: true });
  return db().checkout.findUniqueOrThrow({ where: { tokenDigest } });
}

export type KeptCheckout = Awaited<ReturnType<typeof keepCheckout>>;

/** What was kept under the token of a form, if that form was sent before. */
export function findKeptCheckout(formToken: string): Promise<KeptCheckout | null> {
  return db().checkout.findUnique({ where: { tokenDigest: checkoutTokenDigest(formToken) } });
}

/** The payment page of a checkout, opened now if it has none yet. `cancelPath`: where its way back leads. */
export async function paymentPageOf(checkout: KeptCheckout, token: string, cancelPath: string): Promise<PaymentPage> {
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
    cancelUrl: `${env().publicUrl}${cancelPath}`,
  });
  if (!opened.ok) return { ok: false, reason: whyNotOpened[opened.reason] };
  await db().checkout.update({
    where: { id: checkout.id },
    data: { stripeSessionId: opened.sessionId, stripeSessionUrl: opened.payUrl },
  });
  return { ok: true, payUrl: opened.payUrl };
}

/** Where the buyer waits for, and later finds, the order of a checkout. */
function thanksUrl(token: string): string {
  return `${env().publicUrl}/checkout/thanks?token=${token}`;
}
