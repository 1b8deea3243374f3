import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { dropFullBuckets, levelCallLimits } from '@/lib/call-limits/level-buckets';
import { badKeyStanding, badKeyWait, noteBadKey, takeActivation } from '@/lib/call-limits/limit-calls';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { insertAssociatedKeys } from '@/lib/licensing/insert-associated-keys';
import { newLicenseKey } from '@/lib/secrets/key-format';
import { recentStoreSettings } from '@/lib/settings/recent-store-settings';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem, first } from '../support/factories';
import { speakers } from '../support/protocol-speakers';

// Behind a proxy, so that a test can call from many addresses.
useDatabase({ TRUSTED_PROXIES: '127.0.0.1' });

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(async () => {
  forgetCallLimits();
  setClockOffsetMs(0);
  await db().callBucket.deleteMany();
});

const from =
  (address: string) =>
  (target: string, init: RequestInit = {}) =>
    lane.door(target, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), 'x-forwarded-for': address },
    });

async function guess(address: string, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await from(address)(`/?wc-api=wc-am-api&wc_am_action=verify_api_key_is_active&api_key=guess-${i}`);
  }
}

describe.each(speakers)('in $protocol', ({ protocol, say }) => {
  test('after 20 keys that do not exist an address has to wait, and is told how long', async () => {
    const call = { key: 'nobody', product: 1, instance: 'laptop' };
    const door = from('198.51.100.1');
    for (let i = 0; i < 20; i++)
      expect((await say(door, 'status', { ...call, key: `no-${i}` })).reason).toBe('key_not_found');
    const target =
      protocol === 'v1'
        ? '/api/v1/products'
        : '/?wc-api=wc-am-api&wc_am_action=status&product_id=1&instance=x&api_key=no';
    const response = await door(target, { headers: { authorization: 'Bearer no' } });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^[1-3]$/)]);
    expect(await say(door, 'status', call)).toMatchObject({ status: 429, ok: false, reason: 'rate_limited' });
  });

  test('a right key has to wait there too, and works everywhere else', async () => {
    const { key, productNumber: product } = await aResource();
    await guess('198.51.100.2', 21);
    const call = { key, product, instance: 'laptop' };
    expect((await say(from('198.51.100.2'), 'status', call)).status).toBe(429);
    expect((await say(from('198.51.100.3'), 'status', call)).ok).toBe(true);
  });

  test('time gives back what was spent', async () => {
    const { key, productNumber: product } = await aResource();
    await guess('198.51.100.4', 20);
    setClockOffsetMs(4_000);
    expect((await say(from('198.51.100.4'), 'status', { key, product, instance: 'laptop' })).ok).toBe(true);
  });

  test('a hurried key waits with its activations, at that address only, and with nothing else', async () => {
    const { key, productNumber: product } = await aResource({ activationLimit: null });
    await saveStoreSettings({ activationBurst: 3, activationRatePerMinute: 60 }, bySystem);
    await recentStoreSettings();
    const here = from('198.51.100.5');
    for (const instance of ['a', 'b', 'c'])
      expect((await say(here, 'activate', { key, product, instance })).ok).toBe(true);
    const late = await say(here, 'activate', { key, product, instance: 'd' });
    const elsewhere = await say(from('198.51.100.6'), 'activate', { key, product, instance: 'd' });
    const status = await say(here, 'status', { key, product, instance: 'a' });
    await saveStoreSettings({ activationBurst: 200, activationRatePerMinute: 30 }, bySystem);
    await recentStoreSettings();
    expect([late.status, late.reason, elsewhere.ok, status.active]).toEqual([429, 'rate_limited', true, true]);
  });

  test('an honest crowd behind one address is never told to wait', async () => {
    const { key, productNumber: product } = await aResource({ activationLimit: null });
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, i) =>
        say(from('198.51.100.7'), i % 4 ? 'status' : 'activate', { key, product, instance: `s${i}` }),
      ),
    );
    expect(all.filter(({ status }) => status === 429)).toEqual([]);
  });
});

describe('while the store holds keys that can be guessed', () => {
  const address = '198.51.100.20';
  const status = (key: string, product = 1) =>
    first(speakers).say(from(address), 'status', { key, product, instance: 'laptop' });
  /** Guesses as fast as the limit of a minute lets, and tells how many were looked at. */
  async function guessFor(minutes: number): Promise<number> {
    let looked = 0;
    for (let minute = 0; minute < minutes; minute++) {
      setClockOffsetMs(minute * 60_000);
      for (let i = 0; i < 20; i++) looked += (await status(`4711-${minute}-${i}`)).status === 429 ? 0 : 1;
    }
    return looked;
  }

  test('without such keys guesses are limited by the minute alone', async () => {
    expect(await guessFor(4)).toBe(80);
  });

  test('an address gets 60 guesses and one more a minute; keys of the store’s own making do not wait for them', async () => {
    const product = await aProduct();
    const [weak, strong] = ['4711-0815', randomBytes(20).toString('hex')];
    await insertAssociatedKeys(
      db(),
      [
        { key: weak, productId: product.id, isWeak: true, owner: null, stockPosition: 1 },
        { key: strong, productId: product.id, isWeak: false, owner: null, stockPosition: 2 },
      ],
      now(),
    );
    for (let i = 0; i < 2; i++) await aResource({ product });
    const own = await aResource();
    expect((await status(weak, product.number)).ok).toBe(true);
    expect(await guessFor(4)).toBe(60 + 3);
    expect((await status(own.key, own.productNumber)).ok).toBe(true);
    for (const key of [weak, strong, '4711-0816']) expect((await status(key, product.number)).status).toBe(429);
    const wrong = newLicenseKey('lko');
    for (let i = 0; i < 15; i++) expect((await status(wrong)).reason).toBe('key_not_found');
    await levelCallLimits();
    forgetCallLimits(); // another process, or this one after a restart
    await status('4711-0817');
    await levelCallLimits();
    expect((await status(weak, product.number)).status).toBe(429);
  });
});

test('an IPv6 caller counts as its /64', () => {
  for (let i = 0; i < 20; i++) noteBadKey(`2001:db8:1:2::${i.toString(16)}`);
  expect(badKeyWait('2001:db8:1:2:ffff::1', 'key')).toBe(3);
  expect(badKeyWait('2001:db8:1:3::1', 'key')).toBe(0);
});

test('v1 tells where a caller stands with each limit', async () => {
  const { key, productNumber: product } = await aResource();
  const response = await from('198.51.100.8')('/api/v1/activations', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key, product, instance: 'laptop' }),
  });
  expect(response.headers.get('ratelimit-policy')).toBe('"bad-keys";q=20;w=60, "activations";q=200;w=400');
  expect(response.headers.get('ratelimit')).toBe('"bad-keys";r=20;t=0, "activations";r=199;t=2');
});

describe('several processes', () => {
  const address = '198.51.100.9';

  test('learn within a second what the others let through', async () => {
    for (let i = 0; i < 15; i++) noteBadKey(address);
    await levelCallLimits();
    forgetCallLimits(); // another process, which has seen nothing yet
    noteBadKey(address);
    expect(badKeyStanding(address).left).toBe(19);
    await levelCallLimits();
    expect(badKeyStanding(address).left).toBe(4);
  });

  test('what is spent while levelling runs is counted once', async () => {
    noteBadKey(address);
    const levelling = levelCallLimits();
    noteBadKey(address);
    await levelling;
    expect(badKeyStanding(address).left).toBe(18);
    await levelCallLimits();
    expect(badKeyStanding(address).left).toBe(18);
  });

  test('write nothing while nobody comes near a limit, and neither key nor address ever', async () => {
    const limit = { burst: 10, perMinute: 1 };
    for (let i = 0; i < 4; i++) takeActivation('lko_canary', address, limit);
    await levelCallLimits();
    expect(await db().callBucket.count()).toBe(0);
    for (let i = 0; i < 3; i++) takeActivation('lko_canary', address, limit);
    await levelCallLimits();
    const [row] = await db().callBucket.findMany();
    expect(row?.leftOver).toBeCloseTo(3, 1);
    expect(row?.subject).toHaveLength(32);
  });

  test('forget what has filled up again', async () => {
    noteBadKey(address);
    await levelCallLimits();
    await dropFullBuckets(now());
    expect(await db().callBucket.count()).toBe(1);
    setClockOffsetMs(10 * 60_000);
    await dropFullBuckets(now());
    expect(await db().callBucket.count()).toBe(0);
  });
});
