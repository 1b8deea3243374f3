import { expect, type Page } from '@playwright/test';
import { demoFacts } from './demo-facts';
import { signIn } from './sign-in';

/** A demo store has no mail server: its admin reads the mail and hands the link on. */
export async function linkMailedTo(page: Page, email: string, title: string): Promise<string> {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/mail');
  await page.getByRole('row').filter({ hasText: email }).filter({ hasText: title }).getByRole('link').click();
  const mail = page.frameLocator('iframe');
  const link = await mail.locator('a[href*="token="]').first().getAttribute('href');
  expect(link).toMatch(/\/(reset|verify|account\/address)\?token=\w{43}/);
  return link ?? '';
}
