import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { order } from './support/order';
import { signIn } from './support/sign-in';
import { inStore } from './support/store-rows';

test('an admin reads why a licence stands as it does, finds what the store forgot of Stripe, and applies it', async ({
  page,
}) => {
  const { orderNumber } = await order();
  await signIn(page, demoFacts().admin);
  await refundAll(page, orderNumber);
  const [row] = await inStore<{ number: number }>('SELECT number FROM api_resource WHERE order_number = $1', [
    orderNumber,
  ]);
  await page.goto(`/admin/licences/${row?.number}#why`);
  const steps = page.getByRole('list', { name: 'What made this licence what it is' }).getByRole('listitem');
  await expect(steps).toHaveCount(2);
  await expect(steps.first()).toContainText(`Order ${orderNumber} was paid:`);
  await expect(steps.first()).toContainText('Paid back since');
  await expect(steps.last()).toContainText(/Refund of 1 unit \(\$[\d.]+\): closed\./);
  await expect(page.getByText('So today: it is closed, because every payment for it went back.')).toBeVisible();
  await expectSound(page);

  await forgetRefunds(orderNumber);
  await page.goto('/admin/reconcile');
  await page.getByRole('button', { name: 'Compare now' }).click();
  await expect(page.getByRole('status').getByText(/Compared\.|goes on by itself/)).toBeVisible();
  const finding = page.getByRole('article', { name: `Order ${orderNumber}` });
  await untilShown(page, async () => (await finding.count()) > 0);
  await expect(finding).toContainText('was paid back (re_');
  await expect(finding.getByRole('row', { name: /Status/ })).toContainText('refunded');
  await expectSound(page);
  await page.goto('/admin');
  await page.getByRole('link', { name: /Stripe says something else/ }).click();

  await finding.getByRole('button', { name: `Apply to Order ${orderNumber}` }).click();
  await expect(page.getByText('Applied: the store is as Stripe says.')).toBeVisible();
  await expect(finding).toHaveCount(0);
  await expectSound(page);
  await page.goto(`/admin/orders/${orderNumber}`);
  await expect(page.getByText('Refunded', { exact: true }).first()).toBeVisible();
});

test('a customer reads why a licence of theirs stands as it does, and nobody else’s', async ({ page }) => {
  const { email } = demoFacts().buyer;
  const [own] = await inStore<{ number: number; order_number: number }>(
    'SELECT r.number, r.order_number FROM api_resource r JOIN customer c ON c.id = r.customer_id WHERE c.email = $1 LIMIT 1',
    [email],
  );
  await signIn(page, demoFacts().buyer);
  await page.goto(`/account/orders/${own?.order_number}`);
  await page.getByRole('link', { name: `Licence ${own?.number}`, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Licence ${own?.number}`, exact: true })).toBeVisible();
  await expect(page.getByText(/^So today:/)).toBeVisible();
  await expect(page.getByText('Stripe’s event')).toHaveCount(0);
  await expectSound(page);
  const [others] = await inStore<{ id: string; number: number }>(
    'SELECT r.id, r.number FROM api_resource r JOIN customer c ON c.id = r.customer_id WHERE c.email <> $1 LIMIT 1',
    [email],
  );
  for (const which of [others?.id, others?.number]) {
    expect((await page.goto(`/account/licences/${which}`))?.status()).toBe(404);
  }
});

async function refundAll(page: Page, orderNumber: number): Promise<void> {
  await page.goto(`/admin/orders/${orderNumber}`);
  await page.getByRole('link', { name: 'Refund', exact: true }).click();
  await page.getByRole('button', { name: 'Everything that is left' }).click();
  await page.getByRole('button', { name: 'Show what stops' }).click();
  await page.getByRole('button', { name: /^Refund \$/ }).click();
  await expect(page.getByText('The refund is made and applied.')).toBeVisible();
}

/** As if the events of the refunds had never come. The licence keeps its record, which nobody can take back. */
async function forgetRefunds(orderNumber: number): Promise<void> {
  const orderId = 'SELECT id FROM "order" WHERE number = $1';
  const gone = `SELECT id FROM refund WHERE order_id = (${orderId})`;
  await inStore(`DELETE FROM refund_item WHERE refund_id IN (${gone})`, [orderNumber]);
  await inStore(`DELETE FROM refund WHERE order_id = (${orderId})`, [orderNumber]);
  await inStore(`UPDATE "order" SET status = 'paid', refunded_amount = 0 WHERE number = $1`, [orderNumber]);
}

/** The store goes on with its comparison each minute. */
async function untilShown(page: Page, isShown: () => Promise<boolean>): Promise<void> {
  await expect(async () => {
    await page.reload();
    expect(await isShown()).toBe(true);
  }).toPass({ timeout: 90_000 });
}
