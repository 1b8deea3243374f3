import { randomBytes } from 'node:crypto';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { hasApp, nextCode } from './support/authenticator';
import { demoFacts } from './support/demo-facts';
import { aMailServer, type MailServer } from './support/mail-server';
import { type Order, order } from './support/order';
import { anOwnStore, type OwnStore } from './support/own-store';
import { signIn } from './support/sign-in';

let store: OwnStore;
let smtp: MailServer;
// A store with a mail server: a sign-in link is in its mail and nowhere else.
test.beforeAll(async () => {
  test.setTimeout(300_000);
  smtp = await aMailServer();
  const variables = { SMTP_URL: `smtp://127.0.0.1:${smtp.port}`, MAIL_FROM: 'store@example.test' };
  store = await anOwnStore(variables);
});
test.afterAll(async () => {
  await store.stop();
  await smtp.close();
});

test('an admin finds a customer, replaces the master key, mails a link that signs in once, and looks without seeing a key', async ({
  browser,
}) => {
  // Eleven pages, each looked at twice with axe.
  test.setTimeout(600_000);
  const bought = await order();
  const { customerEmail: email, masterApiKey: oldKey } = bought;
  expect(await activate(oldKey, bought)).toBe(201);

  const context = await browser.newContext({ baseURL: store.url });
  const page = await context.newPage();
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/customers');
  await expectSound(page);
  await page.getByRole('searchbox').fill(oldKey);
  await expect(page).toHaveURL(/\/admin\/customers\/\d+\?note=key_found$/);
  expect(await page.content()).not.toContain(oldKey);
  await expectSound(page);
  const customerUrl = page.url().replace(/\?.*/, '');
  await expect(page.getByRole('region', { name: 'Licences' })).toContainText('1 of 5');

  await page.getByRole('link', { name: 'Replace master key' }).click();
  await proveIfAsked(page);
  await expectSound(page);
  await page.getByRole('button', { name: 'Replace master key' }).dblclick();
  await expect(page).toHaveURL(/notice=(master_key_replaced|already_replaced)$/);
  await expect(page.getByText('1 activation', { exact: true })).toBeVisible();
  expect(await activate(oldKey, bought)).toBe(401);

  await page.getByRole('button', { name: 'Mail sign-in link' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Mail sign-in link' }).click();
  await expect(page.getByText('The link is on its way')).toBeVisible();
  const link = await linkMailedTo(email);
  await page.reload();
  await page.getByRole('link', { name: 'Link to sign in' }).first().click();
  await expect(page.getByText('so it is hidden here')).toBeVisible();
  expect(await page.content()).not.toContain(tokenOf(link));

  const newKey = await signInByLink(await browser.newContext({ baseURL: store.url }), link);
  expect(newKey).not.toBe(oldKey);
  expect(await activate(newKey, bought)).toBe(201);

  await page.goto(customerUrl);
  await page.getByRole('link', { name: 'View as customer' }).click();
  await proveIfAsked(page);
  await page.getByRole('button', { name: 'Start viewing' }).click();
  await expect(page.getByRole('alert').getByText('Say why')).toBeVisible();
  await page.getByLabel('Why do you look?').fill('Asked by telephone where the key is');
  await page.getByRole('button', { name: 'Start viewing' }).click();
  await expect(page.getByText(`You are viewing as ${email}`)).toBeVisible();
  const keys = [newKey, ...bought.items.map((item) => item.productOrderApiKey)];
  for (const name of ['Dashboard', 'Orders', 'API Keys', 'API Downloads']) {
    await page.getByRole('navigation', { name: 'Pages of this customer' }).getByRole('link', { name }).click();
    await expect(page.locator('nav a[aria-current="page"]').filter({ hasText: name })).toBeVisible();
    const content = await page.content();
    for (const key of keys) expect(content).not.toContain(key);
    await expect(page.locator('main a[href^="/downloads/"]')).toHaveCount(0);
    await expectSound(page);
  }
  await page.getByRole('button', { name: 'Stop viewing' }).click();
  await expect(page.getByText('You have stopped viewing.')).toBeVisible();
  await page.goto(`${customerUrl}/view/api-keys`);
  await expect(page.getByRole('button', { name: 'Start viewing' })).toBeVisible();

  await page.goto(customerUrl);
  await page.getByRole('button', { name: 'Disable account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable account' }).click();
  await expect(page.getByText('The account is disabled, every browser signed out')).toBeVisible();
  expect(await activate(newKey, bought)).toBe(403);
  await expectSound(page);
});

async function activate(key: string, { items: [item] }: Order): Promise<number> {
  const { status } = await fetch(`${store.url}/api/v1/activations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ product: item?.productId, instance: `journey-${randomBytes(4).toString('hex')}` }),
  });
  return status;
}

/** A proof older than ten minutes is asked for again. */
async function proveIfAsked(page: Page): Promise<void> {
  await page.waitForLoadState();
  const { email } = demoFacts().admin;
  if (!/\/step-up/.test(page.url()) || !hasApp(email)) return;
  await page.getByLabel('Code from your authenticator app').fill(await nextCode(email));
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).not.toHaveURL(/\/step-up/);
}

async function linkMailedTo(email: string): Promise<string> {
  const found = () =>
    smtp.received
      .filter((mail) => mail.includes(email) && mail.includes('Your link to sign in'))
      .map((mail) => /http\S+\/sign-in\/link\?token=[\w-]+/.exec(readable(mail))?.[0]);
  await expect.poll(() => found().length, { timeout: 30_000 }).toBe(1);
  return found()[0] ?? '';
}

/** Quoted-printable as plain text. */
function readable(mail: string): string {
  return mail.replace(/=\r?\n/g, '').replaceAll('=3D', '=');
}

const tokenOf = (link: string) => new URL(link).searchParams.get('token') ?? 'no token';

/** Uses the link in the customer's own browser, once; answers the master key as its owner sees it. */
async function signInByLink(context: BrowserContext, link: string): Promise<string> {
  const page = await context.newPage();
  await page.goto(link);
  await expectSound(page);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await page.goto('/account/api-keys');
  const key = /lkm_\w{20,}/.exec(await page.content())?.[0] ?? '';
  await page.goto(link);
  await expect(page.getByText('This link does not work any more')).toBeVisible();
  await context.close();
  return key;
}
