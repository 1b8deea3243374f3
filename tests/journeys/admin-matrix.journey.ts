import { type APIRequestContext, type Browser, expect, test } from '@playwright/test';
import { type AdminAction, adminActions, adminAddresses } from './support/admin-doors';
import { addApp } from './support/authenticator';
import { demoFacts } from './support/demo-facts';
import { runCommand } from './support/run-command';
import { enterCode, signIn } from './support/sign-in';
import { inStore, storeRows } from './support/store-rows';

// What moves by itself, or because somebody looked: sessions, attempts, limits, the clock's state, seals, sums of closed days, and
// the deliveries to the demo's webhook that fails.
const MOVING = [
  'session',
  'attempt_window',
  'call_bucket',
  'store_state',
  'audit_seal',
  'daily_sum',
  'request_log_entry',
  'webhook_relay',
  'webhook_delivery',
  'webhook_attempt',
];
const STILL = { outbox_entry: "kind NOT LIKE 'webhook.%'", audit_entry: "action <> 'admin_area.refuse'" };

type Caller = { name: string; request: APIRequestContext; isRefusal: (status: number, sentTo: string) => boolean };

test('nobody but an admin who has shown a second factor gets through any door of the admin area', async ({
  browser,
}) => {
  test.setTimeout(300_000);
  const callers = await allCallers(browser);
  const [actions, { pages, routes }] = [adminActions(), adminAddresses()];
  expect(actions.length).toBeGreaterThanOrEqual(30);
  expect(pages.length).toBeGreaterThanOrEqual(15);
  const before = await storeRows(MOVING, STILL);
  const things = await realThings();
  const began = new Date();
  await Promise.all(
    callers.map(async (caller) => {
      for (const address of [...pages, ...routes]) await getIsRefused(caller, address);
      for (const action of actions) await callIsRefused(caller, action, things);
    }),
  );
  expect(await storeRows(MOVING, STILL)).toEqual(before);
  await expectTriesAudited(began);
});

/** Who tried, from where and why not is in the audit: once a minute, and not each of the hundreds of doors. */
async function expectTriesAudited(began: Date): Promise<void> {
  const tries = await inStore<{ email: string; reason: string; entries: number; known: boolean }>(
    `SELECT c.email, e.after->>'reason' AS reason, count(*)::int AS entries, bool_and(e.agent <> '' AND e.address <> '') AS known
     FROM audit_entry e JOIN customer c ON c.id = e.actor_id
     WHERE e.action = 'admin_area.refuse' AND e.at >= $1 GROUP BY c.email, reason ORDER BY c.email`,
    [began],
  );
  expect(tries).toMatchObject([
    { email: demoFacts().buyer.email, reason: 'not_an_admin', known: true },
    { email: 'unprotected@example.test', reason: 'no_factor', known: true },
  ]);
  const minutes = Math.ceil((Date.now() - began.getTime()) / 60_000);
  for (const { entries } of tries) expect(entries).toBeLessThanOrEqual(minutes + 1);
}

async function getIsRefused({ name, request, isRefusal }: Caller, address: string): Promise<void> {
  const answer = await request.get(address, { maxRedirects: 0 });
  const told = `${name}, GET ${address}: ${answer.status()}`;
  expect(isRefusal(answer.status(), answer.headers().location ?? ''), told).toBe(true);
}

/**
 * Calls an action as the browser would, with a form that names real things. An action that takes nothing runs on it as well; one
 * that lets this caller in answers with anything but a refusal, or changes a row.
 */
async function callIsRefused(
  { name, request, isRefusal }: Caller,
  { id, name: action, page }: AdminAction,
  things: Record<string, string>,
): Promise<void> {
  const answer = await request.post(page, {
    headers: {
      'next-action': id,
      accept: 'text/x-component',
      origin: demoFacts().url,
      'sec-fetch-site': 'same-origin',
    },
    multipart: { ...things, '0': '[null,"$K1"]' },
    maxRedirects: 0,
  });
  const told = `${name}, ${action}: ${answer.status()}`;
  // An id that the server does not know would be refused as well, and prove nothing.
  expect(answer.headers()['x-nextjs-action-not-found'], told).toBeUndefined();
  // Next answers an action that redirects with the page it leads to, and says so in a header.
  expect(isRefusal(answer.status(), answer.headers()['x-action-redirect'] ?? ''), told).toBe(true);
}

async function realThings(): Promise<Record<string, string>> {
  const [row] = await inStore<Record<string, string | null>>(`SELECT
    (SELECT number::text FROM "order" ORDER BY number LIMIT 1) AS number,
    (SELECT id::text FROM "order" ORDER BY number LIMIT 1) AS "order",
    (SELECT id::text FROM api_resource ORDER BY number LIMIT 1) AS resource,
    (SELECT id::text FROM customer ORDER BY number LIMIT 1) AS customer,
    (SELECT id::text FROM product ORDER BY number LIMIT 1) AS product,
    (SELECT id::text FROM release ORDER BY version LIMIT 1) AS release,
    (SELECT id::text FROM activation ORDER BY id LIMIT 1) AS activation,
    (SELECT id::text FROM license_key ORDER BY id LIMIT 1) AS key`);
  return Object.fromEntries(Object.entries(row ?? {}).map(([field, value]) => [`1_${field}`, value ?? '']));
}

async function allCallers(browser: Browser): Promise<Caller[]> {
  const toSignIn = (_status: number, sentTo: string) => sentTo.includes('/sign-in?');
  const notThere = (status: number) => status === 404;
  const toCredentials = (_status: number, sentTo: string) => sentTo.includes('/account/credentials');
  const guest = await browser.newContext();
  const buyer = await signedIn(browser, demoFacts().buyer);
  const unprotected = await signedIn(browser, await newAdmin('unprotected@example.test'));
  const former = await newAdmin('former@example.test');
  const disabled = await browser.newContext();
  const page = await disabled.newPage();
  await signIn(page, former);
  await addApp(page, former.email);
  await page.goto('/admin');
  if (!/\/admin$/.test(page.url())) await enterCode(page, former.email);
  await expect(page).toHaveURL(/\/admin$/);
  await inStore('UPDATE customer SET disabled_at = now() WHERE email = $1', [former.email]);
  return [
    { name: 'a guest', request: guest.request, isRefusal: toSignIn },
    { name: 'a customer', request: buyer.request, isRefusal: notThere },
    { name: 'an admin without a second factor', request: unprotected.request, isRefusal: toCredentials },
    { name: 'a disabled admin', request: disabled.request, isRefusal: toSignIn },
  ];
}

async function signedIn(browser: Browser, who: { email: string; password: string }) {
  const context = await browser.newContext();
  await signIn(await context.newPage(), who);
  return context;
}

async function newAdmin(email: string): Promise<{ email: string; password: string }> {
  const { output } = await runCommand('admin-grant', ['--email', email, '--new-password']);
  const [, password = ''] = /shown only now: (\S+)/.exec(output) ?? [];
  expect(password, output).not.toBe('');
  return { email, password };
}
