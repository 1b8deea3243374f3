import { beforeEach, describe, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db, hotPool, pool } from '@/lib/db/client';
import { OPERATIONS } from '@/lib/protocols/v1/manage/operations';
import { newAccessKeyId, newDeveloperKey } from '@/lib/secrets/developer-key';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { anAccessKey, givePlan, replaceValue } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { manageCall } from '../support/manage-calls';

useDatabase();
beforeEach(() => forgetCallLimits());

const HOUR_MS = 3_600_000;
const whoami = (key: string | undefined, headers: Record<string, string> = {}) =>
  manageCall(key, 'GET', '/whoami', undefined, { headers });
const inHeaders = (headers: Record<string, string>) => whoami(undefined, headers);
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const codeOf = async (answer: ReturnType<typeof manageCall>) => {
  const { status, json } = await answer;
  return `${status} ${json?.code ?? 'ok'}`;
};

describe('a credential', () => {
  test('1.01 a call without a key is a 401 problem that says how to send one', async () => {
    const answer = await whoami(undefined);
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['www-authenticate']).toBe('Bearer');
    expect(answer.json).toMatchObject({ code: 'key_missing', request_id: answer.headers['x-request-id'] });
  });

  test('1.01 every operation but those for the public asks for a key', async () => {
    for (const { audience, method, path } of OPERATIONS) {
      if (audience === 'public') continue;
      const { status } = await manageCall(undefined, method, path.replace(/\{\w+\}/g, '1'));
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 401`);
    }
  });

  test('2.01 a key alone gets data, and a cookie gets none', async () => {
    const { value, key } = await anAccessKey();
    const answer = await whoami(value);
    expect(answer.status).toBe(200);
    expect(answer.json.sid).toBe(key.sid);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await codeOf(inHeaders({ cookie: '__Secure-next-auth.session-token=anything' }))).toBe('401 key_missing');
  });

  test('3.03 a key is taken from both headers', async () => {
    const { value } = await anAccessKey({ kind: 'standard' });
    expect(await codeOf(inHeaders({ authorization: `bearer  ${value}` }))).toBe('200 ok');
    expect(await codeOf(inHeaders({ 'x-api-key': value }))).toBe('200 ok');
  });

  test('a pair is taken as Basic and in its two headers, and never by half', async () => {
    const { value, accessKeyId, customerId } = await anAccessKey({ kind: 'pair' });
    await aFactor(customerId);
    expect(await codeOf(inHeaders(basic(accessKeyId, value)))).toBe('200 ok');
    expect(await codeOf(inHeaders({ 'x-access-key': accessKeyId, 'x-access-secret': value }))).toBe('200 ok');
    expect(await codeOf(whoami(value))).toBe('401 invalid_key');
    expect(await codeOf(inHeaders({ 'x-access-secret': value }))).toBe('401 invalid_key');
    expect(await codeOf(inHeaders(basic(newAccessKeyId(), value)))).toBe('401 invalid_key');
  });

  test('two credentials are refused, even when both are the same', async () => {
    const { value } = await anAccessKey();
    const answer = await whoami(value, { 'x-api-key': value });
    expect(`${answer.status} ${answer.json.code}`).toBe('400 two_credentials');
    expect(await codeOf(manageCall(value, 'GET', `/whoami?api_key=${value}`))).toBe('400 two_credentials');
    expect(await codeOf(manageCall(undefined, 'GET', `/whoami?api_key=${value}&api_key=${value}`))).toBe(
      '400 two_credentials',
    );
  });
});

describe('what opens nothing', () => {
  test('3.01 unknown, replaced, revoked and mistyped keys get the same answer', async () => {
    const revoked = await anAccessKey({ facts: { state: 'revoked' } });
    const closed = await anAccessKey();
    await db().customer.update({ where: { id: closed.customerId }, data: { disabledAt: now() } });
    const ended = await anAccessKey();
    await replaceValue(ended.key.id, 'secret', now());
    const last = ended.value.at(-1) === 'A' ? 'B' : 'A';
    const mistyped = ended.value.slice(0, -1) + last;
    const answers = [];
    for (const key of [newDeveloperKey('secret'), revoked.value, closed.value, ended.value, mistyped, 'anything']) {
      const { status, headers, json } = await whoami(key);
      answers.push(JSON.stringify({ status, head: Object.keys(headers), json: { ...json, request_id: '' } }));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('invalid_key');
  });

  test('3.01 a mistyped key asks no database', async () => {
    let asked = 0;
    const count = () => asked++;
    for (const one of [pool(), hotPool()]) one.on('acquire', count);
    expect((await whoami(`${newDeveloperKey('secret').slice(0, -1)}!`)).status).toBe(401);
    expect(asked).toBe(0);
    expect((await whoami(newDeveloperKey('secret'))).status).toBe(401);
    expect(asked).toBeGreaterThan(0);
    for (const one of [pool(), hotPool()]) one.off('acquire', count);
  });

  test('an overlap ends at its instant', async () => {
    const { key, value } = await anAccessKey();
    const fresh = await replaceValue(key.id, 'secret', new Date(now().getTime() + HOUR_MS));
    expect(await codeOf(whoami(value))).toBe('200 ok');
    expect(await codeOf(whoami(fresh))).toBe('200 ok');
    await db().accessSecret.updateMany({
      where: { accessKeyId: key.id, endsAt: { not: null } },
      data: { endsAt: now() },
    });
    expect(await codeOf(whoami(value))).toBe('401 invalid_key');
    expect(await codeOf(whoami(fresh))).toBe('200 ok');
  });

  test('after 20 bad keys an address waits, also with a good one', async () => {
    const { value } = await anAccessKey();
    const bad = await Promise.all(Array.from({ length: 20 }, () => whoami(newDeveloperKey('secret'))));
    expect(new Set(bad.map(({ status }) => status))).toEqual(new Set([401]));
    const answer = await whoami(value);
    expect(`${answer.status} ${answer.json.code}`).toBe('429 rate_limited');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await manageCall(value, 'GET', '/whoami', undefined, { address: '198.51.100.4' })).status).toBe(200);
  });
});

describe('a key that is known', () => {
  test('4.25 a disabled key is told so only to who holds all of it', async () => {
    const { value } = await anAccessKey({ facts: { state: 'disabled' } });
    expect(await codeOf(whoami(value))).toBe('401 key_disabled');
    expect(await codeOf(whoami(value.slice(0, -3)))).toBe('401 invalid_key');
  });

  test('2.18 an expired key gives no access from its instant on', async () => {
    const { key, value } = await anAccessKey({ facts: { expiresAt: new Date(now().getTime() + HOUR_MS) } });
    expect(await codeOf(whoami(value))).toBe('200 ok');
    await db().accessKey.update({ where: { id: key.id }, data: { expiresAt: now() } });
    expect(await codeOf(whoami(value))).toBe('401 key_expired');
  });

  test('2.19 a key deactivated between two calls is refused at the second', async () => {
    const { key, value } = await anAccessKey({ kind: 'standard' });
    expect(await codeOf(whoami(value))).toBe('200 ok');
    await db().accessKey.update({ where: { id: key.id }, data: { state: 'disabled' } });
    expect(await codeOf(whoami(value))).toBe('401 key_disabled');
    await db().accessKey.update({ where: { id: key.id }, data: { state: 'active' } });
    expect(await codeOf(whoami(value))).toBe('200 ok');
  });

  test('4.12 a pair is refused while its owner has no second factor, and heals at once', async () => {
    const { value, accessKeyId, customerId, key } = await anAccessKey({ kind: 'pair' });
    const call = () => codeOf(inHeaders(basic(accessKeyId, value)));
    expect(await call()).toBe('403 mfa_required');
    const factor = await aFactor(customerId);
    expect(await call()).toBe('200 ok');
    await db().secondFactor.delete({ where: { id: factor.id } });
    expect(await call()).toBe('403 mfa_required');
    expect((await db().accessKey.findUniqueOrThrow({ where: { id: key.id } })).state).toBe('active');
    await aFactor(customerId, { confirmedAt: null });
    expect(await call()).toBe('403 mfa_required');
  });

  test('4.12 whether other keys ask for a second factor is the store’s setting', async () => {
    const { value } = await anAccessKey();
    const pair = await anAccessKey({ kind: 'pair' });
    await saveStoreSettings({ mfaRequiredFor: 'all' }, bySystem);
    expect(await codeOf(whoami(value))).toBe('403 mfa_required');
    await saveStoreSettings({ mfaRequiredFor: 'none' }, bySystem);
    expect(await codeOf(whoami(value))).toBe('200 ok');
    expect(await codeOf(inHeaders(basic(pair.accessKeyId, pair.value)))).toBe('200 ok');
    await saveStoreSettings({ mfaRequiredFor: 'pair' }, bySystem);
  });

  test('a plan without pairs refuses them from the next call on', async () => {
    const { value, accessKeyId, customerId } = await anAccessKey({ kind: 'pair' });
    await aFactor(customerId);
    await givePlan(customerId, { allowsPairs: false });
    expect(await codeOf(inHeaders(basic(accessKeyId, value)))).toBe('403 pairs_not_in_plan');
  });
});

test('3.06 a key gives what its access names and its owner has, and loses it with either', async () => {
  const { value, key, customerId } = await anAccessKey({ role: 'admin', plan: {} });
  const admin = () => codeOf(manageCall(value, 'GET', '/admin/api-keys'));
  expect(await admin()).toBe('200 ok');
  await db().accessKey.update({
    where: { id: key.id },
    data: { access: 'restricted', operations: ['account.whoami'] },
  });
  expect(await admin()).toBe('403 insufficient_access');
  await db().accessKey.update({ where: { id: key.id }, data: { access: 'full', operations: [] } });
  expect(await admin()).toBe('200 ok');
  await db().customer.update({ where: { id: customerId }, data: { role: 'customer' } });
  expect(await admin()).toBe('403 insufficient_access');
  expect(await codeOf(whoami(value))).toBe('200 ok');
});

test('an address list lets in what lies within it, of either family', async () => {
  const { value } = await anAccessKey({ plan: {}, facts: { addresses: ['203.0.113.0/24', '2001:db8::/32'] } });
  const from = (address: string) => codeOf(manageCall(value, 'GET', '/whoami', undefined, { address }));
  expect(await from('203.0.113.200')).toBe('200 ok');
  expect(await from('::ffff:203.0.113.200')).toBe('200 ok');
  expect(await from('2001:db8:9::1')).toBe('200 ok');
  expect(await from('198.51.100.1')).toBe('403 ip_not_allowed');
  expect(await from('2001:db9::1')).toBe('403 ip_not_allowed');
});

function aFactor(customerId: string, facts: { confirmedAt?: Date | null } = {}) {
  return db().secondFactor.create({
    data: {
      customerId,
      kind: 'totp',
      name: 'Phone',
      createdAt: now(),
      confirmedAt: now(),
      sealedSeed: Buffer.of(1),
      ...facts,
    },
  });
}
