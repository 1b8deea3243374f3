import { expect, type Page, test } from '@playwright/test';
import { demoFacts } from './support/demo-facts';
import { order } from './support/order';
import { signIn } from './support/sign-in';

test('a buyer without a password gets one by the mailed link, which works once', async ({ page, browser }) => {
  const { customerEmail } = await order();
  await page.goto('/reset');
  await page.getByLabel('E-mail').fill(customerEmail);
  await page.getByRole('button', { name: 'Mail me a link' }).click();
  await expect(page.getByText(/a mail with a link is on its way/)).toBeVisible();

  const admin = await browser.newPage();
  const link = await linkMailedTo(admin, customerEmail);
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

/** A demo store has no mail server: its admin reads the mail and hands the link on. */
async function linkMailedTo(page: Page, email: string): Promise<string> {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/mail');
  await page
    .getByRole('row')
    .filter({ hasText: email })
    .filter({ hasText: 'Choose a new password' })
    .getByRole('link')
    .click();
  const mail = page.frameLocator('iframe');
  const link = await mail.getByRole('link', { name: 'Choose a new password' }).getAttribute('href');
  expect(link).toMatch(/\/reset\?token=\w{43}/);
  return link ?? '';
}
