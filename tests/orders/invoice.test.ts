import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { findInvoiceDocument } from '@/lib/orders/find-invoice-document';
import { readInvoice } from '@/lib/orders/read-invoice';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { present } from '../payments/support';
import { useDatabase } from '../support/database';
import { aCustomer, bySystem } from '../support/factories';
import { BILLING, buyOnPage } from './invoice-support';
import { buy, pressPay, useShop } from './support';

useDatabase();
const shop = useShop();

const seller = {
  sellerName: 'Latch Works GmbH',
  sellerAddress: 'Lane 2\n20095 Hamburg\nGermany',
  sellerVatId: 'DE987654321',
  invoiceNote: 'Thank you.',
  invoicePrefix: 'LW-',
};

beforeEach(async () => {
  const { taxRule, pricesIncludeTax, taxCode, sellerName, sellerAddress, sellerVatId, invoiceNote, invoicePrefix } =
    DEFAULT_SETTINGS;
  await saveStoreSettings(
    { taxRule, pricesIncludeTax, taxCode, sellerName, sellerAddress, sellerVatId, invoiceNote, invoicePrefix },
    bySystem,
  );
});

const set = (patch: Parameters<typeof saveStoreSettings>[0]) => saveStoreSettings(patch, bySystem);

test('an invoice names seller, buyer, code, tax and payment, and its sums add up', async () => {
  await set({ ...seller, taxRule: 'stripe_tax' });
  const { order } = await buyOnPage(shop, {}, [{ action: 'apply_code', code: 'demo10' }, BILLING]);
  const invoice = present(await readInvoice({ orderId: order.id }));
  expect(invoice).toMatchObject({
    number: `LW-${order.number}`,
    seller: { name: 'Latch Works GmbH', vatId: 'DE987654321', note: 'Thank you.' },
    buyer: { name: 'Ada Byron', company: 'Engine Ltd', vatId: 'DE123456789', address: 'Row 1\n10115 Berlin\nGermany' },
    lines: [{ quantity: 2, unitAmount: 4_900, amount: 9_800 }],
    subtotalAmount: 9_800,
    discount: { amount: 980, code: 'DEMO10' },
    taxes: [{ name: 'VAT', percentage: '19', amount: 1_676, taxableAmount: 8_820 }],
    taxIsIncluded: false,
    totalAmount: 10_496,
    payments: [{ amount: 10_496, by: 'stripe' }],
    refunds: [],
    keptAmount: 10_496,
    soldByStripe: false,
  });
});

test('a tax within the prices is told without being added', async () => {
  await set({ taxRule: 'stripe_tax', pricesIncludeTax: true });
  const { order } = await buyOnPage(shop, {});
  expect(await readInvoice({ orderId: order.id })).toMatchObject({
    subtotalAmount: 9_800,
    taxes: [{ amount: 1_565 }],
    taxIsIncluded: true,
    totalAmount: 9_800,
  });
});

test('later settings and a later profile do not rewrite an invoice', async () => {
  await set(seller);
  const customer = await aCustomer();
  await db().customer.update({ where: { id: customer.id }, data: { name: 'Ada', invoiceAddress: 'Row 1' } });
  const { order } = await buyOnPage(shop, {
    buyer: { kind: 'customer', customerId: customer.id },
    company: 'Engine Ltd',
  });
  const before = present(await readInvoice({ orderId: order.id }));
  expect(before.buyer).toMatchObject({ name: 'Ada', company: 'Engine Ltd', address: 'Row 1' });
  await set({
    sellerName: 'Other',
    sellerAddress: 'Elsewhere',
    sellerVatId: '',
    invoicePrefix: 'NEW-',
    invoiceNote: '',
  });
  await db().customer.update({ where: { id: customer.id }, data: { name: 'Eve', invoiceAddress: 'Row 9' } });
  expect(await readInvoice({ orderId: order.id })).toEqual(before);
});

test('an order from before the seller was entered shows today’s seller under the number it always had', async () => {
  const { order } = await buyOnPage(shop, {});
  await set(seller);
  expect(await readInvoice({ orderId: order.id })).toMatchObject({
    number: String(order.number),
    seller: { name: 'Latch Works GmbH', address: seller.sellerAddress },
  });
});

test('what a signed-in buyer enters on the payment page fills the gaps of their profile and is on record', async () => {
  await set({ taxRule: 'stripe_tax' });
  const customer = await aCustomer();
  await db().customer.update({ where: { id: customer.id }, data: { name: 'Known' } });
  await buyOnPage(shop, { buyer: { kind: 'customer', customerId: customer.id } }, [BILLING]);
  expect(await db().customer.findUniqueOrThrow({ where: { id: customer.id } })).toMatchObject({
    name: 'Known',
    company: 'Engine Ltd',
    vatId: 'DE123456789',
    invoiceAddress: 'Row 1\n10115 Berlin\nGermany',
  });
  const entries = await db().auditEntry.findMany({ where: { objectId: customer.id, action: 'customer.edit_profile' } });
  expect(entries).toHaveLength(1);
});

test('a guest who types a customer’s address changes nothing of that account', async () => {
  await set({ taxRule: 'stripe_tax' });
  const customer = await aCustomer();
  await buyOnPage(shop, { buyer: { kind: 'guest', email: customer.email } }, [BILLING]);
  const after = await db().customer.findUniqueOrThrow({ where: { id: customer.id } });
  expect(after).toMatchObject({ company: null, vatId: null, invoiceAddress: null });
});

test('a stranger’s order, an unpaid one and nonsense have no invoice', async () => {
  const { order } = await buy(shop);
  const stranger = await aCustomer();
  const { id, number } = present(order);
  expect(await readInvoice({ orderId: id, customerId: stranger.id })).toBeUndefined();
  expect(await readInvoice({ orderNumber: number, customerId: stranger.id })).toBeUndefined();
  expect(await readInvoice({ orderId: 'nonsense' })).toBeUndefined();
  expect(await readInvoice({ orderNumber: 4_000_000_000 })).toBeUndefined();
  const waiting = await buy(shop, {}, ['later']);
  expect(await readInvoice({ orderId: present(waiting.order).id })).toBeUndefined();
});

test('a payment page that is opened again asks for the same tax, whatever the setting says meanwhile', async () => {
  const pressed = await pressPay();
  await set({ taxRule: 'stripe_tax' });
  const again = await pressPay(pressed.wish);
  expect(again.payUrl).toBe(pressed.payUrl);
  const session = await shop.payments.stripe.checkout.sessions.retrieve(pressed.sessionId);
  expect(session.automatic_tax.enabled).toBe(false);
});

test('an order sold by Stripe itself says so', async () => {
  await set({ taxRule: 'managed_payments', taxCode: 'txcd_10202003' });
  const { order } = await buyOnPage(shop, {});
  expect(await readInvoice({ orderId: order.id })).toMatchObject({ soldByStripe: true, totalAmount: 11_662 });
});

test('Stripe’s own document is found for its buyer and for nobody else', async () => {
  const { order, payUrl } = await buyOnPage(shop, {});
  expect(await findInvoiceDocument({ orderId: order.id, customerId: order.customerId })).toEqual({
    ok: true,
    url: payUrl,
  });
  const stranger = await aCustomer();
  const none = { ok: false, reason: 'no_document' };
  expect(await findInvoiceDocument({ orderId: order.id, customerId: stranger.id })).toEqual(none);
  expect(await findInvoiceDocument({ orderId: 'nonsense' })).toEqual(none);
});
