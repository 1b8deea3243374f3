import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { type Page, type PlainBrowser, plainBrowser } from '../../../lib/cli/plain-browser';
import { demoFacts } from './demo-facts';
import type { CaughtMail } from './mail-parts';
import { order } from './order';

type Store = { url: string; caught: (subject: string, to: string) => Promise<CaughtMail> };

/** Secrets by what they are. */
export type Secrets = Record<string, string>;

const canary = (of: string) => `canary-${of}-${randomBytes(9).toString('hex')}`;

/**
 * Goes once through what a store does with secrets, without scripts: an account, a purchase, a licence's calls and its
 * download, a developer key, a reset, a webhook. Answers every secret that the store was shown or has shown.
 */
export async function useSecrets(store: Store): Promise<Secrets> {
  const browser = plainBrowser(store.url);
  const email = `${canary('buyer')}@example.test`;
  const account = await openAccount(store, browser, email);
  const { items, masterApiKey } = await order({ buyer: email });
  const key = items[0]?.productOrderApiKey ?? '';
  return {
    ...account,
    masterApiKey,
    'product order key': key,
    ...(await callWith(store.url, key, items[0]?.productId ?? 0)),
    ...(await makeDeveloperKey(store.url, browser)),
    ...(await resetPassword(store, browser, email)),
    ...(await addWebhook(store.url)),
    'admin key': demoFacts().adminApiKey,
  };
}

async function openAccount({ caught }: Store, browser: PlainBrowser, email: string): Promise<Secrets> {
  const [password, wrong] = [canary('password'), canary('wrong-password')];
  await send(browser, await browser.open('/register'), { email });
  const link = linkIn(await caught('Confirm', email));
  const chosen = await send(browser, await browser.open(link), {});
  expect(chosen.url.pathname).toBe('/reset');
  await send(browser, chosen, { password });
  await send(browser, await browser.open('/sign-in'), { email, password: wrong });
  const signedIn = await send(browser, await browser.open('/sign-in'), { email, password });
  expect(signedIn.url.pathname).toBe('/account');
  const first = tokenOf(chosen.url.href);
  return { password, 'wrong password': wrong, 'verify token': tokenOf(link), 'first reset token': first };
}

/** The calls of installed software, old and new, with the right key and with wrong ones, and the download. */
async function callWith(url: string, key: string, product: number): Promise<Secrets> {
  const wrong = canary('key');
  const known = new URLSearchParams({ 'wc-api': 'wc-am-api', product_id: String(product), instance: 'canary-desk' });
  const old = (action: string, api_key: string, more = {}) =>
    fetch(`${url}/?${known}&${new URLSearchParams({ wc_am_action: action, api_key, object: 'desk', ...more })}`);
  for (const each of [key, wrong, `${key}x`]) {
    for (const action of ['activate', 'status']) await old(action, each);
    const body = JSON.stringify({ key: each, product, instance: 'canary-v1' });
    const headers = { 'content-type': 'application/json' };
    for (const call of ['activations', 'status'])
      await fetch(`${url}/api/v1/${call}`, { method: 'POST', headers, body });
  }
  const offer = await old('update', key, { plugin_name: 'acme/acme.php', slug: 'acme', version: '0.1' });
  const link: string = JSON.parse(await offer.text()).data.package.package; // the protocol says so
  const permit = new URL(link).searchParams.get('hkey') ?? '';
  const files = [link, link.replace(permit, [...permit].reverse().join(''))].map((each) => fetch(each));
  expect((await Promise.all(files)).map(({ status }) => status)).toEqual([200, 404]);
  await old('deactivate', key);
  return { 'wrong key': wrong, 'download link': permit };
}

async function makeDeveloperKey(url: string, browser: PlainBrowser): Promise<Secrets> {
  const page = await browser.open('/account/api-keys/new?kind=secret');
  const made = await send(browser, page, { name: 'Canary' });
  const [secret = ''] = /lkx_\w{49}/.exec(made.html) ?? [];
  const typo = `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`;
  const answers = [];
  for (const each of [secret, typo]) {
    for (const [query, headers] of [
      ['', { authorization: `Bearer ${each}` }],
      [`?api_key=${each}`, {}],
      ['', { authorization: `Basic ${Buffer.from(`lka_x:${each}`).toString('base64')}` }],
    ] as const) {
      answers.push((await fetch(`${url}/api/v1/whoami${query}`, { headers })).status);
    }
  }
  expect(answers).toEqual([200, 200, 401, 401, 401, 401]);
  return { 'developer key': secret, 'mistyped developer key': typo };
}

async function resetPassword({ caught }: Store, browser: PlainBrowser, email: string): Promise<Secrets> {
  const password = canary('new-password');
  await send(browser, await browser.open('/reset'), { email });
  const link = linkIn(await caught('Choose a new password', email));
  await send(browser, await browser.open(link), { password });
  await browser.open(link);
  return { 'new password': password, 'reset token': tokenOf(link) };
}

async function addWebhook(url: string): Promise<Secrets> {
  const { adminApiKey } = demoFacts();
  const answer = await fetch(`${url}/api/v1/admin/webhooks`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${adminApiKey}`,
      'content-type': 'application/json',
      'idempotency-key': canary('once'),
    },
    body: JSON.stringify({ url: 'https://receiver.invalid/hook' }),
  });
  expect(answer.status).toBe(201);
  return { 'webhook secret': (await answer.json()).secret };
}

/** Sends the form of a page that has these fields, as a browser without scripts would. */
function send(browser: PlainBrowser, page: Page, values: Record<string, string>): Promise<Page> {
  const fits = page.forms.filter(({ method }) => method === 'post');
  const form = fits.find(({ choices }) =>
    Object.keys(values).every((name) => choices.some((one) => one.name === name)),
  );
  const chosen = Object.keys(values).length > 0 ? form : fits.find(({ choices }) => choices.some(isToken));
  if (!chosen) throw new Error(`${page.url.pathname} (${page.status}) has no form with ${Object.keys(values)}`);
  return browser.submit(page, chosen, values);
}

const isToken = ({ name }: { name: string }) => name === 'token';

function linkIn({ text }: CaughtMail): string {
  const [link] = /https?:\/\/\S+token=[\w-]+/.exec(text) ?? [];
  if (link === undefined) throw new Error(`There is no link in: ${text}`);
  return link;
}

function tokenOf(link: string): string {
  return new URL(link).searchParams.get('token') ?? '';
}
