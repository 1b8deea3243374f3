import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

const PUBLIC = [
  '/',
  '/products',
  '/products/acme-backup-pro',
  '/cart',
  '/sign-in',
  '/register',
  '/reset',
  '/account-deleted',
  '/mfa',
  '/developers/api',
  '/developers/api/compat',
  '/developers/errors/limit_reached',
];
const BUYER = [
  '/account',
  '/account/api-keys',
  '/account/api-keys/activations',
  '/account/api-downloads',
  '/account/orders',
  '/account/credentials',
  '/account/credentials/authenticator',
  '/account/credentials/passkey',
  '/account/sessions',
  '/account/data',
  '/account/settings',
  '/step-up?return=/account',
];
const ADMIN = [
  '/admin',
  '/admin/settings',
  '/admin/settings/legal',
  '/admin/settings/storage',
  '/admin/settings/team',
  '/admin/associated-keys',
  '/admin/mail',
  '/admin/system',
  '/admin/system/backups',
  '/admin/system/jobs',
  '/admin/system/updates',
  '/account/credentials',
  '/account/credentials/recovery-codes',
];

// What a page's own policy refuses is missing from it, and only the console says so.
let refused: string[];
test.beforeEach(({ page }) => {
  refused = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(`${page.url()}: ${message.text()}`);
  });
});
test.afterEach(() => expect(refused).toEqual([]));

test('nothing serious stands between anybody and the storefront', async ({ page }) => {
  await page.goto('/products/acme-backup-pro');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page).toHaveURL(/\/cart/);
  for (const path of [...PUBLIC, '/checkout']) await expectAccessible(page, path);
});

test('nor a buyer and the account', async ({ page }) => {
  await signIn(page, demoFacts().buyer);
  for (const path of BUYER) await expectAccessible(page, path);
  await expectFirstAccessible(page, '/account/orders');
});

test('nor an admin and the admin area', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  for (const path of ADMIN) await expectAccessible(page, path);
  for (const list of ['/admin/associated-keys', '/admin/mail']) await expectFirstAccessible(page, list);
});

async function expectAccessible(page: Page, path: string): Promise<void> {
  const response = await page.goto(path);
  expect(response?.status(), path).toBe(200);
  await expectSound(page);
}

/** A page behind the first link of a list: an order, a mail. */
async function expectFirstAccessible(page: Page, list: string): Promise<void> {
  await page.goto(list);
  const link = page.getByRole('main').locator(`a[href^="${list}/"]`).first();
  await expectAccessible(page, (await link.getAttribute('href')) ?? list);
}
