import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { clientCore } from '@/lib/licensing/client-core';
import { handle } from '@/lib/protocols/wc-am/handle';
import { reportCallErrors } from '@/lib/request-log/note-call';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { type Door, openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { bySystem } from '../../support/factories';
import { aFieldStore, type FieldStore, jsonOf, objectOf, placesOf, query } from './field-store';

// Requests as the clients of wc-am.md 9.2 and 9.3 send them, read as those clients read the answers.

useDatabase({ PUBLIC_URL: 'http://localhost:8080' });

let lane: Awaited<ReturnType<typeof openLane>>;
let store: FieldStore;
beforeAll(async () => {
  lane = await openLane();
  store = await aFieldStore();
});
afterAll(() => lane.close());

const door: Door = (target, init) => lane.door(target, init);

async function withPlace(instance: string, label = 'site.example'): Promise<FieldStore> {
  const fresh = await aFieldStore();
  const facts = { api_key: fresh.key, product_id: fresh.planNumber, instance, object: label };
  expect(await jsonOf(door, `/?${query({ 'wc-api': 'wc-am-api', wc_am_action: 'activate', ...facts })}`)).toMatchObject(
    { activated: true },
  );
  return fresh;
}

describe('a theme of the 1.x generation', () => {
  const instance = 'Th3m31nst4nc';
  const license = (request: string) =>
    `/?${query({ 'wc-api': 'am-software-api', email: 'buyer@example.test', licence_key: store.key, request })}&${query({ product_id: store.title, instance, platform: 'alt.example', software_version: '1.0.0' })}`;
  const upgrade = (request: string, facts: Record<string, string> = {}) =>
    `/?${query({ 'wc-api': 'upgrade-api', request, slug: 'theme-unique', plugin_name: 'theme-unique', version: '1.0.0', product_id: store.title, api_key: store.key, activation_email: 'buyer@example.test', instance, domain: 'alt.example', software_version: '1.0.0', extra: '', ...facts })}`;

  test('activates by title and e-mail, is told its places, and reads the update in bytes', async () => {
    const activated = await jsonOf(door, license('activation'));
    expect(activated).toMatchObject({ activated: true, message: '2 out of 3 activations remaining' });
    // Any `code` makes it wipe the stored key and e-mail.
    expect(activated).not.toHaveProperty('code');
    const status = await jsonOf(door, license('status'));
    expect(status).toMatchObject({ status_check: 'active' });
    expect(status).not.toHaveProperty('code');

    expect(await objectOf(door, upgrade('pluginupdatecheck'))).toMatchObject({
      slug: 'theme-unique',
      new_version: '2.0.0',
      url: 'https://vendor.example/theme',
      upgrade_notice: 'Größer, schöner — 改善',
      package: expect.stringMatching(/^http:\/\/localhost:8080\/\?user_id=\d+&am_download_file=\d+&am_order=/),
    });
    const details = await objectOf(door, upgrade('plugininformation'));
    expect(details).toMatchObject({
      name: 'Thème Ünïque',
      version: '2.0.0',
      sections: { changelog: expect.stringContaining('<li>Größer, schöner — 改善 🚀</li>') },
    });

    const left = await jsonOf(door, license('deactivation'));
    expect(left).toMatchObject({ deactivated: true, activations_remaining: '3 out of 3 activations remaining' });
    expect(await placesOf(store)).toEqual([]);
  });

  test('of an unknown title learns it from the errors of the serialized object, which it looks through', async () => {
    expect(await objectOf(door, upgrade('pluginupdatecheck', { product_id: 'Nobody sells this' }))).toMatchObject({
      new_version: '',
      package: '',
      errors: { download_revoked: 'download_revoked' },
    });
  });
});

describe('the Python client', () => {
  test('calls the pretty path with signatures nobody asked for, and gets a 200 without a redirect', async () => {
    const fresh = await withPlace('py-1');
    const oauth = {
      oauth_consumer_key: fresh.key,
      oauth_nonce: 'd41d8cd98f00b204e9800998ecf8427e',
      oauth_signature: 'tnnArxj06cWHq44gCs1OSKk/jLY=',
      oauth_signature_method: 'HMAC-SHA256',
      oauth_timestamp: '1700000000',
    };
    const facts = { wc_am_action: 'status', api_key: fresh.key, product_id: fresh.planNumber, instance: 'py-1' };
    const headers = { authorization: `Basic ${btoa('ck_1:cs_2')}`, accept: 'application/json' };
    for (const path of ['/wc-api/wc-am-api/', '/wc-api/wc-am-api']) {
      expect(await jsonOf(door, `${path}?${query({ ...facts, ...oauth })}`, { headers })).toMatchObject({
        success: true,
        status_check: 'active',
      });
    }
  });
});

describe('the .NET add-in', () => {
  const status = (fresh: FieldStore, key = fresh.key) =>
    jsonOf(
      door,
      `/?${query({ 'wc-api': 'wc-am-api', request: 'status', api_key: key, product_id: fresh.planNumber, instance: 'PC-1' })}`,
    );

  test('finds the whole number of places at the root, and title and product in the first row', async () => {
    const fresh = await withPlace('PC-1', 'WORKSTATION');
    const answer = await status(fresh);
    expect(answer).not.toHaveProperty('error');
    expect(answer.remaining).toBe(2);
    expect(answer).toMatchObject({
      data: {
        activated: true,
        api_key_expirations: {
          non_wc_subs_resources: [{ product_title: 'Thème Ünïque', product_id: String(fresh.planNumber) }],
        },
      },
    });
  });

  test('takes a text under `error` at the root for a failure, and finds one', async () => {
    const fresh = await withPlace('PC-1');
    expect((await status(fresh, 'wrong')).error).toBe('A customer account does not exist for this API Key.');
  });
});

describe('browser clients', () => {
  test('a Moodle plugin asks from another origin, with a hash for an instance and an address for an object', async () => {
    const fresh = await aFieldStore();
    const origin = 'https://moodle.example';
    const instance = createHash('sha256').update('moodle.example').digest('hex');
    const facts = { api_key: fresh.key, product_id: fresh.planNumber, instance, object: 'admin@moodle.example' };
    const target = `/?${query({ 'wc-api': 'wc-am-api', wc_am_action: 'activate', ...facts })}`;

    const preflight = await door(target, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'content-type' },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*');
    expect(preflight.headers.get('access-control-allow-methods')).toContain('GET');
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('content-type');
    expect(await placesOf(fresh)).toEqual([]);

    const response = await door(target, { headers: { origin } });
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    // A browser hides an answer that names an origin and allows cookies at once; nothing here may.
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(await response.json()).toMatchObject({ success: true, activated: true });
    expect(await placesOf(fresh)).toEqual([{ instance, label: 'admin@moodle.example' }]);
  });

  test('WCPOS compares code and sentence exactly, and lets downloads through by `data.activated`', async () => {
    const fresh = await withPlace('pos-1');
    const status = (key: string) =>
      jsonOf(
        door,
        `/?${query({ 'wc-api': 'am-software-api', request: 'status', licence_key: key, product_id: fresh.planNumber, instance: 'pos-1' })}`,
        { headers: { origin: 'https://pos.example' } },
      );
    const refused = await status('0'.repeat(40));
    expect(refused.code === '100' && refused.error === 'A customer account does not exist for this API Key.').toBe(
      true,
    );
    expect(await status(fresh.key)).toMatchObject({ status_check: 'active', data: { activated: true } });
  });
});

describe('Zorem', () => {
  const askFor = (fresh: FieldStore) =>
    `/?${query({ 'wc-api': 'wc-am-api', wc_am_action: 'status', api_key: fresh.key, product_id: fresh.planNumber, instance: 'zorem' })}`;

  test.each([
    ['expired', { expiresAt: new Date('2026-01-01T00:00:00Z') }],
    ['suspended', { suspendedAt: now() }],
    ['revoked', { revokedAt: now() }],
  ])('keeps its key while the licence is %s, because nothing says "inactive"', async (_state, change) => {
    const fresh = await withPlace('zorem');
    await db().apiResource.update({ where: { id: fresh.resourceId }, data: change });
    const answer = await jsonOf(door, askFor(fresh));
    expect(answer.success).toBe(false);
    expect(answer).not.toHaveProperty('status_check');
  });

  test('keeps its key while the store is in trouble inside', async () => {
    const fresh = await withPlace('zorem');
    const told: unknown[] = [];
    reportCallErrors((error) => told.push(error));
    const broken = () => Promise.reject(new Error('The database is gone'));
    const core = { ...clientCore(), checkStatus: broken };
    const exchange = { method: 'GET', path: '/', query: askFor(fresh).slice(2), contentType: '', body: '' };
    const answer = await handle({ ...exchange, address: '', userAgent: '', header: () => '' }, core);
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.body)).toMatchObject({ success: false });
    expect(answer.body).not.toContain('status_check');
    expect(told).toHaveLength(1);
  });

  test('recognises the plain sentence of the 2.x profile', async () => {
    const fresh = await withPlace('zorem');
    await db().apiResource.update({ where: { id: fresh.resourceId }, data: { expiresAt: now() } });
    await saveStoreSettings({ messageProfile: '2.x' }, bySystem);
    const answer = await jsonOf(door, askFor(fresh));
    await saveStoreSettings({ messageProfile: '3.0-3.4' }, bySystem);
    expect(answer.error).toBe(
      'No API resources exist. Login to My Account to verify there are activations remaining, and the API Key and Product ID are correct.',
    );
  });
});
