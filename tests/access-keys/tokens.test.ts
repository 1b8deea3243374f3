import { beforeEach, describe, expect, test } from 'vitest';
import { dropOldAccess } from '@/lib/access-keys/drop-old-access';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { anAccessKey } from '../support/access-keys';
import { useDatabase } from '../support/database';
import { manageCall } from '../support/manage-calls';

useDatabase();
beforeEach(() => forgetCallLimits());

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

async function aPair(facts = {}) {
  const pair = await anAccessKey({ kind: 'pair', plan: {}, facts });
  const { customerId } = pair;
  await db().secondFactor.create({
    data: { customerId, kind: 'totp', name: 'Phone', createdAt: now(), confirmedAt: now(), sealedSeed: Buffer.of(1) },
  });
  return pair;
}

function exchange(
  { accessKeyId, value }: { accessKeyId: string; value: string },
  form = 'grant_type=client_credentials',
) {
  const authorization = `Basic ${Buffer.from(`${accessKeyId}:${value}`).toString('base64')}`;
  return manageCall(undefined, 'POST', '/oauth/token', form, { headers: { ...FORM, authorization } });
}

const codeOf = async (answer: ReturnType<typeof manageCall>) => {
  const { status, json } = await answer;
  return `${status} ${json?.code ?? 'ok'}`;
};

describe('a token', () => {
  test('stands for its pair for fifteen minutes', async () => {
    const pair = await aPair();
    const answer = await exchange(pair);
    expect(answer.json).toMatchObject({ token_type: 'Bearer', expires_in: 900 });
    expect(answer.headers['cache-control']).toBe('no-store');
    const token = answer.json.access_token;
    const who = await manageCall(token, 'GET', '/whoami');
    expect(who.json).toMatchObject({ sid: pair.key.sid, kind: 'pair', is_token: true });
    setClockOffsetMs(800_000);
    expect(await codeOf(manageCall(token, 'GET', '/whoami'))).toBe('200 ok');
    setClockOffsetMs(901_000);
    expect(await codeOf(manageCall(token, 'GET', '/whoami'))).toBe('401 invalid_key');
    await dropOldAccess(now(), 30);
    expect(await db().accessToken.count({ where: { accessKeyId: pair.key.id } })).toBe(0);
    setClockOffsetMs(0);
  });

  test('ends with its pair, its owner’s factor and its access, at the next call', async () => {
    const pair = await aPair();
    const { access_token: token } = (await exchange(pair)).json;
    const call = () => codeOf(manageCall(token, 'GET', '/whoami'));
    await db().accessKey.update({ where: { id: pair.key.id }, data: { state: 'disabled' } });
    expect(await call()).toBe('401 key_disabled');
    await db().accessKey.update({ where: { id: pair.key.id }, data: { state: 'active' } });
    await db().secondFactor.deleteMany({ where: { customerId: pair.customerId } });
    expect(await call()).toBe('403 mfa_required');
  });

  test('cannot have a token of its own, and neither can a single key', async () => {
    const { access_token: token } = (await exchange(await aPair())).json;
    const { value } = await anAccessKey();
    for (const key of [token, value]) {
      const answer = manageCall(key, 'POST', '/oauth/token', { grant_type: 'client_credentials' });
      expect(await codeOf(answer)).toBe('409 kind_not_allowed');
    }
  });

  test('is had by client credentials only, and audited without its value', async () => {
    const pair = await aPair();
    expect(await codeOf(exchange(pair, 'grant_type=password'))).toBe('400 invalid_request');
    const { access_token: token } = (await exchange(pair)).json;
    const entries = await db().auditEntry.findMany({
      where: { action: 'access_token.create', objectId: pair.key.sid },
    });
    expect(entries).toMatchObject([{ actorKind: 'customer', via: `key:${pair.key.sid}` }]);
    expect(JSON.stringify(entries[0]?.after)).not.toContain(token.slice(0, 10));
  });
});

describe('keys found in public', () => {
  const report = (credentials: string[], address = '198.51.100.20') =>
    manageCall(undefined, 'POST', '/credentials/revoke', { credentials }, { address });

  test('are taken without a key, and the answer never tells what they were', async () => {
    const { value, key } = await anAccessKey();
    const live = await report([`export KEY=${value}`]);
    const nothing = await report(['lkx_nothing', 'whatever']);
    expect(live.status).toBe(202);
    expect({ ...live, headers: '' }).toEqual({ ...nothing, headers: '' });
    expect(await db().accessKey.findUniqueOrThrow({ where: { id: key.id } })).toMatchObject({
      state: 'disabled',
      leakSource: 'revoke_route',
    });
    expect(await codeOf(manageCall(value, 'GET', '/whoami'))).toBe('401 key_disabled');
  });

  test('are taken ten times a minute from an address', async () => {
    const answers = await Promise.all(Array.from({ length: 11 }, () => codeOf(report(['x']))));
    expect(answers.sort()).toEqual([...Array<string>(10).fill('202 ok'), '429 rate_limited']);
    expect((await report(['x'], '198.51.100.21')).status).toBe(202);
  });
});
