import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { aDeveloper, answerTo, DEFAULT_KEY, keyRow, shownValue } from './support/developer';
import { signIn } from './support/sign-in';

// The third console: search, a form, a key that is shown once, and its own page with sid and prefix.

test('3.02 whoever registers has a key in the console from the first visit', async ({ page, browser }) => {
  const email = `newcomer-${randomBytes(4).toString('hex')}@example.test`;
  await page.goto('/register');
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Mail me the link' }).click();
  await expect(page.getByText(email)).toBeVisible();
  const admin = await browser.newPage();
  await signIn(admin, demoFacts().admin);
  await admin.goto('/admin/mail');
  await admin.getByRole('row').filter({ hasText: email }).getByRole('link').first().click();
  const link = await admin.frameLocator('iframe').locator('a[href*="token="]').first().getAttribute('href');
  await admin.context().close();
  await page.goto(link ?? '');
  await page.getByRole('button', { name: 'Confirm address' }).click();
  await page.getByLabel('New password').fill('a few easy words 42');
  await page.getByRole('button', { name: 'Set new password' }).click();
  await expect(page.getByText(/Your new password is set/)).toBeVisible();
  await signIn(page, { email, password: 'a few easy words 42' });
  await page.goto('/account/api-keys');
  await expect(keyRow(page, DEFAULT_KEY)).toHaveCount(1);
});

test('3.12, 3.29, 3.30, 3.32, 3.33, 3.34 a secret key is shown once, and never again after that', async ({ page }) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys');
  await page.getByRole('link', { name: '+ Add API Key' }).click();
  await expect(page.getByRole('radio', { name: /^Secret/ })).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'Expiry date' })).not.toHaveValue('');
  await page.getByLabel('Name').fill('Build server');
  await page.getByRole('button', { name: 'Submit' }).click();

  await expect(page.getByText('It will not be displayed again')).toBeVisible();
  await expect(page.getByText('do not write it into source code', { exact: false })).toBeVisible();
  const key = await shownValue(page);
  expect(key).toMatch(/^lkx_/);
  expect(await answerTo(key)).toEqual({ status: 200, code: '' });
  expect(page.url()).not.toContain(key.slice(0, 12));
  await expectSound(page);

  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download .env' }).click();
  expect((await download).suggestedFilename()).toBe('latchkey.env');

  await expect(page.getByRole('button', { name: 'Go to the key' })).toBeDisabled();
  await page.getByRole('navigation', { name: 'Shop' }).getByRole('link', { name: 'Shop' }).click();
  const leave = page.getByRole('dialog', { name: 'Leave without saving the key?' });
  await expect(leave.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(leave).toHaveCount(0);
  expect(await shownValue(page)).toBe(key);
  await page.getByLabel('I have saved it').check();

  await page.reload();
  await expect(page).toHaveURL(/\/account\/api-keys\/key_\w+\?shown=1$/);
  await expect(page.getByText('This key was already shown')).toBeVisible();
  expect(await page.content()).not.toContain(key.slice(12));
  await expect(page.getByRole('button', { name: 'Re-generate API Key Build server' }).first()).toBeVisible();
});

test('3.18, 3.19 a search by its button finds keys by all their words, and Clear resets it', async ({ page }) => {
  await aDeveloper(page, 'Unlimited');
  for (const [name, note] of [
    ['Warehouse', 'runs each night'],
    ['Accounting', 'asked for in spring'],
  ] as const) {
    await page.goto('/account/api-keys/new?kind=standard');
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Note').fill(note);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(keyRow(page, name)).toBeVisible();
  }
  const box = page.getByLabel('Search developer keys');
  await expect(page.getByRole('link', { name: 'Clear', exact: true })).toHaveCount(0);
  await box.fill('each night');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/q=each(\+|%20)night/);
  await expect(keyRow(page, 'Warehouse')).toBeVisible();
  await expect(keyRow(page, 'Accounting')).toHaveCount(0);
  await page.getByRole('link', { name: 'Clear', exact: true }).click();
  await expect(keyRow(page, 'Accounting')).toBeVisible();
  await expect(box).toHaveValue('');

  await box.fill('no such thing');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByText('No key matches')).toBeVisible();
  // A whole key pasted by mistake is cut to what the list shows of it anyway.
  await page.goto(`/account/api-keys?q=lks_${'a'.repeat(49)}`);
  await expect(page).toHaveURL(/q=lks_aaaaaa$/);
});

test('3.20, 3.22, 3.26 the name leads to the page of the key with its facts and samples', async ({ page }) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys');
  await keyRow(page, DEFAULT_KEY).getByRole('link', { name: DEFAULT_KEY }).click();
  await expect(page).toHaveURL(/\/account\/api-keys\/key_\w+$/);
  await expect(page.getByRole('heading', { level: 1, name: DEFAULT_KEY })).toBeVisible();
  for (const fact of ['Sid', 'Name', 'Description', 'Prefix', 'Created', 'Expiry Date']) {
    await expect(page.getByRole('main').getByText(fact, { exact: true }).first()).toBeVisible();
  }
  await expect(page.getByText('by the system')).toBeVisible();
  for (const sample of ['curl', 'TypeScript', 'PHP', 'Python', 'Nightly export with cron']) {
    await expect(page.getByText(sample, { exact: true })).toBeVisible();
  }
  await expect(page.getByText('Authorization: Bearer $LATCHKEY_API_KEY').first()).toBeVisible();
  await expectSound(page);

  await page.getByRole('link', { name: `Edit ${DEFAULT_KEY}` }).click();
  await page.getByLabel('Description').fill('Exports for the bookkeeper');
  await page.getByLabel('Addresses it may be used from').fill('203.0.113.0/24');
  await expectSound(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The key is saved.')).toBeVisible();
  await expect(page.getByText('Exports for the bookkeeper')).toBeVisible();
  await expect(page.getByText('203.0.113.0/24')).toBeVisible();
});

test('3.35 a leaked key is disabled from its page and replaced by another', async ({ page }) => {
  await aDeveloper(page);
  await page.goto('/account/api-keys/new?kind=secret');
  await page.getByLabel('Name').fill('Crawler');
  await page.getByRole('button', { name: 'Submit' }).click();
  const key = await shownValue(page);
  await page.getByLabel('I have saved it').check();
  await page.getByRole('button', { name: 'Go to the key' }).click();
  await page.getByRole('button', { name: 'This key leaked' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable it and get a replacement' }).click();
  await expect(page.getByText('It will not be displayed again')).toBeVisible();
  const replacement = await shownValue(page);
  expect(replacement).not.toBe(key);
  expect((await answerTo(key)).status).toBe(401);
  expect(await answerTo(replacement)).toEqual({ status: 200, code: '' });
});
