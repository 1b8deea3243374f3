import Stripe from 'stripe';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSubscription } from './subscribe';
import { present, type RunningDouble, runDouble } from './support';

let running: RunningDouble;
beforeAll(async () => {
  running = await runDouble();
});
afterAll(() => running.stop());

test('a parameter of subscriptions that the double does not know is refused by its name', async () => {
  const { id } = await aSubscription(running);
  const wrong = running.stripe.rawRequest('POST', `/v1/subscriptions/${id}`, { colour: 'red' });
  await expect(wrong).rejects.toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'colour' });
  const deep = running.stripe.rawRequest('POST', `/v1/subscriptions/${id}`, { items: [{ id: 'si_1', colour: 'red' }] });
  await expect(deep).rejects.toMatchObject({ code: 'parameter_unknown', param: 'items[0][colour]' });
});

test('what the store never calls is answered 404', async () => {
  const away = running.stripe.subscriptionSchedules.list();
  await expect(away).rejects.toMatchObject({ statusCode: 404 });
});

test('a change asked for twice under one Idempotency-Key is made once', async () => {
  const customer = await running.stripe.customers.create({ payment_method: 'pm_card_visa' });
  const product = await running.stripe.products.create({ name: 'Acme' });
  const recurring = { interval: 'month' } as const;
  const price = await running.stripe.prices.create({
    product: product.id,
    unit_amount: 100,
    currency: 'usd',
    recurring,
  });
  const wanted = {
    customer: customer.id,
    default_payment_method: 'pm_card_visa',
    items: [{ price: price.id }],
  };
  const once = { idempotencyKey: crypto.randomUUID() };
  const first = await running.stripe.subscriptions.create(wanted, once);
  expect((await running.stripe.subscriptions.create(wanted, once)).id).toBe(first.id);
  expect((await running.stripe.subscriptions.list({ customer: customer.id })).data).toHaveLength(1);
});

test('a card that declines makes an invoice fail with Stripe’s own error, and the invoice stays open', async () => {
  const customer = await running.stripe.customers.create({});
  await running.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', { customer: customer.id });
  await running.stripe.invoiceItems.create({ customer: customer.id, amount: 700, currency: 'usd' });
  const invoice = await running.stripe.invoices.create({
    customer: customer.id,
    pending_invoice_items_behavior: 'include',
  });
  const payment_method = present((await running.stripe.customers.listPaymentMethods(customer.id)).data[0]).id;
  const pay = () => running.stripe.invoices.pay(invoice.id, { payment_method }, { idempotencyKey: invoice.id });
  await expect(pay()).rejects.toBeInstanceOf(Stripe.errors.StripeCardError);
  // Asked again under the same key: the same answer, and no second charge.
  await expect(pay()).rejects.toBeInstanceOf(Stripe.errors.StripeCardError);
  expect((await running.stripe.charges.list()).data.filter(({ amount }) => amount === 700)).toHaveLength(1);
  expect(await running.stripe.invoices.retrieve(invoice.id)).toMatchObject({ status: 'open', amount_remaining: 700 });
  await running.stripe.invoices.markUncollectible(invoice.id);
  await expect(running.stripe.invoices.voidInvoice(invoice.id)).rejects.toThrow('only pass in open invoices');
});

test('an expansion that the store never asks for is refused', async () => {
  const { id } = await aSubscription(running);
  const wrong = running.stripe.subscriptions.retrieve(id, { expand: ['schedule'] });
  await expect(wrong).rejects.toThrow('cannot be expanded');
  const expanded = await running.stripe.subscriptions.retrieve(id, { expand: ['latest_invoice', 'customer'] });
  expect(expanded).toMatchObject({ latest_invoice: { object: 'invoice' }, customer: { object: 'customer' } });
});

test('a trial without a card pauses, and resuming begins the first paid period', async () => {
  const customer = await running.stripe.customers.create({});
  const product = await running.stripe.products.create({ name: 'Acme' });
  const recurring = { interval: 'year' } as const;
  const price = await running.stripe.prices.create({
    product: product.id,
    unit_amount: 900,
    currency: 'usd',
    recurring,
  });
  const begun = await running.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    trial_period_days: 7,
    trial_settings: { end_behavior: { missing_payment_method: 'pause' } },
  });
  const paused = await running.stripe.subscriptions.update(begun.id, { trial_end: 'now' });
  expect(paused.status).toBe('paused');
  await running.stripe.customers.update(customer.id, { invoice_settings: { default_payment_method: 'pm_card_visa' } });
  expect(await running.stripe.subscriptions.resume(begun.id)).toMatchObject({ status: 'active' });
});
