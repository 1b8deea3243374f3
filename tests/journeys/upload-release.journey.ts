import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { graveViolations } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

const PART_BYTES = 8 * 1024 * 1024;
const VERSION = '9.0.0';

let folder = '';
test.beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-upload-journey-'));
});
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file whose sending is cut twice arrives whole, is published, and the customer gets the same bytes', async ({
  page,
  browser,
}) => {
  const content = randomBytes(20_000_000);
  const file = path.join(folder, 'acme-backup-pro-9.0.0.bin');
  writeFileSync(file, content);
  const { admin, buyer } = demoFacts();
  await signIn(page, admin);
  await beginVersion(page, VERSION);
  const offsets = watchOffsets(page);

  // The line is cut after the first part and stays cut: the page says so and keeps trying, until it is reloaded.
  await page.route('**/uploads/*', (route) =>
    route.request().method() === 'PATCH' && offsets.length > 1 ? route.abort('connectionreset') : route.continue(),
  );
  await choose(page, file);
  await expect(page.getByText(/Connection lost/).first()).toBeVisible();
  expect(await graveViolations(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText(/8\.4 MB of 20 MB arrived/)).toBeVisible();
  await page.unroute('**/uploads/*');

  // The same file goes on where it stopped; a second cut, of one part, heals by itself.
  offsets.length = 0;
  await page.route('**/uploads/*', cutOnce());
  await choose(page, file);
  await expect(page.getByText(/^Ready: the file belongs to this version/).first()).toBeVisible({ timeout: 60_000 });
  expect(offsets[0]).toBe(PART_BYTES);
  const row = page.getByRole('row').filter({ hasText: 'acme-backup-pro-9.0.0.bin' });
  await expect(row).toContainText(sha256Of(content).slice(0, 12));

  await page.getByRole('button', { name: `Publish version ${VERSION}` }).click();
  try {
    await expect(page.getByText('The version is published.')).toBeVisible();
    const customer = await browser.newPage();
    await signIn(customer, buyer);
    expect(await downloaded(customer)).toBe(sha256Of(content));
    await customer.close();
  } finally {
    await page.getByRole('button', { name: `Unpublish version ${VERSION}` }).click();
    await expect(page.getByText('The version is a draft again.')).toBeVisible();
  }
});

test('what cannot become a file of a version is refused with its reason, and the others go on', async ({ page }) => {
  const named = (name: string, content: string | Buffer) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  await signIn(page, demoFacts().admin);
  await beginVersion(page, '9.0.1');
  const list = page.getByRole('list', { name: 'Files being sent' });
  await choose(page, [
    named('nothing.bin', ''),
    named('page.zip', '<html>Not found</html>'),
    named('con.txt', 'x'),
    named('good.bin', randomBytes(1000)),
  ]);
  await expect(list.getByRole('listitem').nth(0)).toContainText('The file is empty: it has 0 bytes.');
  await expect(list.getByRole('listitem').nth(1)).toContainText('This is not a whole zip file.');
  await expect(list.getByRole('listitem').nth(2)).toContainText('Windows cannot keep a file of this name');
  await expect(list.getByRole('listitem').nth(3)).toContainText('Ready');
  await expect(page.getByRole('row').filter({ hasText: 'good.bin' })).toBeVisible();
  expect(await graveViolations(page)).toEqual([]);

  // Given up in the middle: nothing stays behind.
  await page.route('**/uploads/*', (route) =>
    route.request().method() === 'PATCH' ? route.abort('connectionreset') : route.continue(),
  );
  await choose(page, named('unwanted.bin', randomBytes(1000)));
  await expect(list.getByRole('listitem').nth(4)).toContainText('Connection lost');
  await page.getByRole('button', { name: 'Cancel upload of unwanted.bin' }).click();
  await expect(list.getByRole('listitem').nth(4)).toContainText('Cancelled');
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: 'good.bin' })).toBeVisible();
  await expect(page.getByText('unwanted.bin')).toHaveCount(0);
});

async function beginVersion(page: Page, version: string): Promise<void> {
  await page.goto('/admin/products');
  await page.getByRole('link', { name: 'Acme Backup Pro' }).first().click();
  await page.getByRole('link', { name: 'Files and versions' }).click();
  await page.getByRole('link', { name: 'New version' }).click();
  await page.getByRole('textbox', { name: /^Version/ }).fill(version);
  await page.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
}

async function choose(page: Page, files: string | string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (await chooser).setFiles(files);
}

/** Where each part began that the browser tried to send. */
function watchOffsets(page: Page): number[] {
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  return offsets;
}

function cutOnce(): Parameters<Page['route']>[1] {
  let isCut = false;
  return (route) => {
    if (isCut || route.request().method() !== 'PATCH') return route.continue();
    isCut = true;
    return route.abort('connectionreset');
  };
}

async function downloaded(page: Page): Promise<string> {
  await page.goto('/account/api-downloads');
  const arriving = page.waitForEvent('download');
  await page
    .getByRole('link', { name: /acme-backup-pro-9\.0\.0\.bin/ })
    .first()
    .click();
  return sha256Of(await readFile(await (await arriving).path()));
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
