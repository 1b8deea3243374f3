import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { expect, type Page, test } from '@playwright/test';
import { expectSound } from './support/accessibility';
import { demoFacts } from './support/demo-facts';
import { signIn } from './support/sign-in';

type Got = { headers: IncomingMessage['headers']; body: string };

/** A receiver of the owner's, on the same machine. It answers with `status`. */
async function aReceiver() {
  const state = { got: [] as Got[], status: 204 };
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    state.got.push({ headers: request.headers, body });
    response.writeHead(state.status).end(state.status === 204 ? undefined : 'The order desk is closed');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { state, url: `http://127.0.0.1:${port}/order-desk`, close: () => server.close() };
}

/** Loads the page anew until it says so: deliveries are made a second or two after they were promised. */
const expectSoon = (page: Page, words: string) =>
  expect(async () => {
    await page.reload();
    await expect(page.getByRole('row').filter({ hasText: words }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });

test('an owner adds an endpoint, sees a test event arrive, and sends one again that did not', async ({ page }) => {
  const receiver = await aReceiver();
  await signIn(page, demoFacts().admin);
  await page.goto('/admin/webhooks');
  await expect(page.getByRole('row').filter({ hasText: 'Order desk' })).toBeVisible();
  await expectSound(page);
  await page.getByRole('link', { name: 'Add endpoint' }).click();

  await page.getByLabel('Address').fill('https://10.0.0.1/hook');
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('leads to an inner network');
  await page.getByLabel('Address').fill(receiver.url);
  await page.getByLabel('order.paid').check();
  await expectSound(page);
  await page.getByRole('button', { name: 'Add endpoint' }).click();

  await expect(page.getByRole('heading', { name: 'Copy the signing secret now' })).toBeFocused();
  await expectSound(page);
  const secret = (await page.getByRole('code').textContent()) ?? '';
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole('link', { name: 'Open the endpoint' }).click();
  await expect(page.getByRole('heading', { level: 1, name: receiver.url })).toBeVisible();
  expect(await page.content()).not.toContain(secret);

  await page.getByRole('button', { name: 'Send test event' }).click();
  await expect(page.getByRole('status')).toContainText('on its way');
  await expectSoon(page, 'Delivered');
  const [got] = receiver.state.got;
  const signed = `${got?.headers['webhook-id']}.${got?.headers['webhook-timestamp']}.${got?.body}`;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  expect(got?.headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);

  receiver.state.status = 500;
  await page.getByRole('button', { name: 'Send test event' }).click();
  await expectSoon(page, 'Retrying');
  await expectSound(page);
  await page.getByRole('row').filter({ hasText: 'Retrying' }).getByRole('link').click();
  await expect(page.getByRole('table')).toContainText('The order desk is closed');
  await expectSound(page);
  receiver.state.status = 204;
  await page.getByRole('button', { name: 'Send again' }).click();
  await expectSoon(page, 'HTTP 204');
  const ids = receiver.state.got.map(({ headers }) => headers['webhook-id']);
  expect(ids.at(-1)).toBe(ids.at(-2));

  await page.getByRole('link', { name: receiver.url }).click();
  await page.getByRole('button', { name: 'Disable endpoint' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disable endpoint' }).click();
  await expect(page.getByText('Disabled by an administrator')).toBeVisible();
  await page.getByRole('button', { name: 'Remove endpoint' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove endpoint' }).click();
  await expect(page.getByRole('status')).toContainText('The endpoint was removed');
  receiver.close();
});
