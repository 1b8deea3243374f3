import { afterAll, beforeAll, expect } from 'vitest';
import { POST } from '@/app/api/stripe/webhook/route';
import { db } from '@/lib/db/client';
import { newCheckoutToken } from '@/lib/orders/checkout-token';
import { type CheckoutWish, startCheckout } from '@/lib/orders/start-checkout';
import type { Outcome } from '@/lib/payments/demo/create-stripe-double';
import { present, type RunningDouble, runDouble } from '../payments/support';
import { aProduct } from '../support/factories';

export type Shop = { payments: RunningDouble };

/** A store whose payments run through the double and whose events arrive at the real webhook route. */
export function useShop(): Shop {
  // Filled before the first test runs.
  const shop = {} as Shop;
  beforeAll(async () => {
    shop.payments = await runDouble({ receive: (request) => POST(request) });
  });
  afterAll(async () => {
    expect(shop.payments.double.conflicts()).toBe(0);
    await shop.payments.stop();
  });
  return shop;
}

export const anAddress = () => `buyer-${crypto.randomUUID().slice(0, 8)}@example.test`;

// Of its own for each wish, or tests that buy much would meet the limit for one address.
let last = 0;
export const aNetworkAddress = () => `198.18.${(++last >> 8) % 256}.${last % 256}`;

/** Presses Pay: two units of a plan with 3 places at 49.00 unless told otherwise. */
export async function pressPay(wish: Partial<CheckoutWish> & { quantity?: number } = {}) {
  const { quantity = 2, ...rest } = wish;
  const lines = wish.lines ?? [{ planNumber: (await aProduct()).plan.number, quantity }];
  const formToken = newCheckoutToken();
  const full: CheckoutWish = {
    formToken,
    buyer: { kind: 'guest', email: anAddress() },
    address: aNetworkAddress(),
    ...rest,
    lines,
  };
  const started = await startCheckout(full);
  if (!started.ok) throw new Error(started.reason);
  return { wish: full, token: full.formToken, payUrl: started.payUrl, sessionId: sessionOf(started.payUrl) };
}

export function sessionOf(payUrl: string): string {
  return present(payUrl.split('/').at(-1));
}

/** Presses Pay, plays the outcomes on the payment page and delivers every event. */
export async function buy(shop: Shop, wish: Parameters<typeof pressPay>[0] = {}, outcomes: Outcome[] = ['pay']) {
  const pressed = await pressPay(wish);
  for (const outcome of outcomes) await shop.payments.double.act(pressed.sessionId, outcome);
  await shop.payments.double.settle();
  return { ...pressed, order: await findOrder(pressed.sessionId) };
}

/** Everything the store has about a session's order, or null. */
export function findOrder(sessionId: string) {
  return db().order.findFirst({
    where: { checkout: { stripeSessionId: sessionId } },
    include: {
      customer: true,
      checkout: true,
      items: { orderBy: { position: 'asc' }, include: { resource: { include: { keys: true } } } },
      payments: { include: { items: true } },
      refunds: { include: { items: true } },
    },
  });
}

/** The mails waiting about an order. */
export async function mailsAbout(orderId: string): Promise<string[]> {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' }, orderBy: { createdAt: 'asc' } });
  return rows.flatMap(({ payload }) => {
    const text = JSON.stringify(payload);
    return text.includes(orderId) ? [present(/"template":"(\w+)"/.exec(text.replaceAll(' ', ''))?.[1])] : [];
  });
}

/** The payment behind a session, as Stripe knows it. */
export async function paymentIntentOf(shop: Shop, sessionId: string): Promise<string> {
  return String((await shop.payments.stripe.checkout.sessions.retrieve(sessionId)).payment_intent);
}
