import { expect, test } from '@playwright/test';
import { goToPaymentPage } from './support/checkout';

test('a declined card can be tried again, and a payment that comes later brings the keys to the waiting page', async ({
  page,
  context,
}) => {
  await goToPaymentPage(page);
  await page.getByRole('button', { name: 'Decline' }).click();
  await expect(page.getByRole('alert')).toContainText('Payment failed.');

  await page.getByRole('button', { name: 'Succeeds later' }).click();
  await expect(page.getByRole('heading', { name: 'The payment is on its way' })).toBeVisible();
  const back = (await page.getByRole('link', { name: 'Return to the store' }).getAttribute('href')) ?? '';

  const waiting = await context.newPage();
  await waiting.goto(back);
  await expect(waiting.getByRole('heading', { level: 1, name: /^Waiting for your payment/ })).toBeVisible();
  await expect(waiting.getByText(/lk[om]_/)).toHaveCount(0);

  await page.getByRole('button', { name: 'Let it succeed' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 30_000 });
  // The page that waited was never touched: it looks again by itself.
  await expect(waiting.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 30_000 });
});

test('who cancels on the payment page finds the cart as it was', async ({ page }) => {
  await goToPaymentPage(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page).not.toHaveURL(/demo-payments/);
  await page.goto('/cart');
  await expect(page.getByRole('row').filter({ hasText: 'Acme Backup Pro' }).first()).toBeVisible();
});
