import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Paid } from '@/app/checkout/thanks/paid';
import { readCheckoutByToken } from '@/lib/orders/read-checkout';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { buy, useShop } from '../../orders/support';
import { useDatabase } from '../../support/database';
import { aCustomer, bySystem } from '../../support/factories';

useDatabase();
const shop = useShop();

/** What the thank-you page says to somebody who is not signed in. */
async function thanksFor(wish: Parameters<typeof buy>[1]) {
  const { token } = await buy(shop, wish);
  const view = await readCheckoutByToken(token);
  if (view?.state !== 'ordered') throw new Error('There is no order');
  const page = <Paid token={token} view={view} downloads={[]} visitor="stranger" subscriptions={[]} />;
  return renderToStaticMarkup(page)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
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
