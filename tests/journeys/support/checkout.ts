import { randomBytes } from 'node:crypto';
import { expect, type Page } from '@playwright/test';

/** From the front page to the hosted payment page, as a new buyer of the small demo plan; answers their address. */
export async function goToPaymentPage(page: Page): Promise<string> {
  const email = `${randomBytes(5).toString('hex')}@example.test`;
  await putPlanIntoCart(page);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Name', { exact: false }).first().fill('Nora New');
  await page.getByLabel('Password for your account').fill('a few easy words 42');
  await page.getByRole('button', { name: 'Pay $49.00' }).click();
  await expect(page).toHaveURL(/\/demo-payments\//);
  return email;
}

async function putPlanIntoCart(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByText('Demo payments').first()).toBeVisible();
  await page
    .getByRole('link', { name: /Acme Backup Pro/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'Acme Backup Pro' })).toBeVisible();
  await page.getByRole('radio', { name: /Personal/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page).toHaveURL(/\/cart/);
  await page.getByRole('link', { name: 'Go to checkout' }).click();
}
