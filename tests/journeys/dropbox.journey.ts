import { expect, type Page, test } from '@playwright/test';
import { aFakeDropbox, FAKE_APP_KEY } from '../support/fake-dropbox';
import { graveViolations } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

type Fake = Awaited<ReturnType<typeof aFakeDropbox>>;

test.describe.configure({ mode: 'serial' });

let fake: Fake;

test.beforeAll(async () => {
  const redirectUris = [`${demoFacts().url}/account/dropbox/return`];
  fake = await aFakeDropbox({ redirectUris, port: Number(process.env.JOURNEY_DROPBOX_PORT) });
});

test.afterAll(async ({ browser }) => {
  const page = await browser.newPage();
  await signIn(page, demoFacts().admin);
  await setAppKey(page, '');
  await fake.close();
});

test('an admin tests an app key, sees Dropbox’s own words, and saves it', async ({ page }) => {
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/settings');
  await page.getByLabel('Dropbox app key').fill('anotherappkey99');
  await page.getByRole('button', { name: 'Test app key' }).click();
  await expect(page.getByText('400 invalid_client: Invalid client_id or client_secret')).toBeVisible();
  await page.getByLabel('Dropbox app key').fill(FAKE_APP_KEY);
  await page.getByRole('button', { name: 'Test app key' }).click();
  await expect(page.getByText('Dropbox knows this app key.')).toBeVisible();
  expect(await graveViolations(page)).toEqual([]);
  await setAppKey(page, FAKE_APP_KEY);
});

test('a customer says no, then connects, saves a file, finds it saved after a reload, and disconnects', async ({
  page,
}) => {
  await signIn(page, demoFacts().buyer);
  await page.goto('/account/api-downloads');
  await page.getByRole('button', { name: 'Connect Dropbox' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('you did not agree there')).toBeVisible();
  await page.getByRole('button', { name: 'Connect Dropbox' }).click();
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByText('Dropbox is connected.')).toBeVisible();
  expect(page.url()).not.toContain('code=');

  await page
    .getByRole('button', { name: /^Save to Dropbox/ })
    .first()
    .click();
  const saved = page.getByText(/^Saved to/).first();
  await expect(saved).toBeVisible({ timeout: 30_000 });
  expect(await graveViolations(page)).toEqual([]);
  await page.reload();
  await expect(saved).toBeVisible();
  const [[path, file] = []] = [...fake.files.folder];
  await expect(page.getByText(path ?? 'nothing').first()).toBeVisible();
  await expect(page.getByText(file?.sha256 ?? 'nothing').first()).toBeVisible();

  await page.getByRole('button', { name: 'Disconnect Dropbox' }).click();
  await expect(page.getByText('Dropbox is disconnected. The store has forgotten it')).toBeVisible();
  const [token = ''] = fake.oauth.refreshTokens().slice(-1);
  expect(fake.oauth.isRevoked(token)).toBe(true);
});

test('the Saver: nothing of Dropbox is loaded before the press, then its window saves the file', async ({ page }) => {
  await signIn(page, demoFacts().buyer);
  fake.calls.length = 0;
  // By a link within the store: this document was let in without Dropbox.
  await page.goto('/account');
  await page.getByRole('navigation', { name: 'Account' }).getByRole('link', { name: 'API Downloads' }).click();
  const button = page.locator('button.dropbox-saver').first();
  await expect(button).toBeVisible();
  expect(fake.calls).toEqual([]);
  await button.click();
  await expect(page.getByText('Press the button once more to open Dropbox.')).toBeVisible();
  await expect(button).toBeFocused();
  expect(fake.calls).toEqual([]);

  const opened = page.waitForEvent('popup');
  await button.click();
  const dropbox = await opened;
  await dropbox.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved to your Dropbox.')).toBeVisible();
  expect([...fake.files.folder.values()].at(-1)?.size).toBeGreaterThan(0);
});

async function setAppKey(page: Page, appKey: string): Promise<void> {
  await page.goto('/admin/settings');
  await page.getByLabel('Dropbox app key').fill(appKey);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText(/Settings are (saved|as they were)/)).toBeVisible();
  // The policy of the downloads page follows within about a second.
  await expect
    .poll(async () => {
      const answer = await page.request.get('/account/api-downloads');
      return (answer.headers()['content-security-policy'] ?? '').includes(fake.url);
    })
    .toBe(appKey !== '');
}
