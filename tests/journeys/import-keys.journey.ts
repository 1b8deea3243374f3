import { randomBytes } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';
import { inStore } from './support/store-rows';

test('an owner imports 1,000 keys from a CSV file with 3 bad rows among them, and loses none of the good ones', async ({
  page,
}) => {
  const keys = Array.from({ length: 1_000 }, () => randomBytes(16).toString('hex'));
  const rows = [...keys];
  rows.splice(10, 0, 'x'.repeat(191));
  rows.splice(500, 0, keys[3] ?? '');
  rows.splice(900, 0, '""');
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/associated-keys');
  await page.getByRole('link', { name: 'Acme CLI' }).click();
  await expectSound(page);

  const buffer = Buffer.from(`key\r\n${rows.join('\r\n')}\r\n`);
  await page.getByLabel('Or a file').setInputFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Check keys' }).click();
  await expect(page.getByText('1,003 rows read, 1,000 can be added, 3 are left out.')).toBeVisible();
  const left = page.getByRole('table', { name: 'Rows that are left out' });
  await expect(left.getByRole('row').filter({ hasText: 'Longer than 190 characters.' })).toContainText('12');
  await expect(left.getByRole('row').filter({ hasText: 'stands further up' })).toContainText('502');
  await expect(left.getByRole('row').filter({ hasText: 'No key in this row.' })).toContainText('902');
  expect(await inStock()).toBe(0);
  await expectSound(page);

  await page.getByRole('button', { name: 'Add 1,000 keys' }).click();
  await expect(page.getByText('1,000 keys were added.')).toBeVisible();
  expect(await inStock()).toBe(1_000);
  await expectSound(page);
  expect(await page.content()).not.toContain(keys[0]);
});

async function inStock(): Promise<number> {
  const [row] = await inStore<{ count: number }>(
    `SELECT count(*)::int AS count FROM license_key k JOIN product p ON p.id = k.product_id
     WHERE k.kind = 'associated' AND k.customer_id IS NULL AND p.title = 'Acme CLI'`,
  );
  return row?.count ?? -1;
}
