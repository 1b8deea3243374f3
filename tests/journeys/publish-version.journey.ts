import { expect, type Locator, type Page, test } from '@playwright/test';
import { graveViolations } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

const VERSION = '3.0.0';

test('an admin drafts a version, adds its file, publishes it and withdraws it, and the customer’s page follows', async ({
  page,
  browser,
}) => {
  const { admin, buyer } = demoFacts();
  const customer = await browser.newPage();
  await signIn(customer, buyer);
  await signIn(page, admin);

  await test.step('the draft keeps what was typed through a refusal and a preview', async () => {
    await page.goto('/admin/products');
    await page.getByRole('link', { name: 'Acme Backup Pro' }).click();
    await page.getByRole('link', { name: 'Files and versions' }).click();
    await page.getByRole('link', { name: 'New version' }).click();
    await page.getByRole('textbox', { name: 'Changelog' }).fill('- **Faster** <script>alert(1)</script>');
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByRole('main').getByRole('alert')).toContainText('The version was not saved');
    await page.getByRole('textbox', { name: 'Version', exact: true }).fill(VERSION);
    await page.getByRole('button', { name: 'Preview changelog' }).click();
    await expect(page.locator('.prose strong')).toHaveText('Faster');
    expect(await page.locator('.prose').innerHTML()).not.toContain('script');
    await expect(page.getByRole('textbox', { name: 'Version', exact: true })).toHaveValue(VERSION);
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Create draft' }).click();
    await expect(page.getByText('The draft is there.')).toBeVisible();
  });

  await test.step('without a file it cannot be published, with one it is', async () => {
    await expect(page.getByRole('button', { name: `Publish version ${VERSION}` })).toHaveCount(0);
    await expect(await downloadsRow(customer)).not.toContainText(VERSION);
    const content = Buffer.from(`content of ${VERSION}`);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'acme-3.txt', mimeType: 'text/plain', buffer: content });
    await expect(page.getByRole('row', { name: /acme-3\.txt/ })).toBeVisible();
    expect(await graveViolations(page)).toEqual([]);
    await page.getByRole('button', { name: `Publish version ${VERSION}` }).click();
    await expect(page.getByText('The version is published.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove acme-3.txt from this version' })).toHaveCount(0);
    await expect(await downloadsRow(customer)).toContainText(VERSION);
  });

  await test.step('withdrawing says whom it concerns, and gives the version before back', async () => {
    await expect(page.getByText(/licences? may have this version/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Reason' }).fill('Loses data on Windows.');
    await page.getByRole('button', { name: `Withdraw version ${VERSION}` }).click();
    await expect(page.getByText('The version is withdrawn.')).toBeVisible();
    await expect(page.getByText('Loses data on Windows.')).toBeVisible();
    await expect(await downloadsRow(customer)).not.toContainText(VERSION);
    expect(await graveViolations(page)).toEqual([]);
  });
});

/** The row of the product in API Downloads, freshly read. */
async function downloadsRow(customer: Page): Promise<Locator> {
  await customer.goto('/account/api-downloads');
  return customer.getByRole('row').filter({ hasText: 'Acme Backup Pro' }).first();
}
