import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { aDeveloper, answerTo, DEFAULT_KEY, keyRow, revealed } from './support/developer';

// The first console: keys at once, notes in place, access by call, counts, re-generate and remove beside each key.

test('1.02, 1.03, 1.04, 1.09, 2.12, 3.17 API Keys in the top bar leads to the key one has, with its buttons', async ({
  page,
}) => {
  await aDeveloper(page);
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'API Keys' }).click();
  await expect(page).toHaveURL(/\/account\/api-keys$/);
  await expect(keyRow(page, DEFAULT_KEY)).toHaveCount(1);
  await expect(page.getByText('Keep keys private, and share them only with people you trust.')).toBeVisible();
  await expect(page.getByText('1 of 2 keys used')).toBeVisible();
  for (const verb of ['Re-generate API Key', 'Configure Access of', 'Remove API Key']) {
    await expect(page.getByRole('button', { name: `${verb} ${DEFAULT_KEY}` })).toBeVisible();
  }
  await expectSound(page);
});

test('1.06, 2.07, 2.15, 2.20, 2.21 one press makes a standard key, and its row stands out in the list', async ({
  page,
}) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys');
  await page.getByLabel('Other kinds of API key').click();
  await expect(page.getByText('Create further keys only if you need several')).toBeVisible();
  await page.getByRole('link', { name: 'Add a new API Key' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Create new API key' })).toBeVisible();
  await expect(page.getByText('share it only with people you trust')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Standard/ })).toBeChecked();
  await expectSound(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page).toHaveURL(/marked=key_/);
  const row = keyRow(page, 'API key 2');
  await expect(row).toBeInViewport();
  await expect(row).toHaveClass(/brass/);
  await expect(page.getByText('2 of 2 keys used')).toBeVisible();
  await expect(page.getByRole('button', { name: '+ Add API Key' })).toBeDisabled();
  await expect(page.getByText('Your plan Free has room for 2 keys.')).toBeVisible();
});

test('1.11, 1.12, 1.13, 1.14 a note is written, changed and cleared in its place', async ({ page }) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys');
  const add = page.getByRole('button', { name: `Add note to ${DEFAULT_KEY}` });
  const edit = page.getByRole('button', { name: `Edit note of ${DEFAULT_KEY}` });
  const field = page.getByRole('textbox', { name: `Note of ${DEFAULT_KEY}` });
  await expect(add).toHaveText('Add note…');

  await add.click();
  await field.fill('on the build server');
  await field.press('Enter');
  await expect(edit).toHaveText('on the build server');
  await page.reload();
  await expect(edit).toHaveText('on the build server');

  await edit.click();
  await field.fill('moved away');
  await field.press('Escape');
  await expect(edit).toHaveText('on the build server');
  await edit.click();
  await field.fill('on the second server');
  await page.getByRole('button', { name: 'Save note' }).click();
  await expect(edit).toHaveText('on the second server');

  await edit.click();
  await field.fill('');
  await field.press('Enter');
  await expect(add).toHaveText('Add note…');
  await page.reload();
  await expect(add).toBeVisible();
});

test('1.15, 1.17 Configure Access leaves a key the ticked calls, and its button says so', async ({ page }) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys');
  const key = await revealed(page, DEFAULT_KEY);
  expect(await answerTo(key, '/orders')).toEqual({ status: 200, code: '' });

  await page.getByRole('button', { name: `Configure Access of ${DEFAULT_KEY}` }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('link', { name: 'How access works' })).toHaveAttribute('href', '/help/key-access');
  await expect(dialog.getByRole('radio', { name: /Full access/ })).toBeChecked();
  await dialog.getByRole('radio', { name: /Only the calls ticked below/ }).check();
  for (const area of ['Licences', 'Activations', 'Orders', 'Downloads', 'Usage', 'Keys']) {
    await expect(dialog.getByRole('group', { name: area, exact: true })).toBeVisible();
  }
  await expectSound(page);
  await dialog.getByRole('searchbox', { name: 'Search calls' }).fill('licence');
  await dialog.getByRole('button', { name: 'Calls that read: Licences' }).click();
  await dialog.getByRole('button', { name: 'Save' }).click();
  const restricted = page.getByRole('button', { name: /^Restricted · \d+ calls?: configure access/ });
  await expect(restricted).toHaveText(/^Restricted · \d+ calls?$/);
  await expect(restricted).toHaveClass(/text-warn/);
  expect(await answerTo(key, '/licences')).toEqual({ status: 200, code: '' });
  expect(await answerTo(key, '/orders')).toEqual({ status: 403, code: 'insufficient_access' });

  await restricted.click();
  await dialog.getByRole('radio', { name: /Read only/ }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await answerTo(key, '/orders')).toEqual({ status: 200, code: '' });
});

test('1.18, 1.21 calls of this month stand beside each key and order the list', async ({ page }) => {
  await aDeveloper(page, 'Unlimited');
  await page.goto('/account/api-keys/new?kind=standard');
  await page.getByLabel('Name').fill('Busy one');
  await page.getByRole('button', { name: 'Save' }).click();
  const row = keyRow(page, 'Busy one');
  await expect(row).toBeVisible();
  const key = await revealed(page, 'Busy one');
  for (let call = 0; call < 5; call++) await answerTo(key);
  await expect(async () => {
    await page.goto('/account/api-keys');
    await expect(row.getByRole('cell').last()).toContainText('5', { timeout: 500 });
    await expect(row.getByRole('cell').last()).toContainText('100 % of your calls', { timeout: 500 });
  }).toPass();
  const header = page.getByRole('columnheader', { name: 'Calls this month' });
  await header.getByRole('link').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  const names = page.getByRole('table', { name: 'Your developer keys' }).getByRole('rowheader');
  await expect(names.first()).toContainText('Busy one');
  await header.getByRole('link').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(names.last()).toContainText('Busy one');
});

test('1.10, 1.24 a re-generated and a removed key stop at once, and what is used asks for its name first', async ({
  page,
}) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys');
  const old = await revealed(page, DEFAULT_KEY);
  expect((await answerTo(old)).status).toBe(200);

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: `Re-generate API Key ${DEFAULT_KEY}` }).click();
  await expect(dialog.getByLabel('The old key')).toHaveValue('0');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect((await answerTo(old)).status).toBe(200);
  await page.getByRole('button', { name: `Re-generate API Key ${DEFAULT_KEY}` }).click();
  await dialog.getByRole('button', { name: 'Get New Key' }).click();
  await expect(dialog.getByText('This is the new value.', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await answerTo(old)).toEqual({ status: 401, code: 'invalid_key' });

  const key = await revealed(page, DEFAULT_KEY);
  expect((await answerTo(key)).status).toBe(200);
  await expect(async () => {
    await page.reload();
    await expect(keyRow(page, DEFAULT_KEY)).not.toContainText('Never', { timeout: 500 });
  }).toPass();
  await page.getByRole('button', { name: `Remove API Key ${DEFAULT_KEY}` }).click();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByText('Type exactly', { exact: false })).toBeVisible();
  await dialog.getByRole('textbox').fill(DEFAULT_KEY);
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('A new default key was created.', { exact: false })).toBeVisible();
  expect(await answerTo(key)).toEqual({ status: 401, code: 'invalid_key' });
  await expect(keyRow(page, DEFAULT_KEY)).toHaveCount(1);
});
