import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { graveViolations } from './support/accessibility';
import { goToPaymentPage } from './support/checkout';
import { demoFacts } from './support/demo-facts';
import { runClient } from './support/run-command';

test('a new buyer pays, activates with the key, deletes the activation and downloads the zip', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { url, productId } = demoFacts();
  const product = String(productId);
  const instance = `journey-${randomBytes(4).toString('hex')}`;

  await goToPaymentPage(page);
  await expectFit(page);
  await page.getByRole('button', { name: 'Pay $49.00' }).click();

  await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 30_000 });
  await expectFit(page);
  const key = await copyKey(page);
  expect(key).toMatch(/^lko_[0-9A-Za-z]{49}$/);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible();

  const client = (...args: string[]) =>
    runClient(['--url', url, '--key', key, '--product', product, '--instance', instance, ...args]);
  const activated = await client('--only', 'activate');
  expect(activated.output).toContain('4 out of 5 activations remaining');
  expect(activated.code).toBe(0);

  await openFromThanks(page);
  await expectFit(page);
  await expect(resourceRow(page)).toContainText('1 of 5');
  await page.getByRole('button', { name: /^Delete activation/ }).click();
  await expect(resourceRow(page)).toContainText('0 of 5');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(resourceRow(page)).toContainText('1 of 5');
  await page.getByRole('button', { name: /^Delete activation/ }).click();
  await expect(resourceRow(page)).toContainText('0 of 5');

  const status = await client('--only', 'status');
  expect(status.output).toContain('This installation is not active');
  expect(status.code).toBe(3);

  await downloadAndCompare(page);

  const round = await client();
  expect(round.output).toMatch(/SHA-256 [0-9a-f]{64} matches/);
  expect(round.output).toContain('5 out of 5 activations remaining');
  expect(round.code).toBe(0);
});

async function copyKey(page: Page): Promise<string> {
  const copy = page.getByRole('button', { name: /^Copy (?!Master).*key/i }).first();
  await copy.click();
  await expect(page.getByText('Copied').first()).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function openFromThanks(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: 'Open API Keys' })
    .or(page.getByRole('link', { name: 'Open API Keys' }))
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: 'API Keys' })).toBeVisible();
}

function resourceRow(page: Page) {
  return page.getByRole('row').filter({ hasText: 'Acme Backup Pro' }).first();
}

async function downloadAndCompare(page: Page): Promise<void> {
  await page.goto('/account/api-downloads');
  const arriving = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /^Download acme-backup-pro-2\.1\.0\.zip/ })
    .first()
    .click();
  const file = await (await arriving).path();
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await expect(page.locator('body')).toContainText(sha256);
}

/** Nothing to scroll sideways, and nothing serious for axe, on a page that only this journey reaches. */
async function expectFit(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  expect(await graveViolations(page)).toEqual([]);
}
