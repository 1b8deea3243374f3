import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { type Order, order } from './support/order';
import { signIn } from './support/sign-in';

const HOST = `lists-${randomBytes(4).toString('hex')}.example.test`;
const TYPED = HOST.slice(0, 12);

test('an admin finds an activation by its host, and a filter stays in the address', async ({ page }) => {
  await activated(`https://www.${HOST}/blog`);
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/activations');
  await expect(page.getByRole('heading', { level: 1, name: 'Activations' })).toBeVisible();
  // The page listens once its script has come.
  await expect(async () => {
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox')).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.type(TYPED);
  await expect(page).toHaveURL(new RegExp(`q=${TYPED}`));
  await expect(page.getByRole('row').filter({ hasText: HOST })).toHaveCount(1);
  await expect(page.getByRole('searchbox')).toBeFocused();

  await page.getByLabel('Last seen').selectOption({ label: 'In the last 24 hours' });
  const chip = page.getByRole('link', { name: 'Remove filter Last seen: In the last 24 hours' });
  await expect(chip).toBeVisible();
  await page.reload();
  await expect(page).toHaveURL(new RegExp(`q=${TYPED}.*seen=1d`));
  await expect(page.getByRole('row').filter({ hasText: HOST })).toHaveCount(1);
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect(page).not.toHaveURL(/seen=/);

  await page.getByRole('button', { name: `Delete activation https://www.${HOST}/blog` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete activation' }).click();
  await expect(page.getByText('Deleted 1 activation.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Taken back: 1 is as it was.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: HOST })).toHaveCount(1);
});

test('a pasted key leads to its licence and stands in no address', async ({ page }) => {
  const { key } = await activated('pasted.example.test');
  await signIn(page, demoFacts().admin);
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.goto('/admin/licences');
  await page.getByRole('searchbox').fill(key);
  await expect(page).toHaveURL(/\/admin\/licences\/\d+\?note=key_found/);
  await expect(page.getByText('Found by its key.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: 'pasted.example.test' })).toHaveCount(1);
  expect(addresses.filter((address) => address.includes(key))).toEqual([]);
  expect(await page.content()).not.toContain(key);

  await page.goto('/admin/licences');
  await page.getByRole('searchbox').fill(`${key.slice(0, -1)}x`);
  await expect(page.getByText('No customer has this key.')).toBeVisible();
  expect(page.url()).not.toContain(key.slice(0, 12));
});

test('an admin suspends several licences, sees what clients are told, and takes it back', async ({ page, request }) => {
  const { key, made } = await activated('bulk.example.test');
  await order({ buyer: made.customerEmail });
  await signIn(page, demoFacts().admin);
  await page.goto(`/admin/licences?q=${encodeURIComponent(made.customerEmail)}`);
  await page.getByRole('button', { name: 'Select all on this page' }).click();
  const count = await page.getByRole('checkbox', { checked: true }).count();
  expect(count).toBeGreaterThan(1);
  await expect(page.getByText(`${count} selected`)).toBeVisible();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await expect(page.getByText(`Suspended ${count} licences.`)).toBeVisible();
  const asked = { action: 'status', key, productId: made.items[0]?.productId ?? 0, host: 'bulk.example.test' };
  expect(await (await request.get(callOf(asked))).text()).not.toContain('"status_check":"active"');

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`Taken back: ${count} are as they were.`)).toBeVisible();
  expect(await (await request.get(callOf(asked))).text()).toContain('"status_check":"active"');
});

test('the list is exported as it is narrowed', async ({ page }) => {
  const { made } = await activated('csv.example.test');
  await signIn(page, demoFacts().admin);
  await page.goto(`/admin/licences?q=${encodeURIComponent(made.customerEmail)}`);
  const rows = await page.getByRole('checkbox').count();
  const saving = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const file = await (await saving).path();
  const lines = readFileSync(file, 'utf8').split('\r\n');
  expect(lines[0]).toMatch(/^\ufefflicence,state,/);
  expect(lines).toHaveLength(rows + 2);
  expect(lines[1]).toContain(made.customerEmail);
  await expect(page.getByText(/Exported \d+ rows?\./)).toBeVisible();
});

test('the lists have no serious findings', async ({ page }) => {
  await activated('axe.example.test');
  await signIn(page, demoFacts().admin);
  for (const path of ['/admin/licences?state=live', '/admin/activations', '/admin/licences?q=nobody-has-this']) {
    await page.goto(path);
    await selectFirst(page);
    await expectSound(page);
  }
  await page.goto('/admin/licences');
  await page
    .getByRole('link', { name: /^No\. / })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Licence \d/ })).toBeVisible();
  await expectSound(page);
});

async function selectFirst(page: Page): Promise<void> {
  const box = page.getByRole('checkbox').first();
  if ((await box.count()) > 0) await box.check();
}

type Call = { action: string; key: string; productId: number; host: string };

function callOf({ action, key, productId, host }: Call): string {
  const params = new URLSearchParams({ 'wc-api': 'wc-am-api', wc_am_action: action, api_key: key });
  params.set('product_id', String(productId));
  params.set('instance', `instance-of-${host}`);
  params.set('object', host);
  return `${demoFacts().url}/?${params}`;
}

/** A paid order whose first key was activated on `host`. */
async function activated(host: string): Promise<{ made: Order; key: string }> {
  const made = await order();
  const [item] = made.items;
  if (!item) throw new Error('The order has no item');
  const key = item.productOrderApiKey;
  const answer = await fetch(callOf({ action: 'activate', key, productId: item.productId, host }));
  expect(await answer.text()).toContain('"activated":true');
  return { made, key };
}
