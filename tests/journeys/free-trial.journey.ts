import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

test('a free trial says before and after what it will cost and when, and charges nothing today', async ({ page }) => {
  await page.goto('/products');
  await expect(page.getByText('from $4 per month')).toBeVisible();
  await page.getByRole('link', { name: 'Acme CLI' }).first().click();
  await page.getByRole('radio', { name: /^Monthly/ }).check();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await expect(page.getByText('Free for 14 days, then $4.00 every month.')).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByLabel('E-mail').fill(`${randomBytes(5).toString('hex')}@example.test`);
  await page.getByLabel('Password for your account').fill('a few easy words 42');
  await page.getByRole('button', { name: 'Start the free trial' }).click();
  await page.getByRole('button', { name: 'Start 14 days of trial' }).click();
  await expect(page.getByText('is complete, and nothing was charged.')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Free until the first payment on')).toBeVisible();
  await expectSound(page);
});

test('an owner gives a plan a trial only where it is paid again and again', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/products/105/sale/plans/new');
  const trial = page.getByRole('textbox', { name: /^Free trial in days/ });
  await expect(page.getByRole('radio', { name: 'Once' })).toBeChecked();
  await expect(trial).toBeHidden();
  await page.getByRole('radio', { name: 'Every month' }).check();
  await expect(trial).toBeVisible();
  await page.goto('/admin/products/105/sale');
  await expect(page.getByRole('row', { name: /Monthly/ })).toContainText('First 14 days free');
  await expectSound(page);
  await page.getByRole('link', { name: 'Edit plan Monthly' }).click();
  await expect(trial).toHaveValue('14');
  await expectSound(page);
});
