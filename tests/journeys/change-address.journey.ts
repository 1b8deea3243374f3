import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { goToPaymentPage } from './support/checkout';
import { linkMailedTo } from './support/mailed-link';
import { signIn } from './support/sign-in';

test('a buyer moves their account to another address, signs in with that one, and deletes it', async ({
  page,
  browser,
}) => {
  await goToPaymentPage(page);
  await page.getByRole('button', { name: 'Pay $49.00' }).click();
  await page.getByRole('button', { name: 'Open API Keys' }).click({ timeout: 30_000 });
  await expect(page.getByRole('heading', { level: 1, name: 'API Keys' })).toBeVisible();

  await page.goto('/account/credentials');
  await page.getByRole('link', { name: 'Prove it is you' }).click();
  await expect(page).toHaveURL(/\/step-up/);
  await page.getByLabel('Password', { exact: true }).fill('a few easy words 42');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await expect(page).toHaveURL(/\/account\/credentials$/);
  const email = `moved-${randomBytes(4).toString('hex')}@example.test`;
  await page.getByLabel('New e-mail address').fill(email);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText(`A mail is on its way to ${email}`)).toBeVisible();
  await expectSound(page);

  const admin = await browser.newPage();
  const link = await linkMailedTo(admin, email, 'Confirm new address');
  await admin.goto(link);
  await expect(admin.getByText('This link belongs to another account')).toBeVisible();
  await admin.context().close();

  await page.goto(link);
  await expectSound(page);
  await page.getByRole('button', { name: 'Confirm new address' }).click();
  await expect(page.getByText('Your address is changed.')).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, { email, password: 'a few easy words 42' });
  await page.goto('/account/api-keys');
  await expect(page.getByRole('row').filter({ hasText: 'Acme Backup Pro' }).first()).toContainText('0 of 5');

  await page.goto('/account/data');
  await expect(page.getByText('1 licence with its key')).toBeVisible();
  await page.getByLabel(`Type your address to confirm: ${email}`).fill(email);
  await page.getByRole('button', { name: 'Delete account' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Your account is deleted' })).toBeVisible();
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
});
