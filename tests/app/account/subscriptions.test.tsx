import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test } from 'vitest';
import { Expires } from '@/app/account/_parts/expires';
import { NOTICES, noticeOf } from '@/app/account/subscriptions/notices';
import { RenewalsSection } from '@/app/account/subscriptions/renewals-section';
import { SubscriptionCard } from '@/app/account/subscriptions/subscription-card';
import { now } from '@/lib/clock';
import type { ResourceTerm } from '@/lib/licensing/resource-term';
import { listRenewals } from '@/lib/orders/list-renewals';
import type { SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { aTerm, daysFrom } from '../../orders/renewal-support';
import { useDatabase } from '../../support/database';
import { aResource, bySystem } from '../../support/factories';
import { page, withSettings } from './api-keys-page';

useDatabase();

beforeAll(async () => {
  await saveStoreSettings({ renewalDiscountPercent: 20 }, bySystem);
});

const at = new Date('2028-11-21T12:00:00.000Z');
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

test.each<[ResourceTerm, string]>([
  [{ kind: 'lifetime' }, 'Never: lifetime'],
  [{ kind: 'until', until: at }, '21 Nov 2028'],
  [{ kind: 'when_cancelled', paidUntil: at }, 'When cancelled renews 21 Nov 2028'],
  [{ kind: 'when_cancelled', paidUntil: null }, 'When cancelled'],
  [{ kind: 'cancelled', until: at }, 'Cancelled: until 21 Nov 2028'],
  [{ kind: 'paused', until: at }, 'Paused: until 21 Nov 2028'],
  [{ kind: 'payment_grace', until: at, payUrl: null }, 'Pay by 21 Nov 2028 Pay now'],
  [{ kind: 'renewable', endedAt: at, until: at }, 'Ended, renewable until 21 Nov 2028'],
  [{ kind: 'ended', endedAt: at }, 'Ended 21 Nov 2028'],
  [{ kind: 'suspended' }, 'On hold'],
  [{ kind: 'revoked' }, 'Taken back'],
])('the end %j reads “%s”', (term, words) => {
  expect(wordsOf(renderToStaticMarkup(<Expires term={term} canPay />))).toBe(words);
});

test('only whoever pays is sent to the page of a payment that is owed', () => {
  const term = { kind: 'payment_grace', until: at, payUrl: 'https://pay.example/invoice' } as const;
  expect(renderToStaticMarkup(<Expires term={term} canPay />)).toContain('href="https://pay.example/invoice"');
  expect(renderToStaticMarkup(<Expires term={term} />)).not.toContain('pay.example');
});

async function section(customerId: string) {
  const html = renderToStaticMarkup(<RenewalsSection renewals={await listRenewals({ customerId })} />);
  return { html, words: wordsOf(html) };
}

test('a term that can be renewed has its price and the end it leads to on the button; others say why not', async () => {
  const open = await aTerm(20);
  const { customerId } = open;
  await aTerm(300, { customerId });
  const late = await aTerm(-90, { customerId });
  const { html, words } = await section(customerId);
  expect(words).toMatch(/Renew · \$39\.20 until \d+ \w+ \d{4} instead of \$49\.00/);
  expect(words).toMatch(/Can be renewed from \d+ \w+ \d{4} for \$39\.20 at today’s price/);
  expect(words).toContain('The time in which it could be renewed is over. See the plans');
  expect(html).toContain(`href="/products/${late.product.slug}"`);
  expect(html).toContain(`name="price.${open.resourceId}" value="3920"`);
  expect(html).not.toContain('type="checkbox"');
});

test('several terms can be chosen and paid for in one go', async () => {
  const one = await aTerm(20);
  const two = await aTerm(-3, { customerId: one.customerId });
  const { html, words } = await section(one.customerId);
  expect(html.match(/type="checkbox"/g)).toHaveLength(2);
  expect(words).toContain('Renew the chosen licences');
  expect(words).toMatch(/Ended \d+ \w+ \d{4} renewable until/);
  expect(html).toContain(`value="${two.resourceId}"`);
});

test('a merged row is renewed at once where one licence is due, and by choice where several are', async () => {
  const one = await aTerm(20);
  await withSettings({ showProductOrderApiKeys: false }, async () => {
    expect((await page(one.customerId)).words).toContain('Renew · $39.20');
    const sibling = { customerId: one.customerId, product: one.product, termDays: 365 };
    await aResource({ ...sibling, at: daysFrom(now(), -350) });
    const { html } = await page(one.customerId);
    expect(html).toContain('href="/account/subscriptions#renewals"');
  });
  expect((await page(one.customerId)).words.match(/Renew · \$39\.20/g)).toHaveLength(2);
});

const subscription: SubscriptionView = {
  id: '00000000-0000-4000-8000-000000000001',
  number: 7,
  customer: { id: '', number: 1, email: 'a@example.test', deletedAt: null },
  status: 'active',
  isPaused: false,
  resumesAt: null,
  trialEndsAt: null,
  cancelAt: null,
  endedAt: null,
  createdAt: at,
  nextPayment: { at, amount: 1_200 },
  currency: 'usd',
  interval: 'month',
  orderNumber: 1,
  items: [
    {
      id: 'item',
      productTitle: 'Acme Cloud',
      productNumber: 1,
      planName: 'Team',
      planNumber: 2,
      quantity: 1,
      unitAmount: 1_200,
      resource: { id: 'r', number: 3, expiresAt: at, graceUntil: null },
    },
  ],
  invoices: [],
  stripeSubscriptionId: 'sub_1',
  note: null,
};

const invoice = { id: 'i', invoiceNumber: 'A-1', startsAt: at, endsAt: at, totalAmount: 1_200, paidAt: null };
const owed = { ...invoice, status: 'open' as const, nextTryAt: at, pageUrl: 'https://pay.example/i' };

test.each<[string, Partial<SubscriptionView>, string[], string[]]>([
  ['an active one', {}, ['Active', 'Next payment', 'Change plan', 'Pause', 'Cancel subscription'], ['Keep', 'Resume']],
  ['a trial', { status: 'trialing', trialEndsAt: at }, ['Free trial', 'Trial until', 'Cancel subscription'], ['Pause']],
  [
    'one with a debt',
    { status: 'past_due', invoices: [owed] },
    ['Payment failed', 'Pay now'],
    ['Pause', 'Change plan'],
  ],
  ['a paused one', { isPaused: true, nextPayment: null }, ['Paused', 'Resume', 'Works until'], ['Next payment']],
  ['a cancelled one', { cancelAt: at, nextPayment: null }, ['Cancelled', 'Keep subscription'], ['Cancel subscription']],
  ['an ended one', { status: 'cancelled', endedAt: at }, ['Ended on'], ['Cancel subscription', 'Keep', 'Works until']],
])('%s says how it stands, and offers what can be done with it', (_name, facts, shown, hidden) => {
  const card = <SubscriptionCard subscription={{ ...subscription, ...facts }} changeable={['item']} />;
  const words = wordsOf(renderToStaticMarkup(card));
  for (const word of ['Acme Cloud, Team', '$12.00 each month', ...shown]) expect(words).toContain(word);
  for (const word of hidden) expect(words).not.toContain(word);
});

test('a plan is offered for change only where there is another one', () => {
  const card = <SubscriptionCard subscription={subscription} changeable={[]} />;
  expect(wordsOf(renderToStaticMarkup(card))).not.toContain('Change plan');
});

test('every refusal has its words: its own, or those that point to the list', () => {
  expect(noticeOf('price_changed')).toBe('price_changed');
  expect(noticeOf('period_over')).toBe('cannot_renew');
  expect(Object.keys(NOTICES)).toContain(noticeOf('payment_refused'));
});
