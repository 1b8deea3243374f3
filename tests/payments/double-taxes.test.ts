import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCheckoutStanding } from '@/lib/payments/read-checkout-standing';
import type { TaxTerms } from '@/lib/payments/tax-params';
import { updateSubscription } from '@/lib/payments/update-subscription';
import { invoicesOf, onDay } from './subscribe';
import { aSession, PUBLIC_URL, present, type RunningDouble, runDouble, SECRET_KEY } from './support';

let running: RunningDouble;
beforeAll(async () => {
  running = await runDouble();
});
afterAll(() => running.stop());

const onTop: TaxTerms = { rule: 'stripe_tax', pricesIncludeTax: false, taxCode: 'txcd_10202003' };
const within: TaxTerms = { ...onTop, pricesIncludeTax: true };

async function press(sessionId: string, form: Record<string, string>) {
  const url = `${PUBLIC_URL}/demo-payments/${sessionId}`;
  await running.double.handle(new Request(url, { method: 'POST', body: new URLSearchParams(form) }));
}

async function paidSession(tax: TaxTerms, code?: string) {
  const { sessionId } = await aSession({ tax });
  if (code) await press(sessionId, { action: 'apply_code', code });
  await press(sessionId, { action: 'pay' });
  const standing = present(await readCheckoutStanding(sessionId));
  if (standing.kind !== 'paid') throw new Error(standing.kind);
  return standing.payment;
}

test('a tax on top is added to what is paid, line by line, and named with its rate', async () => {
  const payment = await paidSession(onTop);
  expect(payment).toMatchObject({ subtotalAmount: 10_800, taxAmount: 2_052, totalAmount: 12_852 });
  expect(payment.lines.map(({ taxAmount, totalAmount }) => [taxAmount, totalAmount])).toEqual([
    [1_862, 11_662],
    [190, 1_190],
  ]);
  expect(payment.invoice).toMatchObject({
    taxIsIncluded: false,
    taxes: [{ name: 'VAT', percentage: '19', country: 'DE', amount: 2_052, taxableAmount: 10_800 }],
  });
});

test('a tax within the prices changes nothing of what is paid', async () => {
  const payment = await paidSession(within);
  expect(payment).toMatchObject({ subtotalAmount: 10_800, taxAmount: 1_725, totalAmount: 10_800 });
  expect(payment.invoice).toMatchObject({ taxIsIncluded: true, taxes: [{ amount: 1_725, taxableAmount: 9_075 }] });
});

test('a promotion code lowers the tax and is told by its name', async () => {
  const payment = await paidSession(onTop, 'demo10');
  expect(payment).toMatchObject({ discountAmount: 1_080, taxAmount: 1_847, totalAmount: 11_567 });
  expect(payment.invoice?.discountCode).toBe('DEMO10');
});

test('whom the invoice is made out to is told as it was entered', async () => {
  const { sessionId } = await aSession({ tax: onTop });
  const typed = { name: 'Ada', business: 'Engine Ltd', line1: 'Row 1', postal_code: '10115', city: 'Berlin' };
  await press(sessionId, { action: 'save_billing', ...typed, country: 'de', tax_id: 'DE123456789' });
  await press(sessionId, { action: 'pay' });
  const standing = await readCheckoutStanding(sessionId);
  expect(standing).toMatchObject({
    payment: {
      invoice: {
        buyer: { name: 'Ada', company: 'Engine Ltd', vatId: 'DE123456789', address: 'Row 1\n10115 Berlin\nGermany' },
      },
    },
  });
});

test('Managed Payments takes no tax parameters of ours, and its page is taxed', async () => {
  const payment = await paidSession({ ...onTop, rule: 'managed_payments' });
  expect(payment).toMatchObject({ taxAmount: 2_052, totalAmount: 12_852 });
});

const refused: [why: string, form: Record<string, string>, param: string][] = [
  ['customer_update without a customer', { 'customer_update[name]': 'auto' }, 'customer_update'],
  [
    'tax parameters beside Managed Payments',
    { 'managed_payments[enabled]': 'true', 'automatic_tax[enabled]': 'true' },
    'automatic_tax',
  ],
  ['a price that does not say how it is meant', { 'automatic_tax[enabled]': 'true' }, 'line_items'],
];

test.each(refused)('%s is refused, as at Stripe', async (_why, form, param) => {
  const price = { 'line_items[0][price_data][currency]': 'usd', 'line_items[0][price_data][unit_amount]': '100' };
  const response = await fetch(`${running.baseUrl}/v1/checkout/sessions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${SECRET_KEY}` },
    body: new URLSearchParams({
      mode: 'payment',
      success_url: PUBLIC_URL,
      ...price,
      'line_items[0][price_data][product_data][name]': 'Acme',
      ...form,
    }),
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ error: { param } });
});

test.each(['DEMOEXPIRED', 'DEMOUSEDUP', 'DEMOBIG', 'NOSUCHCODE'])(
  'the code %s is refused for a small cart',
  async (code) => {
    const { sessionId } = await aSession({ items: [{ title: 'A', planName: 'B', unitAmount: 9_999, quantity: 1 }] });
    await press(sessionId, { action: 'apply_code', code });
    const session = await running.stripe.checkout.sessions.retrieve(sessionId);
    expect(session).toMatchObject({ amount_total: 9_999, discounts: [] });
  },
);

test('a code with a smallest amount is taken from that amount on', async () => {
  const { sessionId } = await aSession();
  await press(sessionId, { action: 'apply_code', code: 'DEMOBIG' });
  expect(await running.stripe.checkout.sessions.retrieve(sessionId)).toMatchObject({ amount_total: 8_640 });
});

test('each renewal of a taxed subscription is taxed like its first period', async () => {
  const session = await running.stripe.checkout.sessions.create({
    mode: 'subscription',
    success_url: PUBLIC_URL,
    customer_email: 'buyer@example.test',
    automatic_tax: { enabled: true },
    line_items: [
      {
        price_data: {
          currency: 'eur',
          unit_amount: 1_000,
          tax_behavior: 'exclusive',
          recurring: { interval: 'month' },
          product_data: { name: 'Cloud' },
        },
        quantity: 2,
      },
    ],
  });
  await press(session.id, { action: 'pay' });
  const { subscription } = await running.stripe.checkout.sessions.retrieve(session.id);
  await onDay(running, 40);
  const invoices = await invoicesOf(running, String(subscription));
  expect(invoices).toHaveLength(2);
  for (const invoice of invoices) {
    expect(invoice).toMatchObject({
      subtotal: 2_000,
      total: 2_380,
      amount_paid: 2_380,
      total_taxes: [{ amount: 380 }],
    });
  }
});

test('a price that replaces another in a subscription is meant as that one was', async () => {
  const session = await running.stripe.checkout.sessions.create({
    mode: 'subscription',
    success_url: PUBLIC_URL,
    customer_email: 'buyer@example.test',
    automatic_tax: { enabled: true },
    line_items: [
      {
        price_data: {
          currency: 'eur',
          unit_amount: 1_000,
          tax_behavior: 'inclusive',
          recurring: { interval: 'month' },
          product_data: { name: 'Cloud' },
        },
        quantity: 1,
      },
    ],
  });
  await press(session.id, { action: 'pay' });
  const id = String((await running.stripe.checkout.sessions.retrieve(session.id)).subscription);
  const item = present((await running.stripe.subscriptions.retrieve(id)).items.data[0]);
  const offer = { planNumber: 7, name: 'Cloud, Team', quantity: 1, unitAmount: 2_000, currency: 'eur' };
  const change = { kind: 'change_item', item: { itemId: item.id, ...offer, interval: 'month' } } as const;
  expect(await updateSubscription(id, change, crypto.randomUUID())).toEqual({ ok: true });
  const changed = present((await running.stripe.subscriptions.retrieve(id)).items.data[0]);
  expect(changed.price).toMatchObject({ unit_amount: 2_000, tax_behavior: 'inclusive' });
});
