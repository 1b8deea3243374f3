import { expect, test } from '@playwright/test';
import { graveViolations } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

test('an owner tries a storage before saving it, and reads why it does not work', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/settings/storage');
  await page.getByRole('button', { name: 'Test storage' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The folder works' })).toBeVisible();

  await page.getByLabel('S3 bucket', { exact: false }).first().check();
  await page.getByRole('button', { name: 'Save storage' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('fill in the bucket below');

  await page.getByLabel('Endpoint', { exact: false }).first().fill('http://127.0.0.1:9');
  await page.getByLabel('Region').fill('us-east-1');
  await page.getByLabel('Bucket', { exact: true }).fill('releases');
  await page.getByLabel('Access key ID').fill('AKIAEXAMPLE');
  await page.getByLabel('Secret access key').fill('not-a-real-secret');
  await page.getByRole('button', { name: 'Test storage' }).click();
  const answer = page.getByRole('status').filter({ hasText: 'The test failed' });
  await expect(answer).toContainText('The endpoint does not answer');
  await expect(answer).toContainText('ECONNREFUSED');
  expect(await graveViolations(page)).toEqual([]);

  // A test saves nothing, and what was typed stays for the next try.
  await expect(page.getByLabel('Secret access key')).toHaveValue('not-a-real-secret');
  await page.reload();
  await expect(page.getByLabel('Bucket', { exact: true })).toHaveValue('');
});
