import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { order } from './support/order';
import { signIn } from './support/sign-in';

test('an admin sees a sale of today, and reads every chart as a table too', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin');
  const before = await ordersToday(page);
  await order();
  await page.reload();
  expect(await ordersToday(page)).toBe(before + 1);

  for (const chart of [
    'Revenue in USD',
    'Refused calls',
    'Versions in the field',
    'Renewals due in the next 30 days',
  ]) {
    await expect(page.getByRole('heading', { name: chart })).toBeVisible();
    await page.getByText(`Table: ${chart}`).click();
    const table = page.getByRole('table', { name: chart });
    await expect(table).toBeVisible();
    expect(await table.getByRole('row').count()).toBeGreaterThan(1);
  }
  await expect(page.getByRole('row', { name: /Acme Backup Pro 2\.1\.0/ })).toBeVisible();
});

test('the range stays in the address, and the charts are drawn without breaking the page’s own rules', async ({
  page,
}) => {
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  await signIn(page, demoFacts().admin);
  await page.goto('/admin');
  await page.getByRole('navigation', { name: 'Days shown' }).getByRole('link', { name: '90 days' }).click();
  await expect(page).toHaveURL(/\/admin\?days=90$/);
  await expect(page.getByText('in 90 days').first()).toBeVisible();
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeAttached();
  await page.reload();
  await expect(page.getByRole('link', { name: '90 days' })).toHaveAttribute('aria-current', 'true');
  expect(broken).toEqual([]);
});

test('what waits leads to where it is done', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin');
  await page.getByRole('link', { name: /wait for their payment/ }).click();
  await expect(page).toHaveURL(/\/admin\/orders\?status=awaiting_payment/);
  await expect(page.getByRole('row').nth(1)).toBeVisible();
});

test('nothing serious stands in the way', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin');
  await expect(page.locator('.recharts-bar-rectangle').first()).toBeAttached();
  await page.getByText('Table: Refused calls').click();
  await expectSound(page);
});

async function ordersToday(page: Page): Promise<number> {
  const figure = page.locator('dl > div').filter({ has: page.getByText('Orders paid', { exact: true }) });
  return Number(await figure.locator('dd').first().textContent());
}
