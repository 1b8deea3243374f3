import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { type Order, order } from './support/order';
import { signIn } from './support/sign-in';

test('a refused client is found in the log, explained, helped, and then accepted', async ({ page }) => {
  const { key, productId, limit } = keyOf(await order());
  const call = (host: string) => activate({ key, productId, host });
  for (let place = 1; place <= limit; place++)
    expect(await call(`place-${place}.example.test`)).toContain('"activated":true');
  expect(await call('one-too-many.example.test')).not.toContain('"activated":true');

  await signIn(page, demoFacts().admin);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto('/admin/logs');
  await expect(page.getByRole('heading', { level: 1, name: 'API requests' })).toBeVisible();
  await page.getByLabel('Outcome').selectOption({ label: 'Refused, for any reason' });
  await expect(page).toHaveURL(/outcome=refused/);
  await page.getByRole('searchbox').fill(key);
  // Before that the row may stand in the wider list, and a click there is lost when the list is narrowed.
  await expect(page.getByText('Found by its key.')).toBeVisible();
  const refused = page.getByRole('row').filter({ hasText: 'instance-of-one-too-many.example.test' });
  await expect(refused).toHaveCount(1);
  await expect(refused).toContainText('No place left');
  expect(addresses.filter((address) => address.includes(key))).toEqual([]);

  await refused.getByRole('link', { name: 'activate' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Explain this refusal' })).toBeVisible();
  await expect(page.getByText('All places of the licence are taken.')).toBeVisible();
  const room = page.getByRole('row').filter({ hasText: 'There is a place left' });
  await expect(room.getByText('Failed')).toHaveCount(2);
  await expect(page.getByText('api_key=YOUR_KEY')).toBeVisible();
  expect(await page.content()).not.toContain(key);
  const explained = page.url();

  await page.getByRole('link', { name: 'Open the licence', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Licence \d/ })).toBeVisible();
  await page.getByRole('button', { name: 'Delete activation place-1.example.test' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete activation' }).click();
  await expect(page.getByText('Deleted 1 activation.')).toBeVisible();

  await page.goto(explained);
  await expect(page.getByText('The same call would be accepted now')).toBeVisible();
  expect(await call('one-too-many.example.test')).toContain('"activated":true');
});

test('an admin verifies the audit and reads what a change was', async ({ page }) => {
  await order();
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/logs/audit');
  await expect(page.getByText(/^Seal \d+ covers every entry/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText(/^The chain holds: [\d,]+ sealed/)).toBeVisible();
  await page.getByLabel('Action').selectOption('order.fulfill');
  await expect(page).toHaveURL(/action=order.fulfill/);
  await page.getByRole('rowheader').getByRole('link', { name: 'order.fulfill' }).first().click();
  await expect(page.getByRole('heading', { level: 2, name: 'What changed' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'totalAmount' })).toHaveCount(1);
  await expect(page.getByRole('link', { name: /^Order \d+$/ })).toBeVisible();
});

test('a payment event that is replayed does nothing twice', async ({ page }) => {
  const made = await order();
  await signIn(page, demoFacts().admin);
  await page.goto(`/admin/logs/events?q=${made.orderNumber}`);
  await page.getByRole('link', { name: 'checkout.session.completed' }).click();
  // The list names the order once for each of its events; the event's own page names it once.
  await expect(page).toHaveURL(/\/admin\/logs\/events\/[\w-]+/);
  await expect(page.getByRole('link', { name: `Order ${made.orderNumber}` })).toHaveCount(1);
  await page.getByRole('button', { name: 'Replay event' }).click();
  await expect(page.getByText('Nothing to do: the order is fulfilled already.')).toBeVisible();

  await page.goto(`/admin/mail?q=${encodeURIComponent(made.customerEmail)}`);
  await expect(page.getByRole('row').filter({ hasText: 'Order and its keys' })).toHaveCount(1);
});

test('the logs have no serious findings', async ({ page }) => {
  const { key, productId } = keyOf(await order());
  await activate({ key: `${key}x`, productId, host: 'axe.example.test' });
  await signIn(page, demoFacts().admin);
  for (const list of ['/admin/logs/requests?outcome=key_not_found', '/admin/logs/events', '/admin/logs/audit']) {
    await page.goto(list);
    await expectSound(page);
    const first = page.getByRole('rowheader').getByRole('link').first();
    await expect(async () => {
      await page.reload();
      await expect(first).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await first.click();
    await expect(page).toHaveURL(/\/admin\/logs\/[a-z]+\/\w+/);
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expectSound(page);
  }
  await page.goto('/admin/mail');
  await expectSound(page);
});

function keyOf({ items: [item] }: Order): { key: string; productId: number; limit: number } {
  if (!item?.activationLimit) throw new Error('The order has no item with a limit');
  return { key: item.productOrderApiKey, productId: item.productId, limit: item.activationLimit };
}

/** What the store answers to a client that activates itself on `host`. */
async function activate({ key, productId, host }: { key: string; productId: number; host: string }): Promise<string> {
  const params = new URLSearchParams({ 'wc-api': 'wc-am-api', wc_am_action: 'activate', api_key: key, object: host });
  params.set('product_id', String(productId));
  params.set('instance', `instance-of-${host}`);
  return (await fetch(`${demoFacts().url}/?${params}`)).text();
}
