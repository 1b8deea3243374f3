import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Paid } from '@/app/checkout/thanks/paid';
import type { Visitor } from '@/app/checkout/thanks/to-account';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { buy, useShop } from '../../orders/support';
import { useDatabase } from '../../support/database';
import { aCustomer, bySystem } from '../../support/factories';

useDatabase();
const shop = useShop();

/** The thank-you page of a purchase as one of its visitors gets it. */
async function thanksPage(wish: Parameters<typeof buy>[1], visitor: Visitor) {
  const { token } = await buy(shop, wish);
  const view = await readCheckoutByToken(token);
  if (view?.state !== 'ordered') throw new Error('There is no order');
  const page = <Paid token={token} view={view} downloads={[]} visitor={visitor} subscriptions={[]} />;
  return { html: renderToStaticMarkup(page), token, orderId: view.order.id };
}

/** What it says to somebody who is not signed in. */
async function thanksFor(wish: Parameters<typeof buy>[1]) {
  return (await thanksPage(wish, 'stranger')).html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

async function withHiddenProductKeys(work: () => Promise<void>) {
  await saveStoreSettings({ showProductOrderApiKeys: false, showMasterApiKey: true }, bySystem);
  try {
    await work();
  } finally {
    await saveStoreSettings({ showProductOrderApiKeys: true, showMasterApiKey: true }, bySystem);
  }
}

const asGuestOf = (email: string) => ({ buyer: { kind: 'guest' as const, email } });

test('where no key may be shown, the page does not say that one is below', async () => {
  await withHiddenProductKeys(async () => {
    const known = await aCustomer({ emailVerifiedAt: new Date() });
    const words = await thanksFor(asGuestOf(known.email));
    expect(words).not.toMatch(/below|Your keys (?!are in the mail)/);
    expect(words).toContain(`Your keys are in the mail to ${known.email} and on your API Keys page.`);
    expect(words).toContain('What you bought');
  });
});

test('where one key is shown, it is said to be below, and where the others are', async () => {
  const known = await aCustomer({ emailVerifiedAt: new Date() });
  const words = await thanksFor(asGuestOf(known.email));
  expect(words).toContain('Your keys are below');
  expect(words).toContain('Keys that are not shown here are in the mail');
  await withHiddenProductKeys(async () => expect(await thanksFor({})).toContain('Your keys are below'));
});

test('which password counts is said so that it is true of an account that was taken back, too', async () => {
  const waiting = await aCustomer({ passwordHash: '$argon2id$waiting' });
  const words = await thanksFor(asGuestOf(waiting.email));
  expect(words).not.toContain('still the one from then');
  expect(words).toContain('If the old one is not accepted either, choose a new one by mail.');
});

test.each(['signed_in', 'stranger'] as const)('the page leads a visitor who is %s to the invoice', async (visitor) => {
  const { html, orderId } = await thanksPage({}, visitor);
  expect(html).toContain(`href="/account/orders/${orderId}/invoice"`);
});

test('a new buyer gets to the invoice by the same press that signs them in, somebody of another account not at all', async () => {
  const { html, token } = await thanksPage({}, 'new_account');
  const forms = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form);
  const toInvoice = forms.filter((form) => form.includes('value="invoice"'));
  expect(toInvoice).toHaveLength(1);
  expect(toInvoice[0]).toContain(`name="token" value="${token}"`);
  expect((await thanksPage({}, 'other_account')).html).not.toContain('nvoice');
});

test('the page leads to help with activating, and with a mail that does not come', async () => {
  const { html } = await thanksPage({}, 'stranger');
  for (const article of ['activate', 'keys-missing']) expect(html).toContain(`href="/help/${article}"`);
});
