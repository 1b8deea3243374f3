import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { LicenceActivations } from '@/app/account/licences/[id]/licence-activations';
import { RefusedCalls } from '@/app/account/licences/[id]/refused-calls';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { readLicenceStory } from '@/lib/licensing/grants/read-licence-story';
import { listOwnActivations } from '@/lib/licensing/list-own-activations';
import { OWN_REFUSALS, type OwnRefusal, type RefusedCall } from '@/lib/licensing/list-refused-calls';
import { present } from '../../payments/support';
import { useDatabase } from '../../support/database';
import { aResource } from '../../support/factories';
import { activateOnce, page, withSettings } from './api-keys-page';

useDatabase();

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** The activations of a licence as its own page shows them. */
async function ownLicence({ customerId, resourceNumber: licenceNumber }: Awaited<ReturnType<typeof aResource>>) {
  const { number: customerNumber } = await db().customer.findUniqueOrThrow({ where: { id: customerId } });
  const { allowance } = present(await readLicenceStory({ number: licenceNumber, owner: { customerId } }, now()));
  const list = await listOwnActivations({ customerNumber, licenceNumber }, {});
  const view = { path: `/account/licences/${licenceNumber}`, q: '', filters: {} };
  const html = renderToStaticMarkup(
    <LicenceActivations view={view} list={list} allowance={allowance} licenceNumber={licenceNumber} />,
  );
  return { html, words: wordsOf(html), payload: JSON.stringify(list) };
}

async function inUse() {
  const one = await aResource({ activationLimit: 2 });
  const productId = one.planNumber;
  await activateOnce({ key: one.masterKey, productId, instance: 'i-1', label: 'https://shop.example.test' });
  await activateOnce({ key: one.key, productId, instance: 'i-2', label: 'Ada’s laptop' });
  const [activatedAt, lastSeenAt] = [new Date('2026-03-01T12:00:00Z'), new Date('2026-04-02T12:00:00Z')];
  await db().activation.updateMany({ where: { customerId: one.customerId }, data: { activatedAt, lastSeenAt } });
  return one;
}

test.each(['its own page', 'API Keys'])(
  'of each activation %s tells name, address, version, when it was first and last seen, and the kind of its key',
  async (where) => {
    const one = await inUse();
    const { words, html } = where === 'API Keys' ? await page(one.customerId) : await ownLicence(one);
    for (const told of ['shop.example.test', 'i-1', '192.0.2.1', '1.0.0', '1 Mar 2026', '2 Apr 2026']) {
      expect(words).toContain(told);
    }
    expect(words.match(/Product Order API Key/g)?.length).toBeGreaterThan(0);
    expect(words).toMatch(/with (the )?Master API Key/);
    expect(html).toContain('href="https://shop.example.test"');
  },
);

test('the page of a licence carries no key, and says nothing of the kinds of key that the store hides', async () => {
  const one = await inUse();
  const { html, payload } = await ownLicence(one);
  for (const key of [one.key, one.masterKey]) expect(html + payload).not.toContain(key.slice(-4));
  await withSettings({ showMasterApiKey: false }, async () => {
    const { words, payload } = await ownLicence(one);
    expect(words + payload).not.toMatch(/master/i);
    expect((await page(one.customerId)).words).not.toContain('Master API Key');
  });
});

test('each place can be renamed and deleted from the page of its licence, without a script, and the way leads back there', async () => {
  const one = await inUse();
  const { id } = await db().activation.findFirstOrThrow({ where: { customerId: one.customerId, instance: 'i-2' } });
  const { html } = await ownLicence(one);
  const forms = [...html.matchAll(/<form[\s\S]*?<\/form>/g)].map(([form]) => form);
  const mine = forms.filter((form) => form.includes(`name="activation" value="${id}"`));
  expect(mine).toHaveLength(2);
  for (const form of mine) expect(form).toContain(`name="licence" value="${one.resourceNumber}"`);
  expect(mine.some((form) => /name="label"[^>]*value="Ada’s laptop"/.test(form))).toBe(true);
  expect(html).toContain('aria-label="Rename activation Ada’s laptop"');
});

test('a full licence says so and leads to what can be done, on its page and on API Keys; one with room does not', async () => {
  const one = await inUse();
  const roomy = await aResource();
  for (const html of [(await ownLicence(one)).html, (await page(one.customerId)).html]) {
    expect(html).toContain('href="/help/activation-limit"');
  }
  for (const html of [(await ownLicence(roomy)).html, (await page(roomy.customerId)).html]) {
    expect(html).not.toContain('href="/help/activation-limit"');
    expect(html).toContain('href="/help/activate"');
  }
});

const aCall = (reason: OwnRefusal, facts: Partial<RefusedCall> = {}): RefusedCall => ({
  reason,
  at: new Date('2026-04-02T12:00:00Z'),
  count: 1,
  instance: 'i-9',
  place: '',
  product: '777',
  isOver: false,
  ...facts,
});

const refusedPage = (calls: RefusedCall[], isKeyAmbiguous = false) =>
  wordsOf(renderToStaticMarkup(<RefusedCalls refused={{ calls, planNumber: 102, isKeyAmbiguous }} days={30} />));

test.each(OWN_REFUSALS)('an owner who was refused for %s reads why and what to do, in words for owners', (reason) => {
  const [call, over] = [refusedPage([aCall(reason)]), refusedPage([aCall(reason, { isOver: true })])];
  const nothing = refusedPage([]);
  expect(call.length).toBeGreaterThan(nothing.length + 60);
  expect(call).not.toMatch(/customer|\{\w+\}|settings of the store/);
  expect(call).not.toContain('Settled');
  expect(over).toContain('Settled');
});

test('a refusal names its place, how often it came, and for a wrong product the right one', () => {
  const told = refusedPage([aCall('wrong_product', { count: 7, place: 'https://shop.example.test' })]);
  expect(told).toContain('shop.example.test i-9');
  expect(told).toContain('7 times');
  expect(told).toContain('no licence for product 777');
  expect(told).toContain('Enter 102 as the product ID');
});

test('what cannot be told is said: calls without their key always, an ambiguous key where there is one', () => {
  expect(refusedPage([])).toContain('No call with a key of this licence was refused in that time.');
  expect(refusedPage([])).toContain('nobody can tell whose it was');
  expect(refusedPage([])).not.toContain('left out');
  expect(refusedPage([], true)).toContain('Calls with one of your keys are left out');
});
