import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { type Order, order } from './support/order';
import { signIn } from './support/sign-in';

test('an admin finds an order by its key, extends it and refunds it, and the client is told why it is refused', async ({
  page,
}) => {
  const bought = await order({ quantity: 2 });
  const [item] = bought.items;
  if (!item) throw new Error('The order holds nothing');
  expect(await activate(bought)).toMatchObject({ status: 201 });

  await signIn(page, demoFacts().admin);
  await page.goto('/admin/orders');
  await expectSound(page);
  await page.getByRole('searchbox').fill(item.productOrderApiKey);
  await expect(page).toHaveURL(new RegExp(`/admin/orders/${bought.orderNumber}$`));
  expect(page.url()).not.toContain('lko_');
  expect(await page.content()).not.toContain(item.productOrderApiKey);
  await expectSound(page);

  await page.locator('summary').filter({ hasText: 'Raise limit' }).click();
  await page.getByLabel('New limit').fill('12');
  await page.getByRole('button', { name: 'Raise limit', exact: true }).click();
  await expect(page.getByText('The limit is raised.')).toBeVisible();
  await expect(page.getByText('1 of 12')).toBeVisible();

  await page.locator('summary').filter({ hasText: 'Extend expiry' }).click();
  await page.getByLabel('Works until the end of').fill('2099-12-31');
  await page.getByRole('button', { name: 'Extend expiry', exact: true }).click();
  await expect(page.getByText('The new end applies at once.')).toBeVisible();
  await expect(page.getByText('31 Dec 2099').first()).toBeVisible();

  await page.getByLabel('Internal note').fill('Asked for their money by mail.');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Asked for their money by mail.' })).toBeVisible();

  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await page.getByRole('button', { name: 'Everything that is left' }).click();
  await page.getByRole('button', { name: 'Show what stops' }).click();
  await expect(page.getByText('1 key stops, 1 activation ends')).toBeVisible();
  await expectSound(page);
  await page.getByRole('button', { name: 'Refund $98.00' }).dblclick();
  await expect(page.getByText('The refund is made and applied.')).toBeVisible();
  await expect(page.getByText('The whole order is refunded.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: /Given back/ })).toHaveCount(1);
  await expectSound(page);

  const refused = await activate(bought);
  expect(refused.status).toBe(403);
  expect(refused.answer).toMatchObject({ reason: 'revoked' });
});

test('an admin enters an order that was paid by transfer, and its key activates', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/orders/new');
  await expectSound(page);
  const email = `${randomBytes(5).toString('hex')}@example.test`;
  await page.getByLabel('E-mail of the customer').fill(email);
  await page.getByLabel(/^Quantity of Acme Backup Pro, Personal/).fill('1');
  await page.getByLabel('Amount received').fill('90.00');
  await page.getByRole('button', { name: 'Create order and send keys' }).click();
  await expect(page.getByRole('alert').getByText(/More than the plans cost/)).toBeVisible();
  await page.getByLabel('Amount received').fill('40.00');
  await page.getByLabel('Reference').fill('Invoice 2026-118');
  await page.getByRole('button', { name: 'Create order and send keys' }).click();
  await expect(page.getByText('The order is entered.')).toBeVisible();
  await expect(page.getByText('Reference Invoice 2026-118').first()).toBeVisible();
  await expect(page.getByText('0 of 5')).toBeVisible();
  await page.goto(`/admin/orders?q=${encodeURIComponent(email)}`);
  await expect(page.getByRole('row').filter({ hasText: email })).toHaveCount(1);
});

async function activate({ items: [item] }: Order): Promise<{ status: number; answer: unknown }> {
  const response = await fetch(`${demoFacts().url}/api/v1/activations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${item?.productOrderApiKey}` },
    body: JSON.stringify({ product: item?.productId, instance: `journey-${randomBytes(4).toString('hex')}` }),
  });
  return { status: response.status, answer: await response.json() };
}
