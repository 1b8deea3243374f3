import { expect, type Locator, type Page } from '@playwright/test';
import { demoFacts } from './demo-facts';
import { order } from './order';
import { signIn } from './sign-in';
import { inStore } from './store-rows';

/** The literal name of the key that every account has. */
export const DEFAULT_KEY = 'Auto-Generated API Key (Created By System)';

export type Login = { email: string; password: string };

/** Somebody who has bought something and has a password, signed in on this page. The plan is the small one: two keys. */
export async function aDeveloper(page: Page, plan: 'Free' | 'Unlimited' = 'Free'): Promise<Login> {
  const { customerEmail: email } = await order();
  const { buyer } = demoFacts();
  await inStore(
    `UPDATE customer SET password_hash = (SELECT password_hash FROM customer WHERE email = $1),
       access_plan_id = (SELECT id FROM access_plan WHERE name = $3) WHERE email = $2`,
    [buyer.email, email, plan],
  );
  const login = { email, password: buyer.password };
  await signIn(page, login);
  return login;
}

/** The row of a key in the table of developer keys; its buttons are in the row below and name the key. */
export function keyRow(page: Page, name: string): Locator {
  return page
    .getByRole('table', { name: 'Your developer keys' })
    .getByRole('row')
    .filter({
      has: page.getByRole('link', { name, exact: true }),
    });
}

/** The key that a dialog or the show-once page has on it. */
export async function shownValue(page: Page, variable = 'LATCHKEY_API_KEY'): Promise<string> {
  const place = page.locator(`[data-key-value=${variable}] [aria-hidden]`);
  await expect(place).toBeVisible();
  return (await place.textContent()) ?? '';
}

/** The value of a standard key, as Reveal shows it. */
export async function revealed(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: `Reveal key of ${name}` }).click();
  const key = await shownValue(page);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return key;
}

/** What the API answers to a key, by its header alone. */
export async function answerTo(key: string, path = '/whoami'): Promise<{ status: number; code: string }> {
  const answer = await fetch(`${demoFacts().url}/api/v1${path}`, { headers: { authorization: `Bearer ${key}` } });
  const body: unknown = await answer.json();
  const code = typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : '';
  return { status: answer.status, code };
}
