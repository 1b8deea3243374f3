import { expect, test } from 'vitest';
import { findHits } from '@/app/admin/_palette/find-hits';
import { grouped, matchPlaces, type PaletteItem, stillFitting } from '@/app/admin/_palette/palette-item';
import { settingPlaces } from '@/app/admin/_palette/setting-places';
import { db } from '@/lib/db/client';
import { activate } from '@/lib/licensing/activate';
import { refuseBusy } from '@/lib/protocols/v1/handle';
import { flushCalls } from '@/lib/request-log/flush-calls';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { useDatabase } from '../../support/database';
import { aCustomer, aProduct, aResource, first } from '../../support/factories';

useDatabase();

const hrefs = (items: PaletteItem[]) => items.map(({ href }) => href);

async function aPurchase() {
  const customer = await aCustomer({ email: 'petra.palette@finds.test' });
  const product = await aProduct({ title: 'Findable Suite' });
  const bought = await aResource({ customerId: customer.id, product });
  const call = {
    key: bought.key,
    product: { number: bought.planNumber },
    requested: String(bought.planNumber),
    instance: 'one',
    label: 'https://www.findable-host.example/',
    version: '1.0',
    address: '192.0.2.1',
  };
  await activate([call], { at: new Date(), strict: false });
  return { ...bought, customerNumber: customer.number };
}

test('everything about a purchase is found by what a shop owner has at hand, and leads to its page', async () => {
  const bought = await aPurchase();
  expect(hrefs(await findHits('PETRA.pal'))).toEqual([`/admin/customers/${bought.customerNumber}`]);
  expect(hrefs(await findHits(`#${bought.orderNumber}`))).toContain(`/admin/orders/${bought.orderNumber}`);
  expect(hrefs(await findHits(String(bought.resourceNumber)))).toContain(`/admin/licences/${bought.resourceNumber}`);
  expect(hrefs(await findHits('https://findable-h'))).toEqual(['/admin/activations?q=findable-host.example']);
  expect(hrefs(await findHits('findable suite'))).toEqual([`/admin/products/${bought.productNumber}`]);

  const byKey = await findHits(` ${bought.key}\n`);
  expect(hrefs(byKey)).toEqual([`/admin/licences/${bought.resourceNumber}`, `/admin/orders/${bought.orderNumber}`]);
  expect(hrefs(await findHits(bought.masterKey))).toEqual([`/admin/customers/${bought.customerNumber}`]);
  expect(JSON.stringify([byKey, await findHits(bought.masterKey)])).not.toMatch(/lk[a-z]_/);
});

test('the request id of a refused call leads to the call, in either case of its letters, and to nothing else', async () => {
  const { body } = refuseBusy({
    method: 'POST',
    path: '/api/v1/status',
    query: '',
    contentType: '',
    body: '',
    address: '192.0.2.7',
    userAgent: '',
    header: () => '',
  });
  const { request_id: id } = JSON.parse(body);
  await flushCalls();
  const call = first(await db().requestLogEntry.findMany({ where: { requestId: id } }));
  for (const typed of [id, ` ${id.toUpperCase()} `]) {
    expect(await findHits(typed)).toEqual([
      { group: 'calls', href: `/admin/logs/requests/${call.id}`, label: id, about: 'v1 status: busy' },
    ]);
  }
  expect(await findHits(`req_${'0'.repeat(32)}`)).toEqual([]);
});

test('a key nobody has, an empty text and text of the wrong kind find nothing', async () => {
  for (const typed of ['lko_NobodyHasThisKeyNobodyHasThisKeyNobodyHas12', '', '   ', '\0', '%%%', 'x'.repeat(5_000)]) {
    expect(await findHits(typed)).toEqual([]);
  }
});

test('every setting of the page is found by its name, at an address that leads to it', () => {
  const anchors = settingPlaces.map(({ href }) => href.split('#')[1]);
  const elsewhere = ['docTabs'];
  for (const name of Object.keys(DEFAULT_SETTINGS)) if (!elsewhere.includes(name)) expect(anchors).toContain(name);
  expect(hrefs(matchPlaces(settingPlaces, 'payment grace'))).toEqual(['/admin/settings#paymentGraceDays']);
  expect(hrefs(matchPlaces(settingPlaces, 'STRIPE'))).toEqual(['/admin/settings#payments']);
  expect(matchPlaces(settingPlaces, '  ')).toEqual([]);
});

const item = (label: string, group: PaletteItem['group'] = 'orders'): PaletteItem => ({
  group,
  label,
  href: `/${label}`,
  about: '',
});

test('places that begin with the word stand before those that only have it', () => {
  const places = [item('Associated keys', 'pages'), item('Keys', 'pages')];
  expect(matchPlaces(places, 'keys').map(({ label }) => label)).toEqual(['Keys', 'Associated keys']);
});

test('while more letters are looked up, only what still fits stays, and never a key', () => {
  const found = { typed: '10', items: [item('Order 10'), item('Order 104'), item('A key of licence 104', 'key')] };
  expect(stillFitting(found, '104').map(({ label }) => label)).toEqual(['Order 104']);
  expect(stillFitting(found, '20')).toEqual([]);
  expect(stillFitting(found, '1')).toEqual([]);
});

test('results stand in groups of a fixed order, and an empty group is left out', () => {
  const groups = grouped([item('a', 'settings'), item('b', 'key'), item('c', 'pages')]);
  expect(groups.map(({ value }) => value)).toEqual(['key', 'pages', 'settings']);
});
