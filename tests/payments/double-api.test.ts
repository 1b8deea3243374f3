import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSession, PUBLIC_URL, type RunningDouble, runDouble, SECRET_KEY } from './support';

let running: RunningDouble;
beforeAll(async () => {
  running = await runDouble();
});
afterAll(() => running.stop());

async function raw(path: string, init: RequestInit & { form?: Record<string, string> } = {}) {
  const { form, headers, ...rest } = init;
  const response = await fetch(`${running.baseUrl}/v1/${path}`, {
    ...rest,
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    headers: { authorization: `Bearer ${SECRET_KEY}`, ...headers },
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

test('a session is opened as the shop asks, with its page under the store’s own address', async () => {
  const checkoutId = crypto.randomUUID();
  const { sessionId, payUrl } = await aSession({ checkoutId });
  expect(payUrl).toBe(`${PUBLIC_URL}/demo-payments/${sessionId}`);
  const session = await running.stripe.checkout.sessions.retrieve(sessionId);
  expect(session).toMatchObject({
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    amount_total: 10_800,
    currency: 'usd',
    allow_promotion_codes: true,
    metadata: { checkout_id: checkoutId },
    livemode: false,
  });
  const lines = await running.stripe.checkout.sessions.listLineItems(sessionId, { limit: 1 });
  expect(lines.has_more).toBe(true);
  expect(lines.data[0]).toMatchObject({ quantity: 2, amount_total: 9_800, metadata: { position: '0' } });
});

test('opening the same checkout twice gives the same session', async () => {
  const checkoutId = crypto.randomUUID();
  const [one, two] = await Promise.all([aSession({ checkoutId }), aSession({ checkoutId })]);
  expect(two).toEqual(one);
});

test('the same idempotency key with other parameters is a conflict', async () => {
  const idempotencyKey = crypto.randomUUID();
  const conflicts = running.double.conflicts();
  await running.stripe.products.create({ name: 'Acme' }, { idempotencyKey });
  const other = running.stripe.products.create({ name: 'Other' }, { idempotencyKey });
  await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  expect(running.double.conflicts()).toBe(conflicts + 1);
});

test('while a request is under way, another with its idempotency key is told to wait and leaves no answer behind', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const ask = () => raw('products', { form: { name: 'Acme' }, headers });
  const conflicts = running.double.conflicts();
  let answer = (): void => {};
  const isBusy = new Promise<void>((begun) => {
    running.double.setPace(async () => {
      begun();
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
    });
  });
  const first = ask();
  await isBusy;
  running.double.setPace(async () => {});
  const error = { type: 'idempotency_error', code: 'idempotency_key_in_use' };
  expect(await ask()).toMatchObject({ status: 409, body: { error } });
  answer();
  const answered = await first;
  expect(answered.status).toBe(200);
  expect((await ask()).body).toEqual(answered.body);
  expect(running.double.conflicts()).toBe(conflicts);
});

test('fifty keys of metadata are taken, and one more is refused', async () => {
  const entries = (count: number) => Array.from({ length: count }, (_, index) => [`metadata[key_${index}]`, 'value']);
  const ask = (count: number) => raw('customers', { form: Object.fromEntries(entries(count)) });
  expect((await ask(50)).status).toBe(200);
  expect(await ask(51)).toMatchObject({ status: 400, body: { error: { param: 'metadata' } } });
});

test('an unknown parameter is refused by its name, deep inside too', async () => {
  const top = await raw('refunds', { form: { payment_intent: 'pi_x', colour: 'red' } });
  expect(top).toMatchObject({ status: 400, body: { error: { code: 'parameter_unknown', param: 'colour' } } });
  const form = { mode: 'payment', success_url: PUBLIC_URL, 'line_items[0][price_data][colour]': 'red' };
  const deep = await raw('checkout/sessions', { form });
  expect(deep.body.error).toMatchObject({ code: 'parameter_unknown' });
  expect(deep.body.error.param).toMatch(/^line_items\[0\]\[price_data\]/);
});

test('a missing parameter is named', async () => {
  const { status, body } = await raw('checkout/sessions', { form: { mode: 'payment', success_url: PUBLIC_URL } });
  expect(status).toBe(400);
  expect(body.error).toMatchObject({ code: 'parameter_missing', param: 'line_items' });
});

test('whatever the shop does not call is answered 404', async () => {
  for (const path of [
    'payouts',
    'subscription_schedules',
    'checkout/sessions/constructor',
    'payment_intents/__proto__',
  ]) {
    expect(await raw(path)).toMatchObject({ status: 404, body: { error: { type: 'invalid_request_error' } } });
  }
});

test('a wrong key is refused before anything is looked up', async () => {
  const wrong = await raw('events', { headers: { authorization: 'Bearer sk_test_someone0elses0key' } });
  expect(wrong.status).toBe(401);
  expect(JSON.stringify(wrong.body)).not.toContain('someone');
});

test('another API version is refused', async () => {
  const old = await raw('events', { headers: { 'stripe-version': '2020-08-27' } });
  expect(old).toMatchObject({ status: 400, body: { error: { message: 'Invalid Stripe API version: 2020-08-27' } } });
});

test('a refund is bounded by what is left, and a second full refund is refused', async () => {
  const { sessionId } = await aSession();
  await running.double.act(sessionId, 'pay');
  const session = await running.stripe.checkout.sessions.retrieve(sessionId);
  const payment_intent = String(session.payment_intent);
  await running.stripe.refunds.create({ payment_intent, amount: 800 });
  await expect(running.stripe.refunds.create({ payment_intent, amount: 10_001 })).rejects.toThrow(/greater than/);
  await running.stripe.refunds.create({ payment_intent });
  await expect(running.stripe.refunds.create({ payment_intent })).rejects.toThrow(/already been refunded/);
  const charges = await running.stripe.charges.list({ payment_intent });
  expect(charges.data[0]).toMatchObject({ amount: 10_800, amount_refunded: 10_800, refunded: true });
});

test('an expired session cannot be paid, and only an open one expires', async () => {
  const { sessionId } = await aSession();
  expect(await running.stripe.checkout.sessions.expire(sessionId)).toMatchObject({ status: 'expired', url: null });
  expect(await running.double.act(sessionId, 'pay')).toEqual({ ok: false, reason: 'not_open' });
  await expect(running.stripe.checkout.sessions.expire(sessionId)).rejects.toThrow(/Only Checkout Sessions/);
});

test('currencies are not mixed in one session', async () => {
  const form = {
    mode: 'payment',
    success_url: PUBLIC_URL,
    'line_items[0][price_data][currency]': 'usd',
    'line_items[0][price_data][unit_amount]': '100',
    'line_items[0][price_data][product_data][name]': 'A',
    'line_items[1][price_data][currency]': 'eur',
    'line_items[1][price_data][unit_amount]': '100',
    'line_items[1][price_data][product_data][name]': 'B',
  };
  expect((await raw('checkout/sessions', { form })).status).toBe(400);
});

test('an answer that can be repeated says so', async () => {
  const headers = { 'idempotency-key': crypto.randomUUID() };
  const form = { name: 'Acme' };
  const first = await raw('products', { form, headers });
  const again = await raw('products', { form, headers });
  expect(first.headers.get('idempotent-replayed')).toBeNull();
  expect(again.headers.get('idempotent-replayed')).toBe('true');
  expect(again.body).toEqual(first.body);
});
