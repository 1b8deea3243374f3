import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { order } from './support/order';
import { signIn } from './support/sign-in';

const field = (page: Page) => page.getByRole('combobox', { name: /Search pages, settings/ });
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

async function openByKeys(page: Page): Promise<void> {
  // Before the page is alive the keys do nothing, so they are pressed again; too early, and that closes what just opened.
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused({ timeout: 5_000 });
  }).toPass();
}

test('an owner goes anywhere by keyboard: a page, a setting, a customer, and back', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/orders');
  await openByKeys(page);
  await expect(option(page, /^Licences/)).toBeVisible();
  await field(page).fill('licen');
  await expect(option(page, /^Licences/)).toHaveAttribute('data-highlighted', '');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/licences$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await openByKeys(page);
  await field(page).fill('payment grace');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/admin\/settings#paymentGraceDays$/);
  await expect(page.getByLabel('Payment grace')).toBeFocused();

  await openByKeys(page);
  await field(page).fill(demoFacts().buyer.email.slice(0, 8));
  await expect(option(page, demoFacts().buyer.email)).toBeVisible();
  await field(page).press('ArrowDown');
  await field(page).press('ArrowUp');
  await expect(page.locator('[role=option][data-highlighted]')).toHaveCount(1);
  await option(page, demoFacts().buyer.email).click();
  await expect(page).toHaveURL(/\/admin\/customers\/\d+$/);

  await openByKeys(page);
  await expect(page.getByRole('group', { name: 'Recent pages' }).getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a pasted key leads to its licence and stands in no address, also not while it is looked up', async ({ page }) => {
  const { items } = await order({ buyer: demoFacts().buyer.email });
  const key = items[0]?.productOrderApiKey ?? '';
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await signIn(page, demoFacts().admin);
  await page.goto('/admin');
  await openByKeys(page);
  await field(page).fill(key);
  await option(page, /^A key of licence \d+/).click();
  await expect(page).toHaveURL(/\/admin\/licences\/\d+$/);
  expect(asked.filter((url) => url.includes(key.slice(4, 20)))).toEqual([]);
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(key);

  await openByKeys(page);
  await field(page).fill('lko_NobodyHasThisKeyNobodyHasThisKeyNobodyHas12');
  await expect(page.getByRole('dialog')).toContainText('No key of this store reads like this.');
});

test('/ goes to the search of a list, the palette keeps out of its way, and anybody can use both', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/orders');
  await page.getByRole('button', { name: 'Find anything' }).click();
  await expect(field(page)).toBeFocused();
  await field(page).fill('acme');
  await expect(page.getByRole('group', { name: 'Products' })).toBeVisible();
  await expectSound(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.locator('h1').click();
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
});
