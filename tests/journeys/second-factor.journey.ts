import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { addApp } from './support/authenticator';
import { demoFacts } from './support/demo-facts';
import { runCommand } from './support/run-command';
import { enterCode, signIn } from './support/sign-in';

type Admin = { email: string; password: string };

/** A fresh admin without a second factor, made as an operator makes one. */
async function anAdmin(email: string): Promise<Admin> {
  const { code, output } = await runCommand('admin-grant', ['--email', email]);
  expect(code, output).toBe(0);
  return { email, password: /shown only now: (\w+)/.exec(output)?.[1] ?? '' };
}

async function enterPassword(page: Page, { email, password }: Admin): Promise<void> {
  await page.goto('/sign-in?return=%2Fadmin');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByText('You are signed out of this browser.')).toBeVisible();
}

/** A phone or key that answers for this browser: present, unlocked, and holding its passkeys. */
async function aSecurityKey(page: Page): Promise<CDPSession> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return cdp;
}

test('an admin adds an authenticator app, signs in with it, and gets in by a recovery code without it', async ({
  page,
}) => {
  const admin = await anAdmin('second-factor@example.test');
  await enterPassword(page, admin);
  await expect(page).toHaveURL(/\/account\/credentials$/);
  await expect(page.getByText('The admin area needs a second factor')).toBeVisible();
  for (const path of ['/admin', '/admin/settings', '/admin/licences/export']) {
    const answer = await page.request.get(path);
    expect(new URL(answer.url()).pathname, path).toBe('/account/credentials');
  }
  await expectSound(page);

  await addApp(page, admin.email);
  await page.getByRole('button', { name: 'Make recovery codes' }).click();
  await expect(page.locator('#recovery-codes').getByRole('listitem')).toHaveCount(10);
  const codes = await page.locator('#recovery-codes').getByRole('listitem').allTextContents();
  expect(new Set(codes).size).toBe(10);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as text' }).click();
  expect((await download).suggestedFilename()).toBe('recovery-codes.txt');
  await expectSound(page);
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/admin$/);

  await signOut(page);
  await enterPassword(page, admin);
  await expect(page).toHaveURL(/\/mfa/);
  await expectSound(page);
  await page.goto('/admin');
  await expect(page, 'the password alone opens nothing').toHaveURL(/\/sign-in/);
  await page.goto('/mfa?return=%2Fadmin');
  await page.getByLabel('Code from your authenticator app').fill('000000');
  await page.getByRole('button', { name: 'Verify code' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('This code is not right');
  await enterCode(page, admin.email);
  await expect(page).toHaveURL(/\/admin$/);

  await signOut(page);
  await enterPassword(page, admin);
  await page.getByRole('link', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(` ${codes[3]?.toUpperCase()} `);
  await page.getByRole('button', { name: 'Use recovery code' }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await page.goto('/account/credentials');
  await expect(page.getByText('9 of 10 codes left')).toBeVisible();
  await expect(page.getByText('In use for the admin area')).toBeVisible();
});

test('a passkey is added, signs in, and is removed once another factor stands in', async ({ page }) => {
  const admin = await anAdmin('passkey@example.test');
  await aSecurityKey(page);
  await enterPassword(page, admin);
  await page.getByRole('link', { name: 'Add passkey' }).click();
  await page.getByLabel('Name').fill('Laptop');
  await page.getByRole('button', { name: 'Create passkey' }).click();
  await expect(page.getByText('Your second factor is in place.')).toBeVisible();

  await signOut(page);
  await enterPassword(page, admin);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(/\/admin$/);

  await addApp(page, admin.email);
  await page.goto('/account/credentials');
  await page.getByRole('button', { name: 'Remove Laptop' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove Laptop' }).click();
  await expect(page.getByText('The second factor is removed.')).toBeVisible();
  await page.goto('/admin');
  await expect(page).toHaveURL(/\/admin$/);
});

test('the sign-in endpoint that takes a password alone opens no session on an account with a second factor', async ({
  page,
  playwright,
}) => {
  const admin = await anAdmin('endpoint@example.test');
  const { buyer, url } = demoFacts();
  await enterPassword(page, admin);
  await addApp(page, admin.email);
  const sessionAfter = async (login: Admin) => {
    const request = await playwright.request.newContext({ baseURL: url });
    const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
    await request.post('/api/auth/callback/credentials', {
      form: { csrfToken, email: login.email, password: login.password, json: 'true' },
    });
    const session = await (await request.get('/api/auth/session')).json();
    const { cookies } = await request.storageState();
    await request.dispose();
    return { session, isSignedIn: cookies.some(({ name }) => name === 'latchkey-session') };
  };
  expect(await sessionAfter(admin)).toEqual({ session: {}, isSignedIn: false });
  expect(await sessionAfter(buyer)).toMatchObject({ session: { user: { email: buyer.email } }, isSignedIn: true });
});

test('an operator lets an admin in again who lost every factor', async ({ page }) => {
  const admin = await anAdmin('lost@example.test');
  await enterPassword(page, admin);
  await addApp(page, admin.email);
  const { code, output } = await runCommand('admin-grant', ['--email', admin.email, '--reset-factors']);
  expect(code, output).toBe(0);
  await page.goto('/admin');
  await expect(page, 'every browser is signed out').toHaveURL(/\/sign-in/);
  await enterPassword(page, admin);
  await expect(page).toHaveURL(/\/account\/credentials$/);
});

test('the owner of the demo store comes into the admin area', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/settings');
  await expect(page).toHaveURL(/\/admin\/settings$/);
});
