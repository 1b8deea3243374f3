import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { aDeveloper, answerTo, DEFAULT_KEY, keyRow, revealed } from './support/developer';
import { inStore } from './support/store-rows';

// The second console: the manager under Access, the Credentials page with its panels, columns and buttons in their order.

test('2.05, 2.10, 2.11 the menus lead to the manager and to Credentials, where password and keys stand', async ({
  page,
}) => {
  const { email } = await aDeveloper(page);
  await page.goto('/products');
  const menu = page.getByRole('button', { name: /^Your account: / });
  await menu.hover();
  await page.getByRole('link', { name: 'Credentials' }).click();
  await expect(page).toHaveURL(/\/account\/credentials$/);
  const headings = await page.getByRole('main').getByRole('heading', { level: 2 }).allTextContents();
  expect(headings[0]).toBe('Change password');
  expect(headings.at(-1)).toBe('All developer keys');
  await expect(keyRow(page, DEFAULT_KEY)).toHaveCount(1);
  await expectSound(page);

  const side = page.getByRole('navigation', { name: 'Account' });
  await side.getByRole('list', { name: 'Access' }).getByRole('link', { name: 'API Keys' }).click();
  await expect(page).toHaveURL(/\/account\/api-keys$/);

  await page.mouse.move(0, 400);
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner').getByRole('link', { name: 'My Account' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner').getByRole('link', { name: 'My Account' })).toBeHidden();
  await page.getByRole('banner').getByRole('button').first().click();
  await page.getByRole('banner').getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out of this browser.')).toBeVisible();
  expect(email).toContain('@');
});

test('2.13, 2.14 columns and buttons stand in their order; Copy asks who is there when the last proof is old', async ({
  page,
  context,
}) => {
  const { email, password } = await aDeveloper(page);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/account/api-keys');
  const table = page.getByRole('table', { name: 'Your developer keys' });
  const headers = await table.getByRole('columnheader').allTextContents();
  expect(headers).toEqual(['Name', 'Key', 'Last used', 'Expires', 'Status', 'Calls this month']);
  const copy = page.getByRole('button', { name: `Copy key of ${DEFAULT_KEY}` });
  await expect(page.getByRole('button', { name: `Revoke ${DEFAULT_KEY}` })).toBeVisible();
  await expect(page.getByRole('link', { name: `Edit ${DEFAULT_KEY}` })).toBeVisible();
  await expect(page.getByRole('button', { name: `Remove API Key ${DEFAULT_KEY}` })).toHaveAttribute('title', 'Delete');

  await inStore(
    `UPDATE session SET proven_at = proven_at - interval '1 hour' WHERE customer_id = (SELECT id FROM customer WHERE email = $1)`,
    [email],
  );
  await copy.click();
  const dialog = page.getByRole('dialog', { name: 'Confirm it is you' });
  await expect(dialog).toBeVisible();
  await expectSound(page);
  await dialog.getByLabel('Password').fill(password);
  await dialog.getByRole('button', { name: 'Confirm' }).click();
  await expect(dialog).toHaveCount(0);
  await copy.click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/^lks_/);
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(await answerTo(copied)).toEqual({ status: 200, code: '' });

  await page.getByRole('button', { name: `Revoke ${DEFAULT_KEY}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(page.getByText('A new default key was created.', { exact: false })).toBeVisible();
  await expect(table.getByText('Revoked', { exact: true })).toBeVisible();
  expect(await answerTo(copied)).toEqual({ status: 401, code: 'invalid_key' });
});

test('2.16, 2.17, 2.19 a key has a name, may have an end, and can be made deactivated', async ({ page }) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys/new?kind=standard');
  await page.getByLabel('Name').fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').getByText('Give the key a name.')).toBeVisible();
  await expect(
    page.getByText('Without an expiry date the key works until you stop it.', { exact: false }),
  ).toBeVisible();
  await page.getByLabel('Name').fill('Nightly export');
  await page.getByRole('button', { name: '180 days' }).click();
  await page.getByRole('switch', { name: 'Status' }).uncheck();
  await page.getByRole('button', { name: 'Save' }).click();
  const row = keyRow(page, 'Nightly export');
  await expect(row).not.toContainText('Does not expire');
  const slider = page.getByRole('switch', { name: 'Status of Nightly export' });
  await expect(slider).toHaveAttribute('aria-checked', 'false');
  const key = await revealed(page, 'Nightly export');
  expect(await answerTo(key)).toEqual({ status: 401, code: 'key_disabled' });
  await slider.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click();
  await expect(slider).toHaveAttribute('aria-checked', 'true');
  expect(await answerTo(key)).toEqual({ status: 200, code: '' });
});

test('2.22, 3.16 the pages ask to sign in first, and their old names lead to them', async ({ page }) => {
  await page.goto('/settings/api-keys');
  await expect(page).toHaveURL(/\/sign-in\?return=%2Faccount%2Fapi-keys/);
  await page.goto('/account/api-keys/new');
  await expect(page).toHaveURL(/\/sign-in\?return=/);
  await aDeveloper(page);
  for (const old of ['/settings/api-keys', '/access/api-key-manager']) {
    await page.goto(old);
    await expect(page).toHaveURL(/\/account\/api-keys$/);
  }
  await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('main').getByRole('link', { name: 'API Keys' }).last().click();
  await expect(page.getByRole('heading', { name: 'Developer keys' })).toBeVisible();
});

test('1.26 unused keys are marked, found by a filter and removed together', async ({ page }) => {
  const { email } = await aDeveloper(page, 'Unlimited');
  for (const name of ['Old script', 'Older script']) {
    await page.goto('/account/api-keys/new?kind=standard');
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(keyRow(page, name)).toBeVisible();
  }
  await inStore(
    `UPDATE access_key SET created_at = created_at - interval '100 days', secret_made_at = secret_made_at - interval '100 days'
     WHERE name LIKE 'Old%' AND customer_id = (SELECT id FROM customer WHERE email = $1)`,
    [email],
  );
  await page.goto('/account/api-keys');
  await page.getByRole('link', { name: 'Show unused keys' }).click();
  await expect(page.getByText('2 keys found')).toBeVisible();
  await expect(keyRow(page, DEFAULT_KEY)).toHaveCount(0);
  await page.getByRole('button', { name: 'Select all on this page' }).click();
  await page.getByRole('region', { name: 'Change the selected keys' }).getByRole('button', { name: 'Remove' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Remove 2 keys' }).click();
  await expect(dialog.getByText('Type exactly', { exact: false })).toBeVisible();
  await dialog.getByRole('textbox').fill('remove 2 keys');
  await dialog.getByRole('button', { name: 'Remove 2 keys' }).click();
  await expect(page.getByText('2 keys changed.')).toBeVisible();
  await expect(page.getByText('No key matches')).toBeVisible();
});
