import { beforeEach, expect, test } from 'vitest';
import { priceCart } from '@/lib/catalog/price-cart';
import { now } from '@/lib/clock';
import { orderMail } from '@/lib/email/order-mail';
import { formatMinorUnits } from '@/lib/minor-units';
import { type Invoice, readInvoice } from '@/lib/orders/read-invoice';
import { readOrder } from '@/lib/orders/read-order';
import { readOrderMail } from '@/lib/orders/read-order-mail';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aProduct, bySystem } from '../support/factories';
import { buyOnPage } from './invoice-support';
import { findOrder, paymentIntentOf, useShop } from './support';

useDatabase();
const shop = useShop();
beforeEach(() => saveStoreSettings({ taxRule: 'stripe_tax', pricesIncludeTax: false }, bySystem));

// Price, sum of two, tax at 19 %, total, and how the total is written.
test.each([
  ['usd', 4_900, 9_800, 1_862, 11_662, '$116.62'],
  ['eur', 4_999, 9_998, 1_900, 11_898, '€118.98'],
  ['jpy', 4_900, 9_800, 1_862, 11_662, '¥11,662'],
  ['kwd', 4_990, 9_980, 1_896, 11_876, 'KWD 11.876'],
])(
  '%s is the same money in cart, checkout, order, invoice, mail and refund',
  async (currency, unitAmount, subtotal, tax, total, written) => {
    const { plan } = await aProduct({ plans: [{ unitAmount, currency }] });
    const lines = [{ planNumber: plan.number, quantity: 2 }];
    expect(await priceCart(lines, now())).toMatchObject({ subtotal, currency });
    const { order, sessionId } = await buyOnPage(shop, { lines });
    const session = await shop.payments.stripe.checkout.sessions.retrieve(sessionId);
    expect(session).toMatchObject({ amount_subtotal: subtotal, amount_total: total, currency });
    const { id: orderId, customerId } = order;
    expect(await readOrder({ customerId, orderId })).toMatchObject({ totalAmount: total, taxAmount: tax, currency });
    expect(await readInvoice({ orderId })).toMatchObject({ subtotalAmount: subtotal, totalAmount: total, currency });
    expect(formatMinorUnits(total, currency).replace(/\u00a0/g, ' ')).toBe(written);
    const mail = orderMail(present(await readOrderMail(orderId)), { apiKeysUrl: 'http://localhost/keys' });
    expect(JSON.stringify(mail.blocks).replace(/\u00a0/g, ' ')).toContain(`"value":"${written}"`);
    await shop.payments.stripe.refunds.create({
      payment_intent: await paymentIntentOf(shop, sessionId),
      amount: total,
    });
    await shop.payments.double.settle();
    expect(await findOrder(sessionId)).toMatchObject({ status: 'refunded', refundedAmount: total });
    expect(await readInvoice({ orderId })).toMatchObject({ refunds: [{ amount: total }], keptAmount: 0 });
  },
);

const MANY = 12;
const CURRENCIES = ['usd', 'eur', 'jpy', 'kwd'] as const;

/** Repeatable random whole numbers from 1 on. */
function numbers(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return 1 + Math.floor((state / 2 ** 32) * most);
  };
}

function expectSums(invoice: Invoice, what: string): void {
  const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);
  const taxes = sum(invoice.taxes.map(({ amount }) => amount));
  expect(sum(invoice.lines.map(({ amount }) => amount)), what).toBe(invoice.subtotalAmount);
  const before = invoice.subtotalAmount - (invoice.discount?.amount ?? 0);
  expect(before + (invoice.taxIsIncluded ? 0 : taxes), what).toBe(invoice.totalAmount);
  expect(sum(invoice.payments.map(({ amount }) => amount)), what).toBe(invoice.totalAmount);
  for (const tax of invoice.taxes) {
    const net = invoice.taxIsIncluded ? before - taxes : before;
    expect(tax.taxableAmount, what).toBe(net);
  }
}

test('whatever is bought, in whatever currency and with whatever code and tax, lines, code and taxes add up', async () => {
  const next = numbers(7);
  for (let round = 0; round < MANY; round += 1) {
    const currency = CURRENCIES[round % CURRENCIES.length] ?? 'usd';
    const pricesIncludeTax = next(2) === 1;
    await saveStoreSettings({ pricesIncludeTax }, bySystem);
    const step = currency === 'kwd' ? 10 : 1;
    const plans = [1, 2, 3].slice(0, next(3)).map(() => ({ currency, unitAmount: next(30_000) * step }));
    const product = await aProduct({ plans });
    const lines = product.plans.map(({ number }) => ({ planNumber: number, quantity: next(4) }));
    const code = next(2) === 1 ? [{ action: 'apply_code', code: 'DEMO10' }] : [];
    const { order } = await buyOnPage(shop, { lines }, code);
    const what = `${round}: ${currency}, ${JSON.stringify(plans)}, ${JSON.stringify(lines)}, ${pricesIncludeTax}`;
    expectSums(present(await readInvoice({ orderId: order.id })), what);
  }
}, 60_000);
