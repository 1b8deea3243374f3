import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';
import { inStore } from './support/store-rows';

const DAY_MS = 86_400_000;

// Whatever became of these journeys, others need the buyer's licence alive.
test.afterAll(() => endIn(365));

test('a licence that ends soon is renewed in two clicks, at the price that was shown', async ({ page, browser }) => {
  const owner = await browser.newPage();
  await signIn(owner, demoFacts().admin);
  await setDiscount(owner, '30');
  await signIn(page, demoFacts().buyer);
  await endIn(21);
  await page.goto('/account/subscriptions');
  await expect(page.getByText('instead of $49.00')).toBeVisible();
  await expectSound(page);
  await page.goto('/account/api-keys');
  await expectSound(page);
  const renew = page.getByRole('button', { name: /^Renew Acme Backup Pro, licence \d+: \$34\.30$/ });
  const until = ((await renew.textContent()) ?? '').replace(/^.*until /s, '').trim();
  await renew.click();
  await page.getByRole('button', { name: 'Pay $34.30' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText('Your keys and activations stay as they are')).toBeVisible();
  await expectSound(page);
  await page.goto('/account/api-keys');
  await expect(page.getByRole('row', { name: /Acme Backup Pro/ }).filter({ hasText: until })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Renew Acme/ })).toHaveCount(0);
  await setDiscount(owner, '20');
});

test('a licence is renewed without JavaScript too', async ({ page, browser }) => {
  await signIn(page, demoFacts().buyer);
  await endIn(-5);
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await plain.newPage();
  await still.goto('/account/subscriptions');
  await expect(still.getByText('renewable until')).toBeVisible();
  await still.getByRole('button', { name: /^Renew Acme Backup Pro/ }).click();
  await expect(still).toHaveURL(/\/demo-payments\//);
  await plain.close();
});

test('a subscription is cancelled by one question, and kept after all', async ({ page }) => {
  await inStore(
    `UPDATE plan SET billing_interval = 'month', term_days = NULL, inherits_term = false WHERE number IN (106, 107)`,
  );
  await signIn(page, demoFacts().buyer);
  await subscribe(page);
  await page.goto('/account/subscriptions');
  const card = page.getByRole('article', { name: /^Acme CLI/ }).first();
  await expect(card.getByText('$29.00 each month')).toBeVisible();
  await expectSound(page);
  await card.getByRole('link', { name: /^Cancel subscription/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Cancel this subscription?' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('works until');
  await expectSound(page);
  await page.getByRole('button', { name: 'Cancel subscription' }).click();
  await expect(page.getByText('nothing more is charged.', { exact: false }).first()).toBeVisible();
  await expect(card.getByText('Cancelled', { exact: true })).toBeVisible();
  await page.goto('/account/api-keys');
  await expect(page.getByText('Cancelled: until')).toBeVisible();
  await page.goto('/account/subscriptions');
  await card.getByRole('button', { name: /^Keep subscription/ }).click();
  await expect(page.getByText('The subscription goes on, as if it had never been cancelled.')).toBeVisible();
  await expect(card.getByText('Active', { exact: true })).toBeVisible();
  await card.getByRole('link', { name: /^Change plan/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Change plan' })).toBeVisible();
  await expectSound(page);
});

async function setDiscount(page: Page, percent: string): Promise<void> {
  await page.goto('/admin/settings');
  await page.getByLabel('Renewal discount').fill(percent);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText(/^Settings are/)).toBeVisible();
}

/** The buyer's first licence: other journeys may have bought more. No page can make time pass for one licence only. */
async function endIn(days: number): Promise<void> {
  const endsAt = new Date(Date.now() + days * DAY_MS).toISOString();
  const fact = JSON.stringify({ kind: 'term_edit', endsAt, rule: 'exactly' });
  const { email } = demoFacts().buyer;
  await inStore(
    `WITH mine AS (
       UPDATE api_resource SET expires_at = $2 WHERE id = (
         SELECT id FROM api_resource WHERE plan_id = (SELECT id FROM plan WHERE number = 102)
           AND customer_id = (SELECT id FROM customer WHERE email = $1) ORDER BY number LIMIT 1) RETURNING id)
     INSERT INTO resource_grant (api_resource_id, kind, cause, happened_at, fact, recorded_at, actor_kind)
     SELECT id, 'term_edit', 'edit:' || gen_random_uuid(), now(), $3::jsonb, now(), 'system' FROM mine`,
    [email, endsAt, fact],
  );
}

async function subscribe(page: Page): Promise<void> {
  await page.goto('/products/acme-cli');
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByRole('button', { name: /^(Pay|Subscribe|Go to payment)/ }).click();
  await expect(page).toHaveURL(/\/demo-payments\//);
  await page
    .getByRole('button', { name: /^(Pay|Subscribe)/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 30_000 });
}
