import { expect, type Page, test } from '@playwright/test';
import { demoFacts } from './support/demo-facts';
import { order } from './support/order';
import { signIn } from './support/sign-in';

const PRODUCT_KEYS = 'Show Product Order API Keys';
const MASTER_KEY = 'Show Master API Key';

test('an admin hides the product order keys, and they leave the customer’s page altogether', async ({
  page,
  browser,
}) => {
  const { buyer, admin } = demoFacts();
  await order('--buyer', buyer.email);
  await signIn(page, buyer);
  await page.goto('/account/api-keys');
  const rows = page
    .getByRole('row')
    .filter({ hasText: 'Acme Backup Pro' })
    .filter({ hasText: / of \d/ });
  const shown = await rows.count();
  expect(shown).toBeGreaterThan(1);

  const settings = await browser.newPage();
  await signIn(settings, admin);
  try {
    await setSwitch(settings, PRODUCT_KEYS, false);
    await page.reload();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(`of ${shown * 5}`);
    expect(await page.content()).not.toContain('lko_');

    await setSwitch(settings, MASTER_KEY, false);
    await expect(settings.getByRole('main').getByRole('alert')).toContainText(
      'Customers need at least one of the two keys.',
    );
  } finally {
    await setSwitch(settings, PRODUCT_KEYS, true);
  }
  await page.reload();
  await expect(rows).toHaveCount(shown);
  await expect(page.getByText('Master API Key').first()).toBeVisible();
});

test('a refused setting is named beside its field, what was typed stays, and a save says what changed', async ({
  page,
}) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/settings');
  await page.getByLabel('Payment grace').fill('soon');
  await page.getByLabel('Trusted sources').fill('192.0.2.7\nshop.example');
  await page.getByLabel('Strict re-activation').setChecked(true);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('“shop.example” is not an IP address.');
  await expect(page.getByLabel('Payment grace')).toHaveValue('soon');
  await expect(page.getByLabel('Payment grace')).toHaveAccessibleDescription(/a whole number from 0 to 90/);
  await expect(page.getByLabel('Trusted sources')).toHaveValue('192.0.2.7\nshop.example');
  await expect(page.getByLabel('Strict re-activation')).toBeChecked();

  await page.getByLabel('Payment grace').fill('15');
  await page.getByLabel('Trusted sources').fill('');
  await page.getByLabel('Strict re-activation').setChecked(false);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings are saved. Changed: Payment grace.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Payment grace')).toHaveValue('15');
});

async function setSwitch(page: Page, name: string, isOn: boolean): Promise<void> {
  await page.goto('/admin/settings');
  await page.getByLabel(name).setChecked(isOn);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText(/Settings are |Settings were not saved/).first()).toBeVisible();
}
