import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { addApp } from './support/authenticator';
import { demoFacts } from './support/demo-facts';
import { aDeveloper, shownValue } from './support/developer';
import { inStore } from './support/store-rows';

// The fourth console: a pair for one year on the Credentials page, with a slider, two icons and the second factor.

type Pair = { key: string; secret: string };

async function shownPair(page: Page): Promise<Pair> {
  await expect(page.getByText('It will not be displayed again')).toBeVisible();
  const key = await shownValue(page, 'LATCHKEY_ACCESS_KEY');
  return { key, secret: await shownValue(page, 'LATCHKEY_ACCESS_SECRET') };
}

async function statusOf({ key, secret }: Pair): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
  return (await fetch(`${demoFacts().url}/api/v1/whoami`, { headers: { authorization } })).status;
}

const card = (page: Page) => page.getByRole('article', { name: 'API Access Key' });
// Found by its look: while a question stands in front of the page, the rest is hidden from roles.
const slider = (page: Page) => page.locator('article[aria-label="API Access Key"] [role=switch]');
const dialog = (page: Page) => page.getByRole('dialog');

test('4.02, 4.03, 4.04, 4.15, 4.16, 4.17, 4.18, 4.19, 4.21, 4.23, 4.24 a pair is made, replaced and deleted on Credentials', async ({
  page,
}) => {
  const { email } = await aDeveloper(page);
  await page.goto('/account/credentials');
  await expect(page.getByRole('link', { name: 'How to generate a new key' })).toHaveAttribute(
    'href',
    '/help/key-pairs',
  );
  await expect(page.getByRole('link', { name: 'Set Up MFA' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Generate New Key' })).toHaveCount(0);
  await addApp(page, email);
  await page.goto('/account/credentials');
  await page.getByRole('button', { name: 'Generate New Key' }).click();
  const first = await shownPair(page);
  expect(first.key).toMatch(/^lka_/);
  expect(first.secret).toMatch(/^lkp_/);
  expect(await statusOf(first)).toBe(200);
  await expectSound(page);
  await page.getByLabel('I have saved it').check();

  await page.goto('/account/credentials');
  await expect(slider(page)).toHaveAttribute('aria-checked', 'true');
  await expect(card(page)).toContainText('Valid until');
  await expectSound(page);
  await card(page).getByRole('button', { name: 'Regenerate' }).click();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  expect(await statusOf(first)).toBe(200);
  await card(page).getByRole('button', { name: 'Regenerate' }).click();
  await dialog(page).getByRole('button', { name: 'Get New Key' }).click();
  const second = await shownPair(page);
  expect(second.key).not.toBe(first.key);
  expect([await statusOf(first), await statusOf(second)]).toEqual([401, 200]);
  await page.getByLabel('I have saved it').check();

  await page.goto('/account/credentials');
  await card(page).getByRole('button', { name: 'Delete' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await statusOf(second)).toBe(200);
  await card(page).getByRole('button', { name: 'Delete' }).click();
  const typed = dialog(page).getByRole('textbox');
  if (await typed.isVisible()) await typed.fill('API Access Key');
  await dialog(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Generate New Key' })).toBeVisible();
  await expect(card(page)).toHaveCount(0);
  expect(await statusOf(second)).toBe(401);
});

test('4.05, 4.06, 4.07, 4.08, 4.09, 4.10, 4.11, 4.13 the slider asks before it disables or activates', async ({
  page,
}) => {
  const { email } = await aDeveloper(page);
  await addApp(page, email);
  await page.goto('/account/credentials');
  await page.getByRole('button', { name: 'Generate New Key' }).click();
  const pair = await shownPair(page);
  await page.getByLabel('I have saved it').check();
  await page.goto('/account/credentials');

  await slider(page).click();
  await expect(dialog(page)).toContainText('Disable API Access Key?');
  await expect(slider(page)).toHaveAttribute('aria-checked', 'true');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(slider(page)).toHaveAttribute('aria-checked', 'true');
  await slider(page).click();
  await dialog(page).getByRole('button', { name: 'Disable' }).click();
  await expect(slider(page)).toHaveAttribute('aria-checked', 'false');
  await expect(card(page)).toContainText('Disabled');
  expect(await statusOf(pair)).toBe(401);

  await slider(page).click();
  await expect(dialog(page)).toContainText('Activate API Access Key?');
  await page.keyboard.press('Escape');
  await expect(slider(page)).toHaveAttribute('aria-checked', 'false');
  await slider(page).click();
  await dialog(page).getByRole('button', { name: 'Activate' }).click();
  await expect(slider(page)).toHaveAttribute('aria-checked', 'true');
  expect(await statusOf(pair)).toBe(200);

  const owner = '(SELECT id FROM customer WHERE email = $1)';
  const [factor] = await inStore<{ kind: string }>(
    `DELETE FROM second_factor WHERE customer_id = ${owner} RETURNING *`,
    [email],
  );
  expect(factor).toBeDefined();
  await page.reload();
  await expect(page.getByText('Blocked: MFA is off').first()).toBeVisible();
  expect(await statusOf(pair)).toBe(403);
});

test('4.03 without the right to have a pair there is a line that says whom to ask', async ({ page }) => {
  const { email } = await aDeveloper(page);
  await inStore(
    `INSERT INTO access_plan (name, max_keys, max_pairs, allows_pairs, monthly_calls, calls_per_minute, is_default, created_at)
     VALUES ('No pairs', 2, 1, false, 10000, 300, false, now()) ON CONFLICT (name) DO NOTHING`,
  );
  await inStore(
    `UPDATE customer SET access_plan_id = (SELECT id FROM access_plan WHERE name = 'No pairs') WHERE email = $1`,
    [email],
  );
  await page.goto('/account/credentials');
  await expect(page.getByText('contact your administrator', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Generate New Key' })).toHaveCount(0);
});
