import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectSound, graveViolations } from './support/accessibility';
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
  await order({ buyer: buyer.email });
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
    await settings.goto('/admin/settings');
    const preview = settings.getByRole('region', { name: 'Preview: what customers see' });
    await expect(preview).toContainText('This is what customers see today.');
    await settings.getByLabel(PRODUCT_KEYS).setChecked(false);
    await expect(preview.getByRole('status').first()).toContainText(/Not saved yet\. .* for \d+ customers?\./);
    const foretold = await keysTable(preview).locator('th[role=columnheader]').allInnerTexts();
    expect(foretold).not.toContain('Product Order API Key');
    await page.reload();
    await expect(rows).toHaveCount(shown);

    await saveKeys(settings);
    await page.reload();
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText(`of ${shown * 5}`);
    expect(await keysTable(page).locator('th[role=columnheader]').allInnerTexts()).toEqual(foretold);
    expect(await page.content()).not.toContain('lko_');

    await settings.getByLabel(MASTER_KEY).setChecked(false);
    await expect(preview).toContainText('Neither key would be shown');
    await saveKeys(settings);
    await expect(settings.getByRole('main').getByRole('alert')).toContainText(
      'Customers need at least one of the two keys.',
    );
  } finally {
    await settings.goto('/admin/settings');
    await settings.getByLabel(PRODUCT_KEYS).setChecked(true);
    await saveKeys(settings);
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

test('the settings can be read and worked by anybody', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/settings');
  await expect(page.getByRole('region', { name: 'Preview: what customers see' })).toBeVisible();
  await expectSound(page);
});

test('a test of mail and of payments says what is not connected and what connects it', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/settings#mail');
  await page.getByRole('button', { name: 'Send test mail' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'No mail was sent' })).toContainText('Mails wait under Mail');
  await page.getByRole('button', { name: 'Test payments' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Demo payments are on' })).toContainText(
    'set STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET',
  );
  expect(await graveViolations(page)).toEqual([]);
});

function keysTable(place: Page | Locator): Locator {
  return place.getByRole('table', { name: 'Your API Resources', includeHidden: true });
}

async function saveKeys(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save key visibility' }).click();
  await expect(page.getByText(/Settings are |Settings were not saved/).first()).toBeVisible();
}
