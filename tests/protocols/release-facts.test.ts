import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { forgetCallLimits } from '@/lib/call-limits/spent-buckets';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { setBetaWish } from '@/lib/licensing/set-beta-wish';
import { openLane } from '../support/client-lane';
import { useDatabase } from '../support/database';
import { aResource, bySystem } from '../support/factories';
import { get } from '../support/v1-calls';

useDatabase();

let lane: Awaited<ReturnType<typeof openLane>>;
beforeAll(async () => {
  lane = await openLane();
});
afterAll(() => lane.close());
beforeEach(() => forgetCallLimits());

type Resource = Awaited<ReturnType<typeof aResource>>;

async function ask(verb: string, { key, planNumber }: Resource) {
  const sent = `api_key=${key}&product_id=${planNumber}&instance=laptop&version=1.0.0&plugin_name=acme/acme.php`;
  return (await lane.door(`/?wc-api=wc-am-api&wc_am_action=${verb}&${sent}`)).json();
}

const askV1 = async ({ key, planNumber }: Resource) =>
  (await get(lane.door, `updates?product=${planNumber}&instance=laptop`, { key })).json();

/** An active licence to a product that says what it needs. */
async function anActive(): Promise<Resource> {
  const resource = await aResource();
  await db().product.update({
    where: { id: resource.product.id },
    data: { requiresVersion: '6.0', testedVersion: '6.7', requiresPhp: '7.4' },
  });
  expect(await ask('activate', resource)).toMatchObject({ success: true });
  return resource;
}

type Facts = { channel?: 'beta'; testedVersion?: string; requiresVersion?: string; requiresPhp?: string; ago: number };

function aRelease({ product }: Resource, version: string, { ago, ...facts }: Facts) {
  const at = new Date(now().getTime() - ago * 1_000);
  const dates = { releasedAt: at, publishedAt: at, createdAt: at };
  return db().release.create({
    data: { productId: product.id, version, changelogMd: `- ${version}`, ...dates, ...facts },
  });
}

test('a release without requirements of its own is told with its product’s', async () => {
  const resource = await anActive();
  await aRelease(resource, '2.0.0', { ago: 5 });
  expect(await ask('update', resource)).toMatchObject({ data: { package: { new_version: '2.0.0', tested: '6.7' } } });
  const { data } = await ask('information', resource);
  expect(data.info).toMatchObject({ requires: '6.0', tested: '6.7', compatibility: '6.7', requires_php: '7.4' });
  expect((await askV1(resource)).release).toMatchObject({ requires: '6.0', tested: '6.7', requiresPhp: '7.4' });
});

test('what a release needs goes before what its product needs, each value by itself', async () => {
  const resource = await anActive();
  await aRelease(resource, '2.0.0', { ago: 9, testedVersion: '5.0', requiresPhp: '5.6' });
  await aRelease(resource, '2.1.0', { ago: 5, testedVersion: '6.9', requiresVersion: '6.5' });
  expect(await ask('update', resource)).toMatchObject({ data: { package: { new_version: '2.1.0', tested: '6.9' } } });
  const { data } = await ask('information', resource);
  expect(data.info).toMatchObject({ requires: '6.5', tested: '6.9', compatibility: '6.9', requires_php: '7.4' });
  expect((await askV1(resource)).release).toMatchObject({ requires: '6.5', tested: '6.9', requiresPhp: '7.4' });
});

test('a beta is offered with its own changes to whoever asked for betas, in both protocols', async () => {
  const resource = await anActive();
  await aRelease(resource, '2.0.0', { ago: 9 });
  await aRelease(resource, '2.1.0-beta.1', { ago: 5, channel: 'beta', testedVersion: '7.0' });
  expect(await ask('update', resource)).toMatchObject({ data: { package: { new_version: '2.0.0', tested: '6.7' } } });
  expect((await ask('information', resource)).data.info.sections.changelog).not.toContain('beta');
  const { customerId, resourceId: apiResourceId } = resource;
  await setBetaWish({ customerId, apiResourceId, wantsBeta: true, actor: bySystem });
  expect(await ask('update', resource)).toMatchObject({
    data: { package: { new_version: '2.1.0-beta.1', tested: '7.0' } },
  });
  const { info } = (await ask('information', resource)).data;
  expect(info).toMatchObject({ version: '2.1.0-beta.1', tested: '7.0' });
  expect(info.sections.changelog).toMatch(/^<h4>2.1.0-beta.1<\/h4>.*<h4>2.0.0<\/h4>/);
  expect((await askV1(resource)).release).toMatchObject({ version: '2.1.0-beta.1', changelog: '- 2.1.0-beta.1' });
});

test('a withdrawn version is told no more, and the one before it takes its place', async () => {
  const resource = await anActive();
  await aRelease(resource, '2.0.0', { ago: 9 });
  const { id } = await aRelease(resource, '2.1.0', { ago: 5 });
  await db().release.update({ where: { id }, data: { yankedAt: now(), yankReason: 'Loses data' } });
  expect(await ask('update', resource)).toMatchObject({ data: { package: { new_version: '2.0.0' } } });
  expect((await askV1(resource)).release).toMatchObject({ version: '2.0.0' });
});

test('a licence whose updates ended for good is told no version and gets no address', async () => {
  const resource = await anActive();
  await aRelease(resource, '2.0.0', { ago: 9 });
  await db().product.update({ where: { id: resource.product.id }, data: { keepsReleases: false } });
  const updatesUntil = new Date(now().getTime() - 1_000);
  await db().apiResource.update({ where: { id: resource.resourceId }, data: { updatesUntil } });
  expect(await ask('update', resource)).toMatchObject({
    success: true,
    data: { package: { new_version: '', package: '' } },
  });
  expect(await askV1(resource)).toMatchObject({ licensed: true, release: null, file: null, package: null });
});
