import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

test('an owner sees the use of a key move, and an admin stops somebody’s key and gives the account another plan', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const { admin, buyer, adminApiKey } = demoFacts();
  const answer = await fetch(`${baseURL}/api/v1/whoami`, { headers: { authorization: `Bearer ${adminApiKey}` } });
  expect(answer.status).toBe(200);
  const { sid } = await answer.json();

  await signIn(page, admin);
  await expect(async () => {
    await page.goto(`/account/api-keys/${sid}/usage`);
    await expect(page.getByRole('rowheader', { name: /account\.whoami/ })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(page.getByText('GET /api/v1/whoami').first()).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('rowheader', { name: /Key created/ })).toBeVisible();

  await page.goto('/admin/api-keys/plans/new');
  await page.getByLabel('Name').fill('Team');
  await page.getByRole('textbox', { name: 'Keys' }).fill('many');
  await page.getByRole('button', { name: 'Add plan' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('“Keys” is a whole number');
  await page.getByRole('textbox', { name: 'Keys' }).fill('5');
  await page.getByRole('button', { name: 'Add plan' }).click();
  await expect(page.getByText('The plan is made.')).toBeVisible();

  await page.goto(`/admin/api-keys?q=${encodeURIComponent(buyer.email)}`);
  await page
    .getByRole('button', { name: `Disable Auto-Generated API Key (Created By System) of ${buyer.email}` })
    .click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Disable key/ })
    .click();
  await expect(page.getByText('The key is disabled. Its owner is told by mail.')).toBeVisible();
  await expectSound(page);

  await page.getByRole('link', { name: buyer.email }).click();
  await page.getByLabel('API plan').selectOption('Team');
  await page.getByRole('button', { name: 'Change plan' }).click();
  await expect(page.getByText('The plan of the account is changed.')).toBeVisible();
  await expect(page.getByLabel('API plan')).toHaveValue(/.+/);

  await page.goto('/admin/api-keys/policy');
  await page.getByLabel('Remind of a new value after').fill('soon');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('whole number from 0 to 3,650');
  await page.getByLabel('Remind of a new value after').fill('91');
  await page.getByRole('button', { name: 'Save policy' }).click();
  await expect(page.getByText('Changed: Remind of a new value after.')).toBeVisible();
  await expectSound(page);
});
