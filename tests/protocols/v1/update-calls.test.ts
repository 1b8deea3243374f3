import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { openLane } from '../../support/client-lane';
import { useDatabase } from '../../support/database';
import { aResource } from '../../support/factories';
import { get, post } from '../../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => forgetCallLimits());

test('an activated instance is offered the newest release, its file and a link', async () => {
  const { key, productNumber: product } = await aReleasedResource();
  await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
  const response = await get(lane.door, `updates?product=${product}&instance=laptop&version=1.0`, { key });
  const body = await response.json();
  expect(body).toMatchObject({
    licensed: true,
    product: { number: product, title: 'Acme Backup' },
    release: { version: '2.0.0', changelog: '- Faster', upgradeNotice: 'Back up first.' },
    file: { name: 'acme-2.0.0.zip', size: 1234, sha256: SHA },
  });
  expect(body.package.url).toContain(`am_download_file=`);
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  expect(response.headers.get('vary')).toBe('authorization');
});

test('without a licence the version is told and no link', async () => {
  const { productNumber: product } = await aReleasedResource();
  const body = await (await get(lane.door, `updates?product=${product}`)).json();
  expect(body).toMatchObject({
    licensed: false,
    release: { version: '2.0.0' },
    file: { sha256: SHA },
    package: null,
  });
});

test('a caller who has the answer already is told 304 without a body', async () => {
  const { key, productNumber: product } = await aReleasedResource();
  await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
  const path = `updates?product=${product}&instance=laptop`;
  const etag = (await get(lane.door, path, { key })).headers.get('etag') ?? '';
  expect(etag).toMatch(/^"[\w-]{43}"$/);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const response = await get(lane.door, path, { key, 'if-none-match': known });
    expect([known, response.status, response.headers.get('etag'), await response.text()]).toEqual([
      known,
      304,
      etag,
      '',
    ]);
  }
});

test('a new release has another ETag', async () => {
  const { productNumber: product, productId } = await aReleasedResource();
  const etag = (await get(lane.door, `updates?product=${product}`)).headers.get('etag') ?? '';
  await aRelease(productId, '2.1.0');
  const response = await get(lane.door, `updates?product=${product}`, { 'if-none-match': etag });
  expect([response.status, (await response.json()).release.version]).toEqual([200, '2.1.0']);
});

test('whoever loses the licence is not told that nothing changed', async () => {
  const { key, productNumber: product } = await aReleasedResource();
  await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
  const path = `updates?product=${product}&instance=laptop`;
  const etag = (await get(lane.door, path, { key })).headers.get('etag') ?? '';
  await post(lane.door, 'deactivations', { product, instance: 'laptop' }, { key });
  const response = await get(lane.door, path, { key, 'if-none-match': etag });
  expect([response.status, (await response.json()).package]).toEqual([200, null]);
});

test('the link that a 304 confirms has at least half of its lifetime before it', async () => {
  const { setClockOffsetMs } = await import('@/lib/clock');
  const { key, productNumber: product } = await aReleasedResource();
  await post(lane.door, 'activations', { product, instance: 'laptop' }, { key });
  const path = `updates?product=${product}&instance=laptop`;
  const day = 86_400_000;
  try {
    let known = await get(lane.door, path, { key });
    let expiresAt = new Date((await known.json()).package.expiresAt);
    for (let hours = 0; hours <= 24 * 8; hours += 6) {
      setClockOffsetMs(hours * 3_600_000);
      const next = await get(lane.door, path, { key, 'if-none-match': known.headers.get('etag') ?? '' });
      if (next.status === 200) {
        known = next;
        expiresAt = new Date((await next.json()).package.expiresAt);
      }
      const left = expiresAt.getTime() - now().getTime();
      expect(left).toBeGreaterThan(3.5 * day - 1000);
      expect(left).toBeLessThanOrEqual(7 * day);
    }
  } finally {
    setClockOffsetMs(0);
  }
});

const SHA = createHash('sha256').update('acme').digest('hex');

async function aReleasedResource() {
  const resource = await aResource({ activationLimit: 2 });
  await aRelease(resource.product.id, '2.0.0');
  return { ...resource, productId: resource.product.id };
}

function aRelease(productId: string, version: string) {
  const at = new Date(now().getTime() - (version === '2.0.0' ? 2_000 : 1_000));
  return db().release.create({
    data: {
      productId,
      version,
      releasedAt: at,
      publishedAt: at,
      createdAt: at,
      changelogMd: '- Faster',
      upgradeNotice: 'Back up first.',
      artifacts: {
        create: {
          fileName: `acme-${version}.zip`,
          source: 'local',
          location: `${randomBytes(4).toString('hex')}.zip`,
          sizeBytes: 1234,
          sha256: SHA,
          createdAt: at,
        },
      },
    },
  });
}
