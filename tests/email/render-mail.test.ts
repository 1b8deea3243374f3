import { expect, test } from 'vitest';
import { passwordChangedMail, resetPasswordMail, verifyEmailMail } from '@/lib/email/account-mails';
import { formatMoney } from '@/lib/email/format';
import { type OrderMailFacts, orderMail } from '@/lib/email/order-mail';
import { awaitingPaymentMail, paymentFailedMail } from '@/lib/email/payment-mails';
import { renderMail } from '@/lib/email/render-mail';

const sender = { storeName: 'Keys & Co', storeUrl: 'https://store.example', isDemoPayments: false };
const links = { apiKeysUrl: 'https://store.example/account/api-keys' };

const order: OrderMailFacts = {
  orderNumber: 1042,
  currency: 'usd',
  discountAmount: 500,
  taxAmount: 0,
  totalAmount: 9300,
  masterApiKey: 'lkm_master',
  items: [
    {
      title: 'Backup <Pro>',
      planName: '5 sites',
      productNumber: 101,
      quantity: 2,
      amount: 9800,
      activationLimit: 10,
      expiresAt: new Date('2027-11-21T10:00:00Z'),
      productOrderApiKey: 'lko_item',
    },
  ],
};

test('the order mail says what was bought, for how much, and carries the keys, in text and in HTML', async () => {
  const mail = await renderMail(orderMail(order, links), sender);
  expect(mail.subject).toBe('Your order 1042 and its keys');
  for (const part of [
    '2 × Backup <Pro>, 5 sites: $98.00',
    'Discount: -$5.00',
    'Total: $93.00',
    'lkm_master',
    'lko_item',
  ]) {
    expect(mail.text).toContain(part);
  }
  expect(mail.text).toContain('Product ID 101. 10 activations, until 21 November 2027.');
  expect(mail.html).toContain('lko_item');
  expect(mail.html).toContain('Backup &lt;Pro&gt;');
  expect(mail.html).toContain('Keys &amp; Co');
});

test('a hidden key is not in the mail', async () => {
  const { masterApiKey: _hidden, ...facts } = order;
  const items = facts.items.map(({ productOrderApiKey: _key, ...item }) => item);
  const mail = await renderMail(orderMail({ ...facts, items }, links), sender);
  expect(mail.subject).toBe('Your order 1042');
  expect(mail.text + mail.html).not.toMatch(/lkm_|lko_/);
  expect(mail.text).toContain('Backup <Pro>, 5 sites. Product ID 101.');
});

test('demo payments are marked in subject, text and HTML', async () => {
  const mail = await renderMail(orderMail(order, links), { ...sender, isDemoPayments: true });
  expect(mail.subject).toMatch(/^\[DEMO\] /);
  expect(mail.text).toContain('this store charges no card');
  expect(mail.html).toContain('this store charges no card');
});

test('no mail loads anything, follows anybody or runs a script', async () => {
  const at = new Date('2026-11-21T10:00:00Z');
  const url = 'https://store.example/reset?token=abc';
  const mails = [
    orderMail(order, links),
    awaitingPaymentMail(order, { orderUrl: 'https://store.example/account/orders/1042' }),
    paymentFailedMail(order, { storeUrl: 'https://store.example' }),
    resetPasswordMail({ url, expiresAt: at }),
    verifyEmailMail({ url, expiresAt: at }),
    passwordChangedMail({ at, address: '192.0.2.1', resetUrl: url }),
  ];
  for (const content of mails) {
    const { html, text, subject } = await renderMail(content, sender);
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/i);
    expect((html.match(/class="button"/g) ?? []).length).toBeLessThanOrEqual(1);
    expect(text).toContain(content.heading);
    expect(subject).not.toMatch(/[\r\n!]/);
    expect(html).toContain('prefers-color-scheme:dark');
  }
});

test('a link in a mail is complete in both forms', async () => {
  const url = 'https://store.example/reset?token=abc&x="1"';
  const mail = await renderMail(resetPasswordMail({ url, expiresAt: new Date('2026-11-21T11:30:00Z') }), sender);
  expect(mail.text).toContain(url);
  expect(mail.text).toContain('until 21 November 2026 at 11:30 UTC');
  expect(mail.html).toContain('href="https://store.example/reset?token=abc&amp;x=&quot;1&quot;"');
});

test('a line break in a name cannot add a header', async () => {
  const content = { subject: 'A\r\nBcc: x@example.test', heading: 'A', blocks: [], reason: '' };
  expect((await renderMail(content, sender)).subject).toBe('A Bcc: x@example.test');
});

test('money follows the digits of its currency', async () => {
  expect(formatMoney(4900, 'usd')).toBe('$49.00');
  expect(formatMoney(4900, 'jpy')).toBe('¥4,900');
  expect(formatMoney(4900, 'kwd')).toContain('4.900');
});

test('a mail says where its reader gets help, in text and in HTML, and nothing where the store has said nothing', async () => {
  const support = { href: 'mailto:help@store.example', label: 'help@store.example' };
  const mail = await renderMail(orderMail(order, links), { ...sender, support });
  expect(mail.text).toContain('Questions? Ask the store: help@store.example\n');
  expect(mail.html).toContain('href="mailto:help@store.example"');
  const without = await renderMail(orderMail(order, links), sender);
  expect(without.text + without.html).not.toContain('Ask the store');
});
