import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { POST } from '@/app/api/stripe/webhook/route';
import { db } from '@/lib/db/client';
import { type Env, env, setEnv } from '@/lib/env';
import { checkoutTokenDigest, newCheckoutToken } from '@/lib/orders/checkout-token';
import { type CheckoutWish, startCheckout } from '@/lib/orders/start-checkout';
import { startRenewal } from '@/lib/orders/start-renewal';
import { type RunningDouble, runDouble } from '../payments/support';
import { useDatabase } from '../support/database';
import { aProduct } from '../support/factories';
import { aTerm, aWish } from './renewal-support';
import { anAddress, findOrder, sessionOf } from './support';

useDatabase();
// Not the shop of the other tests: it wants no idempotency conflict, and here each test makes one.
let payments: RunningDouble;
let known: Env;
beforeAll(async () => {
  known = env();
  payments = await runDouble({ receive: (request) => POST(request) });
});
afterAll(() => payments.stop());

afterEach(() => {
  setEnv(known);
  payments.double.setPace(async () => {});
});

const unreachable = { ok: false, reason: 'payments_unreachable' };
const stale = { ok: false, reason: 'form_stale' };
const checkoutOf = (formToken: string) =>
  db().checkout.findUniqueOrThrow({ where: { tokenDigest: checkoutTokenDigest(formToken) } });

/** Stripe does what is asked in `press`, and its answer is lost. */
async function unanswered<T>(press: () => Promise<T>): Promise<T> {
  payments.double.setPace(async () => {
    throw new Error('the line is cut');
  });
  const result = await press();
  payments.double.setPace(async () => {});
  return result;
}

const move = () => setEnv({ ...known, publicUrl: 'https://moved.example.test' });

async function payFor(payUrl: string) {
  const sessionId = sessionOf(payUrl);
  await payments.double.act(sessionId, 'pay');
  await payments.double.settle();
  return findOrder(sessionId);
}

test('Pay pressed again after the store got another address is a stale form, and nothing is lost', async () => {
  const { plan } = await aProduct();
  const email = anAddress();
  const wish: CheckoutWish = {
    formToken: newCheckoutToken(),
    lines: [{ planNumber: plan.number, quantity: 2 }],
    buyer: { kind: 'guest', email },
    address: '198.18.255.2',
  };
  expect(await unanswered(() => startCheckout(wish))).toEqual(unreachable);
  const kept = await checkoutOf(wish.formToken);
  move();
  expect(await startCheckout(wish)).toEqual(stale);
  expect(await checkoutOf(wish.formToken)).toEqual(kept);
  const afresh = await startCheckout({ ...wish, formToken: newCheckoutToken() });
  if (!afresh.ok) throw new Error(afresh.reason);
  expect(await payFor(afresh.payUrl)).toMatchObject({ status: 'paid', customer: { email } });
  expect(await db().order.count({ where: { customer: { email } } })).toBe(1);
});

test('Renew pressed again after the store got another address is a stale form, and nothing is lost', async () => {
  const term = await aTerm(20);
  const wish = aWish(term);
  expect(await unanswered(() => startRenewal(wish))).toEqual(unreachable);
  const kept = await checkoutOf(wish.formToken);
  move();
  expect(await startRenewal(wish)).toEqual(stale);
  expect(await checkoutOf(wish.formToken)).toEqual(kept);
  const afresh = await startRenewal(aWish(term));
  if (!afresh.ok) throw new Error(afresh.reason);
  expect(await payFor(afresh.payUrl)).toMatchObject({ status: 'paid', customerId: term.customerId });
});
