import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Addresses } from '@/app/developers/api/compat/addresses';
import { NATIVE_CALLS, NATIVE_MEMBERS, NATIVE_PARAMETERS } from '@/app/developers/api/compat/native-calls';
import CompatPage from '@/app/developers/api/compat/page';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import openApi from '@/lib/protocols/v1/openapi.json';
import { explain } from '@/lib/protocols/wc-am/handle';
import { ALIASES, REQUIRED, TRANSLATED } from '@/lib/protocols/wc-am/parse';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aProduct, aResource, bySystem } from '../../support/factories';
import { type PhpRead, readPhp } from '../../support/read-php';

const STORE = 'http://localhost:8080';
useDatabase({ PUBLIC_URL: STORE });

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => forgetCallLimits());

const unescaped = (html: string) =>
  html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>');
const page = async () => unescaped(renderToStaticMarkup(await CompatPage())).replaceAll('&amp;', '&');
const { actions, refusals } = explain(STORE);

async function aSoldLicence() {
  const product = await aProduct({ title: 'Acme Backup Pro' });
  const out = { releasedAt: now(), publishedAt: now(), createdAt: now(), changelogMd: '- Faster' };
  await db().release.create({ data: { productId: product.id, version: '2.0.0', ...out } });
  return aResource({ product, activationLimit: 5, termDays: 365 });
}

type Licence = Awaited<ReturnType<typeof aSoldLicence>>;

/** An example of the page as somebody with a licence would fill it in. */
function filledIn(query: string, { key, planNumber }: Licence): string {
  const sent = new URLSearchParams(query);
  if (sent.has('api_key')) sent.set('api_key', key);
  if (sent.has('product_id')) sent.set('product_id', String(planNumber));
  return `/?${sent}`;
}

/** What is in an answer, without its values: names, kinds and, of a list, its first entry. */
function shapeOf(value: unknown): unknown {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object') return typeof value;
  return Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)]);
}

function phpShape(read: PhpRead): unknown {
  if (read === null || typeof read !== 'object') return typeof read;
  const pairs = 'class' in read ? read.members : 'array' in read ? read.array : undefined;
  return pairs ? pairs.map(([name, value]) => [name, phpShape(value)]) : Object.keys(read);
}

describe('what the page shows is what clients are told', () => {
  test.each(actions)('$action', async ({ action, query, answer, isSerialized }) => {
    const licence = await aSoldLicence();
    const ask = async (sent: string) => (await lane.door(filledIn(sent, licence))).text();
    const activation = actions.find((one) => one.action === 'activate')?.query ?? '';
    if (action !== 'activate') await ask(activation);
    const told = await ask(query);
    if (isSerialized) expect(phpShape(readPhp(told))).toEqual(phpShape(readPhp(answer)));
    else expect(shapeOf(JSON.parse(told))).toEqual(shapeOf(JSON.parse(answer)));
  });

  test('the envelope of a refusal, in either form', async () => {
    const { refusal, serializedRefusal } = explain(STORE);
    const refused = await (
      await lane.door('/?wc-api=wc-am-api&wc_am_action=verify_api_key_is_active&api_key=x')
    ).text();
    expect(shapeOf(JSON.parse(refused))).toEqual(shapeOf(JSON.parse(refusal)));
    const php = await (await lane.door('/?wc-api=wc-am-api&wc_am_action=pluginupdatecheck')).text();
    expect(php).toBe(serializedRefusal);
  });

  test.each([
    ['wc_am_action=activate&product_id=1', 'missing'],
    ['wc_am_action=made_up', 'unknown_request'],
    ['', 'no_request'],
    ['wc_am_action=status&api_key=nobody&product_id=1&instance=i', 'key_not_found'],
    ['wc_am_action=verify_api_key_is_active&api_key=nobody', 'not_live'],
    ['wc_am_action=update&product_id=2147483647&plugin_name=a/a.php', 'product_not_found'],
  ])('the sentence for “%s”', async (query, reason) => {
    const { error } = await (await lane.door(`/?wc-api=wc-am-api&${query}`)).json();
    const known = refusals.find((one) => one.reason === reason)?.sentences['3.0-3.4'] ?? '';
    // The page names an example where the sentence names what was sent.
    const plain = (sentence: string) => sentence.replace(/ID \d+/, 'ID').replace(/missing: .*/, 'missing');
    expect(plain(error)).toBe(plain(known));
  });

  test('every address of the page is answered', async () => {
    const licence = await aSoldLicence();
    await saveStoreSettings({ translateSoftwareAddOn: true }, bySystem);
    const html = unescaped(renderToStaticMarkup(<Addresses protocol={explain(STORE)} storeUrl="" />));
    const addresses = [...html.matchAll(/<code[^>]*>([^<]+)</g)].map(([, address = '']) => address);
    expect(addresses).toHaveLength(6);
    for (const address of addresses) {
      const query = `wc_am_action=verify_api_key_is_active&api_key=${licence.key}`;
      const response = await lane.door(`${address}${address.includes('?') ? '&' : '?'}${query}`);
      expect([address, (await response.json()).success]).toEqual([address, true]);
    }
    await saveStoreSettings({ translateSoftwareAddOn: false }, bySystem);
  });
});

test('every action, name and refusal of the protocol is on the page', async () => {
  const html = await page();
  for (const action of Object.keys(REQUIRED)) expect(html).toContain(`id="action-${action}"`);
  for (const alias of Object.keys(ALIASES)) expect(html).toContain(`“${alias}”`);
  for (const names of TRANSLATED) for (const name of names) expect(html).toContain(`>${name}<`);
  for (const { told, sentences } of refusals) {
    expect(html).toContain(`>${told.join(', ')}<`);
    for (const sentence of Object.values(sentences)) expect(html).toContain(sentence);
  }
});

test('the page tells which wording this store speaks', async () => {
  await saveStoreSettings({ messageProfile: '3.5+' }, bySystem);
  expect(await page()).toContain('This store speaks as 3.5+ does.');
  await saveStoreSettings({ messageProfile: '3.0-3.4' }, bySystem);
});

describe('the mapping leads to what is there', () => {
  test('calls', () => {
    const paths: Record<string, object> = openApi.paths;
    for (const call of Object.values(NATIVE_CALLS)) {
      const [method = '', path = ''] = call.split(' ');
      expect(Object.keys(paths[path.replace('/api/v1', '')] ?? {})).toContain(method.toLowerCase());
    }
  });

  test('parameters', () => {
    const { ActivationWish } = openApi.components.schemas;
    for (const [, native] of NATIVE_PARAMETERS.filter(([wire]) => wire !== 'api_key')) {
      expect(Object.keys(ActivationWish.properties)).toContain(native);
    }
  });

  test('members', async () => {
    const licence = await aSoldLicence();
    const native = await nativeAnswers(licence);
    for (const { action, wire, native: member } of NATIVE_MEMBERS) {
      const example: unknown = JSON.parse(actions.find((one) => one.action === action)?.answer ?? '');
      expect([action, wire, has(example, wire)]).toEqual([action, wire, true]);
      // A file is what a package needs; a licence without one is told null.
      const asked = member.startsWith('package.') ? 'package' : member;
      expect([action, asked, has(native[NATIVE_CALLS[action]], asked)]).toEqual([action, asked, true]);
    }
  });
});

function has(value: unknown, path: string): boolean {
  let inner = value;
  for (const name of path.split('.')) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name)) return false;
    inner = Object.entries(inner).find(([member]) => member === name)?.[1];
  }
  return true;
}

async function nativeAnswers({ key, planNumber: product }: Licence): Promise<Record<string, unknown>> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ product, instance: 'my-computer' });
  const answers: Record<string, unknown> = {};
  // In an order in which each finds the place that it needs; deactivations come last.
  const calls = [...new Set(Object.values(NATIVE_CALLS))].sort(
    (a, b) => Number(/deact/.test(a)) - Number(/deact/.test(b)),
  );
  for (const call of calls) {
    const [method = '', path = ''] = call.split(' ');
    const asked = path.endsWith('updates') ? `${path}?product=${product}&instance=my-computer` : path;
    const response = await lane.door(asked, { method, headers, ...(method === 'POST' ? { body } : {}) });
    answers[call] = await response.json();
  }
  return answers;
}
