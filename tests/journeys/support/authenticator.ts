import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';

/** What an authenticator app keeps of an account: its seed, and the last step of which a code was used. */
type App = { seed: string; lastStep: number };

const STEP_MS = 30_000;
const step = () => Math.floor(Date.now() / STEP_MS);

/**
 * The authenticator apps of the people in the journeys, by e-mail address. They live in a file beside the store, so that
 * every journey of a run, in whatever process, finds them.
 */
const file = () => path.join(process.env.JOURNEY_DATA_DIR ?? '', 'authenticators.json');

function readApps(): Record<string, App> {
  return existsSync(file()) ? JSON.parse(readFileSync(file(), 'utf8')) : {}; // written below
}

function keepApp(email: string, app: App): void {
  writeFileSync(file(), JSON.stringify({ ...readApps(), [email]: app }));
}

/** Whether this person has an authenticator app that the journeys know. */
export function hasApp(email: string): boolean {
  return readApps()[email] !== undefined;
}

/**
 * A code that the store has not seen yet. It takes the code of the next step early, as a phone that runs fast would; only
 * when that one is used up too, it waits for the clock.
 */
export async function nextCode(email: string): Promise<string> {
  const app = readApps()[email];
  if (!app) throw new Error(`The journeys know no authenticator app of ${email}`);
  const next = Math.max(app.lastStep + 1, step());
  await expect.poll(() => step() + 1, { timeout: 2 * STEP_MS, intervals: [500] }).toBeGreaterThanOrEqual(next);
  keepApp(email, { ...app, lastStep: next });
  return TOTP.generate({ secret: Secret.fromBase32(app.seed), timestamp: next * STEP_MS });
}

/** Adds an authenticator app on the Credentials page, as a person would, and stops at the offer of recovery codes. */
export async function addApp(page: Page, email: string, name = 'Phone'): Promise<void> {
  await page.goto('/account/credentials');
  await page.getByRole('link', { name: 'Add authenticator app' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Show the QR code' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const seed = ((await page.locator('#seed').textContent()) ?? '').replace(/\s/g, '');
  keepApp(email, { seed, lastStep: step() - 1 });
  await page.getByLabel('Code from your authenticator app').fill(await nextCode(email));
  await page.getByRole('button', { name: `Add ${name}` }).click();
  await expect(page.getByText('Your second factor is in place.')).toBeVisible();
}
