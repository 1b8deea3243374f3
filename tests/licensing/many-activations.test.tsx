import pg from 'pg';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, expect, test, vi } from 'vitest';
import { ActivationsView } from '@/app/account/api-keys/activations/activations-view';
import { readOwnActivations } from '@/app/account/api-keys/activations/read-own-activations';
import { backToActivations } from '@/app/account/api-keys/activations-path';
import { ApiKeysView } from '@/app/account/api-keys/api-keys-view';
import { readApiKeys } from '@/app/account/api-keys/read-api-keys';
import { db, inTransaction, pool } from '@/lib/db/client';
import { listApiResources } from '@/lib/licensing/list-api-resources';
import { readVisibleProductOrderKey } from '@/lib/licensing/read-visible-key';
import { AT } from '../support/client-calls';
import { revokeResources } from '../support/close-rights';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

type Resource = Awaited<ReturnType<typeof aResource>>;
let many: Resource;
let few: Resource;
let gone: Resource;

/** Instances `name-1` to `name-count`, each a second younger than the one before. */
async function inUse({ resourceId }: Resource, name: string, count: number): Promise<void> {
  await pool().query(
    `INSERT INTO activation (api_resource_id, customer_id, product_id, license_key_id, instance, label, requested_product, activated_at, last_seen_at)
     SELECT r.id, r.customer_id, r.product_id, k.id, $2 || '-' || n, $2 || '-' || n || '.example.test', '1',
       $4::timestamptz + n * interval '1 second', $4::timestamptz
     FROM api_resource r JOIN license_key k ON k.api_resource_id = r.id, generate_series(1, $3::int) n WHERE r.id = $1`,
    [resourceId, name, count, AT],
  );
  await db().apiResource.update({ where: { id: resourceId }, data: { activationCount: count } });
}

beforeAll(async () => {
  const product = await aProduct();
  many = await aResource({ product, activationLimit: null });
  const { customerId } = many;
  few = await aResource({ product, activationLimit: null, customerId });
  gone = await aResource({ activationLimit: null, customerId });
  await inUse(many, 'site', 130);
  await inUse(few, 'early', 2);
  await inUse(gone, 'refunded', 3);
  await inTransaction((tx) => revokeResources(tx, { orderItemIds: [gone.orderItemId], at: AT, actor: bySystem }));
});

const listed = (groupByProduct: boolean) =>
  listApiResources({ customerId: many.customerId, groupByProduct, withActivations: true });
const wordsOf = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('of a key in use in very many places the 100 newest are read, with their true count; of the others all', async () => {
  const [row, other] = await listed(false);
  expect(row).toMatchObject({ activationCount: 130, allowance: { used: 130 } });
  expect(row?.activations.map(({ instance }) => instance)).toEqual(
    Array.from({ length: 100 }, (_, i) => `site-${i + 31}`),
  );
  expect(other?.activations.map(({ instance }) => instance)).toEqual(['early-1', 'early-2']);
  expect(other).not.toHaveProperty('activationCount');
});

test('a row that merges several orders lists the newest of all of them', async () => {
  const row = first(await listed(true));
  expect(row).toMatchObject({ activationCount: 132, allowance: { used: 132 } });
  expect(row.activations).toHaveLength(100);
  expect(row.activations.at(-1)?.instance).toBe('site-130');
});

test('activations are read only when asked for', async () => {
  const rows = await listApiResources({ customerId: many.customerId, groupByProduct: false });
  expect(rows.map(({ activations, allowance }) => [activations, allowance.used])).toEqual([
    [[], 130],
    [[], 2],
  ]);
});

test('API Keys says how many it lists and leads to all of them', async () => {
  const html = renderToStaticMarkup(<ApiKeysView keys={await readApiKeys({ id: many.customerId })} />);
  expect(wordsOf(html)).toContain('The 100 newest of 130 activations are shown.');
  expect(html).toContain(`href="/account/api-keys/activations?q=${many.orderNumber}"`);
  expect(html.match(/newest of/g)).toHaveLength(1);
});

async function ownPage(customer: { number: number }, params: { q?: string; after?: string | undefined } = {}) {
  const view = { path: '/account/api-keys/activations', q: params.q ?? '', filters: {} };
  const list = await readOwnActivations(customer, { q: view.q, ...(params.after ? { after: params.after } : {}) });
  return { list, html: renderToStaticMarkup(<ActivationsView view={view} list={list} />) };
}

test('all activations of a customer are reached page by page, each once, without those of a revoked right', async () => {
  const customer = await db().customer.findUniqueOrThrow({ where: { id: many.customerId } });
  const seen: string[] = [];
  for (let after: string | undefined, pages = 0; pages === 0 || after; pages += 1) {
    const { list } = await ownPage(customer, { after });
    seen.push(...list.rows.map(({ instance }) => instance));
    after = list.next;
  }
  expect(seen).toHaveLength(132);
  expect(new Set(seen).size).toBe(132);
  expect(seen.filter((instance) => instance.startsWith('refunded'))).toEqual([]);
});

test('one of very many is found by its host and deleted there; a stranger finds nothing', async () => {
  const customer = await db().customer.findUniqueOrThrow({ where: { id: many.customerId } });
  const { list, html } = await ownPage(customer, { q: 'site-7.example' });
  expect(list.rows.map(({ instance }) => instance)).toEqual(['site-7']);
  expect(html).toMatch(new RegExp(`<form[^>]*>(?:(?!</form>).)*name="activation" value="${list.rows[0]?.id}"`));
  expect(html).toContain('name="search" value="site-7.example"');
  expect((await ownPage(customer, { q: String(few.orderNumber) })).list.rows).toHaveLength(2);
  const { html: nothing } = await ownPage(await aCustomer(), { q: 'site-7.example' });
  expect(wordsOf(nothing)).toContain('No activation fits your search.');
  expect(nothing).toContain('type="search"');
});

test('the list of all names the product of each activation, and offers no search where there is nothing to find', async () => {
  const customer = await db().customer.findUniqueOrThrow({ where: { id: many.customerId } });
  const { list, html } = await ownPage(customer, { q: 'early-2' });
  expect(wordsOf(html)).toContain(`${list.rows[0]?.productTitle} Licence ${few.resourceNumber} `);
  expect((await ownPage(await aCustomer())).html).not.toContain('type="search"');
});

test('a change leads back to the page it was made on, to the search whatever was searched, and nowhere else', () => {
  const told = { notice: 'n', deleted: 'd' };
  expect(backToActivations({}, told)).toBe('/account/api-keys?notice=n&deleted=d');
  expect(backToActivations({ search: '' }, told)).toBe('/account/api-keys/activations?notice=n&deleted=d');
  expect(backToActivations({ search: '//a&notice=x' }, { notice: 'n' })).toBe(
    '/account/api-keys/activations?q=%2F%2Fa%26notice%3Dx&notice=n',
  );
  expect(backToActivations({ licence: '12' }, told)).toBe('/account/licences/12?notice=n&deleted=d');
  expect(backToActivations({ licence: '../../admin' }, { notice: 'n' })).toBe('/account/api-keys?notice=n');
});

test('copying one product order key reads that key alone, and none of a revoked right', async () => {
  const { customerId, resourceId: apiResourceId, key } = many;
  const sent = vi.spyOn(pg.Client.prototype, 'query');
  const shown = await readVisibleProductOrderKey({ customerId, apiResourceId });
  const statements = sent.mock.calls.map(([statement]) => JSON.stringify(statement));
  sent.mockRestore();
  expect(shown).toBe(key);
  expect(statements.filter((text) => /"activation\\?"|"api_resource\\?" WHERE/.test(text))).toEqual([]);
  expect(await readVisibleProductOrderKey({ customerId, apiResourceId: gone.resourceId })).toBeUndefined();
  expect(await readVisibleProductOrderKey({ customerId, apiResourceId: 'no-id' })).toBeUndefined();
});
