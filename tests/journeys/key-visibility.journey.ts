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
    await expect(settings.getByText('Customers need at least one of the two keys.')).toBeVisible();
  } finally {
    await setSwitch(settings, PRODUCT_KEYS, true);
  }
  await page.reload();
  await expect(rows).toHaveCount(shown);
  await expect(page.getByText('Master API Key').first()).toBeVisible();
});

async function setSwitch(page: Page, name: string, isOn: boolean): Promise<void> {
  await page.goto('/admin/settings');
  await page.getByLabel(name).setChecked(isOn);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText(/Settings are saved|Settings were not saved/).first()).toBeVisible();
}
