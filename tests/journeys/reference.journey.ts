import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';

test('3.05 somebody finds an operation in the reference and tries it with a key', async ({ page }) => {
  await page.goto('/developers/reference');
  await expectSound(page);
  await page.getByRole('link', { name: 'Read who this key is and what it may do' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Read who this key is and what it may do');
  await expect(page.getByText('/api/v1/whoami"', { exact: false }).first()).toBeVisible();

  await page.getByLabel('Developer key').fill('lks_notAKey');
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText(/^Answer 401 in/)).toBeVisible();
  await page.getByLabel('Developer key').fill(demoFacts().adminApiKey);
  await page.getByRole('button', { name: 'Send request' }).click();
  await expect(page.getByText(/^Answer 200 in/)).toBeVisible();
  await expect(page.locator('pre').filter({ hasText: '"role": "admin"' })).toBeVisible();
  await expectSound(page);
});

test('samples of client calls are read in one language, and without scripts in all', async ({ page, browser }) => {
  await page.goto('/developers/api');
  const activate = page.getByRole('region', { name: 'Activate', exact: true });
  await activate.getByRole('tab', { name: 'curl' }).press('ArrowRight');
  await expect(activate.getByRole('tab', { name: 'JavaScript' })).toBeFocused();
  await page.reload();
  await expect(page.locator('pre:visible').filter({ hasText: 'await fetch(' })).toHaveCount(5);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const unscripted = await plain.newPage();
  await unscripted.goto(page.url());
  await expect(unscripted.locator('pre:visible')).toHaveCount(25);
  await plain.close();
});

test('the page of a code says what happened and leads to the operations', async ({ page }) => {
  await page.goto('/developers/errors/insufficient_access');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not within this key’s access');
  await expectSound(page);
  await page.getByRole('link', { name: 'All operations of the management API' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API reference' })).toBeVisible();
});
