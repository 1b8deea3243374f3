import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { readLikeClient } from '../../support/wordpress-client';
import { aFieldStore, type FieldStore, jsonOf, objectOf, placesOf, query } from './field-store';

// Set-ups of the official PHP library that the recorded session does not have (wc-am.md 9.1 and 13).

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());

const door: Door = (target, init) => lane.door(target, init);

/** As WordPress sends it: everything in the query, an empty form for a body. */
const POST: RequestInit = {
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: '',
};

/** What the library would show for a call whose query is in this order. */
async function shown(facts: Record<string, string | number>, path = '/'): Promise<string> {
  const target = `${path}?wc-api=wc-am-api&${query(facts)}`;
  const response = await door(target, POST);
  return readLikeClient(target, response.status, await response.text());
}

describe('client 2.12 built with a parent product only', () => {
  const parentOf = (fresh: FieldStore) => ({ product_parent_id: fresh.productNumber });

  test('goes through all five calls without a product of its own', async () => {
    const fresh = await aFieldStore();
    expect(fresh.productNumber).not.toBe(fresh.planNumber);
    const site = { instance: 'AbCdEfGh1234', object: 'client.example' };
    const plugin = { plugin_name: 'acme/acme.php', version: '1.0.0' };
    const key = { api_key: fresh.key };

    expect(
      await shown({ ...key, wc_am_action: 'activate', ...parentOf(fresh), ...site, software_version: '1.0.0' }),
    ).toBe('activated: 2 out of 3 activations remaining');
    expect(await shown({ wc_am_action: 'status', ...key, ...parentOf(fresh), ...site })).toBe('status: active');
    expect(await shown({ wc_am_action: 'update', slug: 'acme', ...plugin, ...parentOf(fresh), ...key, ...site })).toBe(
      'update: 2.0.0 offered with a package',
    );
    expect(await shown({ wc_am_action: 'plugininformation', ...plugin, ...parentOf(fresh), ...key, ...site })).toBe(
      'details: Thème Ünïque 2.0.0 with changelog',
    );
    expect(await shown({ ...key, wc_am_action: 'deactivate', ...parentOf(fresh), ...site })).toBe(
      'deactivated: 3 out of 3 activations remaining',
    );
  });

  test('may also name the parent as the product itself, or beside a plan that was given up', async () => {
    const fresh = await aFieldStore();
    const other = await aFieldStore();
    const call = (facts: Record<string, string | number>, instance: string) =>
      shown({ api_key: fresh.key, wc_am_action: 'activate', ...facts, instance, object: 'client.example' });
    expect(await call({ product_id: fresh.productNumber }, 'one')).toContain('activated: ');
    expect(await call({ product_id: other.planNumber, ...parentOf(fresh) }, 'two')).toContain('activated: ');
    expect((await placesOf(fresh)).map(({ instance }) => instance)).toEqual(['one', 'two']);
  });
});

describe('a fresh installation of client 2.10 to 2.12', () => {
  test('sends instance=0, and is told that the instance is missing', async () => {
    const fresh = await aFieldStore();
    const facts = { api_key: fresh.key, product_id: fresh.planNumber, instance: 0, object: 'client.example' };
    for (const wc_am_action of ['activate', 'status', 'deactivate']) {
      expect(await shown({ wc_am_action, ...facts })).toBe(
        'error: The following required query string data is missing: instance',
      );
    }
    expect(await placesOf(fresh)).toEqual([]);
  });

  test('asks for updates before it is activated, with an empty key, and gets the version without a package', async () => {
    const fresh = await aFieldStore();
    const plugin = { slug: 'acme', plugin_name: 'acme/acme.php', version: '1.0.0' };
    expect(
      await shown({ wc_am_action: 'update', ...plugin, product_id: fresh.planNumber, api_key: '', instance: 0 }),
    ).toBe('update: 2.0.0 offered without a package');
  });

  test('without a product at all is told which parameter is missing', async () => {
    const plugin = { slug: 'acme', plugin_name: 'acme/acme.php', version: '1.0.0' };
    expect(await shown({ wc_am_action: 'update', ...plugin, api_key: '', instance: 0 })).toBe(
      'error: The following required query string data is missing: product_id',
    );
  });
});

describe('a theme', () => {
  test('sends its folder as plugin_name and a dot as slug, and reads version, page and package', async () => {
    const fresh = await aFieldStore();
    const facts = { api_key: fresh.key, product_id: fresh.planNumber, instance: 'theme-1' };
    await shown({ wc_am_action: 'activate', ...facts, object: 'client.example' });
    const sent = { wc_am_action: 'update', slug: '.', plugin_name: 'acme-theme', version: '1.0.0', ...facts };
    const answer = await jsonOf(door, `/?wc-api=wc-am-api&${query(sent)}`, POST);
    expect(answer).toMatchObject({
      success: true,
      data: {
        package: {
          id: `acme-theme-${fresh.planNumber}`,
          slug: '.',
          plugin: 'acme-theme',
          new_version: '2.0.0',
          url: 'https://vendor.example/theme',
          package: expect.stringMatching(/^http:\/\/localhost:8080\/\?user_id=/),
        },
      },
    });
  });
});

describe('an updater whose store address is a product page', () => {
  test('is answered at that page, as JSON and serialized', async () => {
    const fresh = await aFieldStore();
    const facts = { product_id: fresh.title, api_key: fresh.key, instance: 'tivwp', plugin_name: 'acme/acme.php' };
    const page = '/products/acme-backup/';
    const license = query({ 'wc-api': 'am-software-api', request: 'activation', licence_key: fresh.key, ...facts });
    expect(await jsonOf(door, `${page}?${license}`)).toMatchObject({ activated: true });
    const check = { 'wc-api': 'upgrade-api', request: 'pluginupdatecheck', version: '1.0.0', ...facts };
    expect(await objectOf(door, `${page}?${query(check)}`)).toMatchObject({ slug: 'acme', new_version: '2.0.0' });
  });
});
