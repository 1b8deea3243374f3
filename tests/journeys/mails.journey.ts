import { randomUUID } from 'node:crypto';
import { expect, type Page, test } from '@playwright/test';
import { expectSound, graveViolations } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { keptTexts, placesOf } from './support/kept-texts';
import { type CaughtMail, mailParts } from './support/mail-parts';
import { aMailServer, type MailServer } from './support/mail-server';
import { order } from './support/order';
import { anOwnStore, type OwnStore } from './support/own-store';
import { signIn } from './support/sign-in';
import { inStore } from './support/store-rows';
import { useSecrets } from './support/use-secrets';

test.describe('mails that were really sent', () => {
  let smtp: MailServer;
  let store: OwnStore;
  const mailPassword = `canary-mail-${randomUUID()}`;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    smtp = await aMailServer();
    store = await anOwnStore({
      SMTP_URL: `smtp://mailer:${mailPassword}@127.0.0.1:${smtp.port}`,
      MAIL_FROM: 'Acme <store@example.test>',
    });
  });

  test.afterAll(async () => {
    await store.stop();
    await smtp.close();
  });

  /** The newest mail whose subject says this, once it has come; of those to one address, if there is one. */
  async function caught(subject: string, to = ''): Promise<CaughtMail> {
    const fits = ({ headers }: CaughtMail) => headers.subject?.includes(subject) && headers.to?.includes(to);
    const find = () => smtp.received.map(mailParts).findLast(fits);
    await expect.poll(() => find() !== undefined, { timeout: 20_000 }).toBe(true);
    const mail = find();
    if (!mail) throw new Error(`There is no mail about ${subject}`);
    return mail;
  }

  test('the mail of an order is readable in both themes on a phone and on a desk, and carries the key', async ({
    page,
  }) => {
    const bought = await order();
    const mail = await caught(`order ${bought.orderNumber}`);
    expect(mail.headers['content-type']).toContain('multipart/alternative');
    for (const body of [mail.text, mail.html]) expect(body).toContain(bought.masterApiKey);
    expect(mail.headers['list-unsubscribe']).toBeUndefined();
    await expectSoundMail(page, mail.html);
  });

  test('a mail about a version leads to one button that ends such mails, without signing in', async ({ browser }) => {
    const page = await browser.newPage({ baseURL: store.url });
    const { buyer } = demoFacts();
    await tellOfAVersion(buyer.email);
    const mail = await caught('is here');
    await expectSoundMail(page, mail.html);
    expect(mail.headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');

    const stop = /href="([^"]*\/unsubscribe\/[^"]+)"/.exec(mail.html)?.[1] ?? '';
    await page.goto(stop);
    await expect(page.getByRole('heading', { name: 'Stop these mails' })).toBeVisible();
    expect(await page.content()).not.toContain(buyer.email);
    await expectSound(page);
    await page.getByRole('button', { name: 'Stop these mails' }).click();
    await expect(page.getByRole('heading', { name: 'You get no more of these mails' })).toBeVisible();

    await signIn(page, buyer);
    await page.goto('/account/notifications');
    const news = page.getByRole('switch', { name: 'New versions' });
    await expect(news).not.toBeChecked();
    await news.check();
    await page.getByRole('switch', { name: 'New devices' }).check();
    await page.getByRole('button', { name: 'Save choices' }).click();
    await expect(page.getByText('Your choices are saved.')).toBeVisible();
    await expect(news).toBeChecked();
    await expectSound(page);

    // What a mail program posts by itself, at the address in the header.
    const oneClick = /<([^>]+)>/.exec(mail.headers['list-unsubscribe'] ?? '')?.[1] ?? '';
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await fetch(oneClick, { method: 'POST', body })).status).toBe(200);
    expect((await fetch(oneClick.replace(/.{4}\/now$/, 'AAAA/now'), { method: 'POST', body })).status).toBe(404);
    await page.reload();
    await expect(news).not.toBeChecked();
    await page.context().close();
  });

  test('of all secrets that pass through the store none is kept in clear, in its output, files or tables', async () => {
    const secrets = { ...(await useSecrets({ url: store.url, caught })), 'mail password': mailPassword };
    expect(Object.values(secrets).filter((secret) => secret.length < 12)).toEqual([]);
    const isQuiet = async () => {
      const [row] = await inStore<{ waiting: boolean }>(
        `SELECT EXISTS (SELECT FROM outbox_entry WHERE done_at IS NULL AND dead_at IS NULL AND available_at <= now())
           OR (SELECT count(*) FROM request_log_entry WHERE instance LIKE 'canary-%') < 12 AS waiting`,
      );
      return row?.waiting;
    };
    await expect.poll(isQuiet, { timeout: 20_000 }).toBe(false);
    const kept = [{ place: 'what it printed', text: store.said() }, ...(await keptTexts())];
    // What is found by its name is found: the address of the account stands in its table.
    expect(placesOf(demoFacts().buyer.email, kept)).toContain('table customer');
    expect(Object.entries(secrets).map(([name, secret]) => [name, placesOf(secret, kept)])).toEqual(
      Object.keys(secrets).map((name) => [name, []]),
    );
  });
});

test('an admin looks at every mail, and each is sound', async ({ page, context }) => {
  test.setTimeout(300_000);
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/mail');
  await page.getByRole('link', { name: 'See every mail' }).click();
  await expect(page.getByRole('heading', { name: 'What the store’s mails look like' })).toBeVisible();
  await expectSound(page);
  const kinds = page.getByRole('navigation', { name: 'Mails', exact: true }).getByRole('link');
  const addresses = await kinds.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(addresses.length).toBeGreaterThanOrEqual(20);
  const reader = await context.newPage();
  for (const [place, address] of addresses.entries()) {
    // The frame is one and the same, so what differs is looked at in one theme each.
    const scheme = place % 2 === 0 ? 'light' : 'dark';
    await page.goto(address.replace('scheme=light', `scheme=${scheme}`));
    const html = (await page.locator('iframe').getAttribute('srcdoc')) ?? '';
    await expect(page.locator('pre')).toContainText('http');
    await reader.setContent(html);
    await reader.setViewportSize({ width: 390, height: 800 });
    expect(await graveViolations(reader), `${address} ${scheme}`).toEqual([]);
    expect(await reader.evaluate(() => document.documentElement.scrollWidth), address).toBeLessThanOrEqual(390);
  }
});

/** Nothing grave, nothing to scroll sideways, and another ground in each theme. */
async function expectSoundMail(page: Page, html: string): Promise<void> {
  const grounds = new Set<string>();
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [390, 1280]) {
      await page.goto('about:blank');
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.setContent(html);
      expect(await graveViolations(page), `${colorScheme}, ${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      grounds.add(await page.evaluate(() => getComputedStyle(document.body).backgroundColor));
    }
  }
  expect(grounds.size).toBe(2);
}

/** Promises the mail that publishing a version promises, about one that is out already. */
async function tellOfAVersion(email: string): Promise<void> {
  const [row] = await inStore<{ releaseId: string; customerId: string }>(
    `SELECT x.id AS "releaseId", c.id AS "customerId" FROM customer c
     JOIN api_resource r ON r.customer_id = c.id AND r.revoked_at IS NULL
     JOIN release x ON x.product_id = r.product_id AND x.channel = 'stable' AND x.published_at IS NOT NULL AND x.yanked_at IS NULL
     WHERE c.email = $1 LIMIT 1`,
    [email],
  );
  const payload = { template: 'new_release', to: email, facts: row };
  await inStore(
    `INSERT INTO outbox_entry (kind, payload, dedupe_key, created_at, available_at) VALUES ('mail', $1, $2, now(), now())`,
    [JSON.stringify(payload), randomUUID()],
  );
}
