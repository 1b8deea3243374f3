import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { addApp, hasApp, nextCode } from './authenticator';
import { demoFacts } from './demo-facts';

type Login = { email: string; password: string };

/**
 * Signs in on the store's own page and waits until it has let us in.
 *
 * `signIn(page, demoFacts().admin)` opens the admin area as well. The first time in a run the owner adds an authenticator
 * app there, which the journeys remember; afterwards the same session serves every journey, because a code is good for one
 * sign-in and the next one may be 30 seconds away. A journey that ends this session (a changed password, "end all others")
 * costs the next one a sign-in with a code, nothing else. Somebody else whose app `addApp` has added is asked for a code.
 */
export async function signIn(page: Page, who: Login): Promise<void> {
  const isOwner = who.email === demoFacts().admin.email;
  if (isOwner && (await isStillSignedIn(page))) return;
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
  if (new URL(page.url()).pathname === '/mfa' && hasApp(who.email)) await enterCode(page, who.email);
  if (!isOwner) return;
  if (!hasApp(who.email)) await addApp(page, who.email);
  await keepSession(page);
}

/** The second step of signing in, by the next code of this person's authenticator app. */
export async function enterCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('Code from your authenticator app').fill(await nextCode(email));
  await page.getByRole('button', { name: 'Verify code' }).click();
  await expect(page).not.toHaveURL(/\/mfa/);
}

const sessionFile = () => path.join(process.env.JOURNEY_DATA_DIR ?? '', 'owner-session.json');
/** Sensitive pages ask again after ten minutes; no journey takes as long as what is left of them. */
const PROOF_LASTS_MS = 4 * 60_000;

type Kept = { cookies: Parameters<BrowserContext['addCookies']>[0]; provenAt: number };

async function keepSession(page: Page): Promise<void> {
  const kept: Kept = { cookies: await page.context().cookies(), provenAt: Date.now() };
  writeFileSync(sessionFile(), JSON.stringify(kept));
}

/** Takes over the session of an earlier journey, if it lives, with a fresh proof of who is there. */
async function isStillSignedIn(page: Page): Promise<boolean> {
  if (!existsSync(sessionFile())) return false;
  const kept: Kept = JSON.parse(readFileSync(sessionFile(), 'utf8')); // written above
  await page.context().addCookies(kept.cookies);
  await page.goto('/admin');
  if (new URL(page.url()).pathname !== '/admin') return false;
  if (Date.now() - kept.provenAt > PROOF_LASTS_MS) await proveAgain(page);
  return true;
}

async function proveAgain(page: Page): Promise<void> {
  await page.goto('/step-up?return=/admin');
  await page.getByLabel('Code from your authenticator app').fill(await nextCode(demoFacts().admin.email));
  await page.getByRole('main').getByRole('button').first().click();
  await expect(page).toHaveURL(/\/admin$/);
  await keepSession(page);
}
