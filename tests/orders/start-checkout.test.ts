import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { checkoutTokenDigest, newCheckoutToken } from '@/lib/orders/checkout-token';
import { takeLook, takePaymentPage } from '@/lib/orders/limit-payment-pages';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { type CheckoutWish, startCheckout } from '@/lib/orders/start-checkout';
import { setStripeConnection } from '@/lib/payments/stripe-client';
import { PUBLIC_URL, present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, first } from '../support/factories';
import { anAddress, buy, pressPay, sessionOf, useShop } from './support';

useDatabase();
const shop = useShop();

const address = '198.18.255.1';
const guest = () => ({ kind: 'guest' as const, email: anAddress() });
const checkoutOf = (token: string) =>
  db().checkout.findUniqueOrThrow({ where: { tokenDigest: checkoutTokenDigest(token) } });

test('the price is the catalogue’s, whatever the form says', async () => {
  const { plan } = await aProduct({ plans: [{ unitAmount: 4900 }] });
  const forged = { planNumber: plan.number, quantity: 2, unitAmount: 1, price: 1, currency: 'jpy' };
  const { sessionId } = await pressPay({ lines: [forged] });
  const session = await shop.payments.stripe.checkout.sessions.retrieve(sessionId);
  expect(session).toMatchObject({ amount_total: 9_800, currency: 'usd' });
});

test('a price that changes after Pay was pressed does not change the checkout', async () => {
  const product = await aProduct({ plans: [{ unitAmount: 4900, activationLimit: 3 }] });
  const { sessionId, token } = await pressPay({ lines: [{ planNumber: product.plan.number, quantity: 1 }] });
  await db().plan.update({ where: { id: product.plan.id }, data: { unitAmount: 9900, activationLimit: 1 } });
  await shop.payments.double.act(sessionId, 'pay');
  await shop.payments.double.settle();
  const { id } = await checkoutOf(token);
  const order = await db().order.findUniqueOrThrow({ where: { checkoutId: id }, include: { items: true } });
  expect(order).toMatchObject({ status: 'paid', totalAmount: 4_900 });
  expect(order.items[0]).toMatchObject({ unitAmount: 4_900, activationLimit: 3 });
});

test('Pay pressed twenty times at once opens one checkout and one payment page', async () => {
  const { wish, payUrl } = await pressPay();
  const again = await Promise.all(Array.from({ length: 20 }, () => startCheckout(wish)));
  expect(new Set(again.map((result) => JSON.stringify(result)))).toEqual(
    new Set([JSON.stringify({ ok: true, payUrl })]),
  );

  const { plan } = await aProduct();
  const fresh = {
    formToken: newCheckoutToken(),
    address,
    lines: [{ planNumber: plan.number, quantity: 1 }],
    buyer: guest(),
  };
  const raced = await Promise.all(Array.from({ length: 20 }, () => startCheckout(fresh)));
  expect(new Set(raced.map((result) => (result.ok ? result.payUrl : result.reason))).size).toBe(1);
  expect(await db().checkout.count({ where: { email: fresh.buyer.email } })).toBe(1);
});

test('Pay pressed again after paying leads to the thank-you page, not to a second payment', async () => {
  const { wish, token } = await buy(shop);
  const again = await startCheckout(wish);
  expect(again).toEqual({ ok: true, payUrl: `${PUBLIC_URL}/checkout/thanks?token=${token}` });
});

test('a form used for another cart, or one that has expired, is shown afresh', async () => {
  const { wish, sessionId } = await pressPay();
  const stale = { ok: false, reason: 'form_stale' };
  expect(await startCheckout({ ...wish, lines: [{ ...first(wish.lines), quantity: 9 }] })).toEqual(stale);
  expect(await startCheckout({ ...wish, buyer: guest() })).toEqual(stale);
  expect(await startCheckout({ ...wish, formToken: 'guess' })).toEqual(stale);
  await shop.payments.double.act(sessionId, 'expire');
  await shop.payments.double.settle();
  expect(await startCheckout(wish)).toEqual(stale);
});

test('each cart that cannot be paid is refused in a word', async () => {
  const [usd, eur] = [await aProduct(), await aProduct({ plans: [{ currency: 'eur' }] })];
  const [monthly, yearly] = [await aProduct(), await aProduct()];
  await db().plan.update({ where: { id: monthly.plan.id }, data: { billingInterval: 'month' } });
  await db().plan.update({ where: { id: yearly.plan.id }, data: { billingInterval: 'year' } });
  const line = (product: { plan: { number: number } }) => ({ planNumber: product.plan.number, quantity: 1 });
  const reasonFor = async (lines: { planNumber: number; quantity: number }[], buyer = guest()) => {
    const result = await startCheckout({ formToken: newCheckoutToken(), address, lines, buyer });
    return result.ok ? 'ok' : result.reason;
  };
  expect(await reasonFor([])).toBe('cart_empty');
  expect(await reasonFor([{ planNumber: 2_000_000_000, quantity: 1 }])).toBe('plan_gone');
  expect(await reasonFor([line(usd), line(eur)])).toBe('mixed_currencies');
  expect(await reasonFor([line(monthly), line(yearly)])).toBe('mixed_intervals');
  expect(await reasonFor([line(usd)], { kind: 'guest', email: 'not an address' })).toBe('email_invalid');
  expect(await reasonFor([line(usd)], { kind: 'guest', email: '"a@evil.test"@store.test' })).toBe('email_invalid');
});

test('whether an address has an account cannot be told from the answer', async () => {
  const known = await aCustomer();
  const { plan } = await aProduct();
  const lines = [{ planNumber: plan.number, quantity: 1 }];
  const answers = await Promise.all(
    [known.email.toUpperCase(), anAddress()].map((email) =>
      startCheckout({ formToken: newCheckoutToken(), address, lines, buyer: { kind: 'guest', email } }),
    ),
  );
  expect(answers.map((answer) => Object.keys(answer))).toEqual([
    ['ok', 'payUrl'],
    ['ok', 'payUrl'],
  ]);
});

test('a signed-in customer buys for their own account; a disabled one does not', async () => {
  const customer = await aCustomer();
  const { token } = await pressPay({ buyer: { kind: 'customer', customerId: customer.id } });
  expect(await checkoutOf(token)).toMatchObject({ customerId: customer.id, email: customer.email });
  await db().customer.update({ where: { id: customer.id }, data: { disabledAt: new Date() } });
  const { plan } = await aProduct();
  const refused = await startCheckout({
    formToken: newCheckoutToken(),
    address,
    lines: [{ planNumber: plan.number, quantity: 1 }],
    buyer: { kind: 'customer', customerId: customer.id },
  });
  expect(refused).toEqual({ ok: false, reason: 'customer_not_found' });
});

test('while Stripe is out of reach the buyer is told so, and the same form works afterwards', async () => {
  const { hostname, port } = new URL(shop.payments.baseUrl);
  const connection = { secretKey: 'sk_test_double0for0tests', webhookSecret: 'whsec_double0for0tests' };
  const { plan } = await aProduct();
  const wish = {
    formToken: newCheckoutToken(),
    address,
    lines: [{ planNumber: plan.number, quantity: 1 }],
    buyer: guest(),
  };
  setStripeConnection({ ...connection, endpoint: { protocol: 'http', host: hostname, port: 9 } });
  expect(await startCheckout(wish)).toEqual({ ok: false, reason: 'payments_unreachable' });
  setStripeConnection({ ...connection, endpoint: { protocol: 'http', host: hostname, port: Number(port) } });
  const started = await startCheckout(wish);
  expect(started.ok && sessionOf(present(started.payUrl))).toMatch(/^cs_test_/);
});

test('one address opens a hundred payment pages in ten minutes; others, and people signed in behind it, go on', async () => {
  const { plan } = await aProduct();
  const customer = await aCustomer();
  const at = new Date();
  const press = (from: string, when: Date, buyer: CheckoutWish['buyer'] = guest()) =>
    startCheckout({
      formToken: newCheckoutToken(),
      lines: [{ planNumber: plan.number, quantity: 1 }],
      buyer,
      address: from,
      at: when,
    });
  const one = '2001:db8:7::1';
  const taken = Array.from({ length: 100 }, () => takePaymentPage({ address: '2001:db8:7::2' }, at));
  expect((await Promise.all(taken)).every(({ ok }) => ok)).toBe(true);
  const sessions = () => db().checkout.count();
  const before = await sessions();
  expect(await press(one, at)).toEqual({ ok: false, reason: 'too_many_attempts', retryAfterSeconds: 600 });
  expect(await sessions()).toBe(before);
  expect(await press('2001:db8:8::1', at)).toMatchObject({ ok: true });
  expect(await press(one, at, { kind: 'customer', customerId: customer.id })).toMatchObject({ ok: true });
  expect(await press(one, new Date(at.getTime() + 600_001))).toMatchObject({ ok: true });
});

test('a thank-you page loaded over and over asks Stripe twenty times a minute at most', async () => {
  const { token, sessionId } = await pressPay();
  const at = new Date();
  const look = (when: Date) => readCheckoutByToken(token, { look: true, at: when });
  const { id } = await checkoutOf(token);
  await Promise.all(Array.from({ length: 19 }, () => takeLook(id, at)));
  expect(await look(at)).toMatchObject({ state: 'waiting' });
  await shop.payments.double.act(sessionId, 'pay');
  expect(await look(at)).toMatchObject({ state: 'waiting' });
  expect(await look(new Date(at.getTime() + 60_001))).toMatchObject({ state: 'ordered' });
});

test('the token is not stored, only its digest', async () => {
  const { token } = await pressPay();
  expect(JSON.stringify(await checkoutOf(token))).not.toContain(token);
});
