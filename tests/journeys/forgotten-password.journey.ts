import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { goToPaymentPage } from './support/checkout';
import { linkMailedTo } from './support/mailed-link';
import { order } from './support/order';
import { signIn } from './support/sign-in';

test('a buyer without a password gets one by the mailed link, which works once', async ({ page, browser }) => {
  const { customerEmail } = await order();
  await page.goto('/reset');
  await page.getByLabel('E-mail').fill(customerEmail);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText(/a mail with a link is on its way/)).toBeVisible();

  const admin = await browser.newPage();
  const link = await linkMailedTo(admin, customerEmail, 'Choose a new password');
  await admin.context().close();

  await page.goto(link);
  const password = 'words that are easy to keep';
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByText(/Your new password is set/)).toBeVisible();

  await signIn(page, { email: customerEmail, password });
  await page.goto('/account/api-keys');
  await expect(page.getByRole('row').filter({ hasText: 'Acme Backup Pro' }).first()).toContainText('0 of 5');
  await page.goto(link);
  await expect(page.getByText('This link does not work any more')).toBeVisible();
});

test('whoever reads the mail shows that the account is theirs, or puts its opener out and chooses a password', async ({
  page,
  browser,
}) => {
  const email = await goToPaymentPage(page);
  await page.getByRole('button', { name: 'Pay $49.00' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Open API Keys' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API Keys' })).toBeVisible();

  const reader = await browser.newPage();
  const link = await linkMailedTo(reader, email, 'Confirm e-mail address');
  await reader.context().clearCookies();
  await reader.goto(link);
  await expectSound(reader);
  await reader.getByLabel('Password').fill('not the one chosen at checkout');
  await reader.getByRole('button', { name: 'Confirm address' }).click();
  await expect(reader.getByText(/This is not the password of the account/).first()).toBeVisible();
  await reader.getByRole('button', { name: 'Choose a new password' }).click();
  await reader.getByLabel('New password').fill('words of the real owner');
  await reader.getByRole('button', { name: 'Set new password' }).click();
  await expect(reader.getByText(/Your new password is set/)).toBeVisible();

  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
});
