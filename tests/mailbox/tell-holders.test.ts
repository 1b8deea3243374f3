import { beforeEach, expect, test } from 'vitest';
import { publishDraft } from '@/lib/catalog/publish-draft';
import { unpublishRelease } from '@/lib/catalog/unpublish-release';
import { now } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { mailJob } from '@/lib/jobs/enqueue-mail';
import { runDueJobs } from '@/lib/jobs/run-due-jobs';
import { composeMail } from '@/lib/mailbox/compose-mail';
import { setMailChoices } from '@/lib/mailbox/set-mail-choices';
import { storeMailReaders } from '@/lib/mailbox/store-mail-readers';
import { newsHandlers } from '@/lib/mailbox/tell-holders';
import { useDatabase } from '../support/database';
import { aProduct, aResource, bySystem, first } from '../support/factories';

useDatabase();

beforeEach(async () => {
  await db().outboxEntry.deleteMany();
});

const later = (ms: number) => new Date(now().getTime() + ms);

async function aDraft(product: { id: string }, version = '2.0.0', channel: 'stable' | 'beta' = 'stable') {
  await db().product.update({ where: { id: product.id }, data: { deliversFiles: false } });
  return db().release.create({
    data: { productId: product.id, version, channel, releasedAt: now(), createdAt: now() },
  });
}

const publish = (releaseId: string) => publishDraft({ releaseId, actor: bySystem });
const work = () => runDueJobs(newsHandlers(), { at: later(1000), limit: 10 });

async function told() {
  const rows = await db().outboxEntry.findMany({ where: { kind: 'mail' } });
  return rows.map(({ payload }) => mailJob.parse(payload));
}

test('a published version is told to holders whose right covers it, once, also when it is published again', async () => {
  const product = await aProduct();
  const { customerId } = await aResource({ product });
  const release = await aDraft(product);
  await publish(release.id);
  expect(await work()).toMatchObject({ done: 1 });
  expect(await told()).toEqual([
    expect.objectContaining({ template: 'new_release', facts: { releaseId: release.id, customerId } }),
  ]);
  await unpublishRelease({ releaseId: release.id, actor: bySystem });
  await aResource({ product });
  await publish(release.id);
  await work();
  expect(await told()).toHaveLength(1);
});

test('a version that is a draft again before anybody was told is told when it comes back', async () => {
  const product = await aProduct();
  await aResource({ product });
  const release = await aDraft(product);
  await publishDraft({ releaseId: release.id, actor: bySystem, at: later(-5) });
  await db().release.update({ where: { id: release.id }, data: { publishedAt: null } });
  await work();
  expect(await told()).toEqual([]);
  await publish(release.id);
  await work();
  expect(await told()).toHaveLength(1);
});

test('no stranger, no ended right, no withdrawn version, no wish: no mail', async () => {
  const product = await aProduct();
  const { resourceId: apiResourceId } = await aResource({ product });
  await aResource();
  await db().apiResource.update({ where: { id: apiResourceId }, data: { revokedAt: now() } });
  const { customerId } = await aResource({ product });
  await setMailChoices({ customerId, choices: { new_release: false }, actor: bySystem });
  const { resourceId: ended } = await aResource({ product });
  await db().apiResource.update({ where: { id: ended }, data: { updatesUntil: later(-60_000) } });
  const release = await aDraft(product);
  await publish(release.id);
  await work();
  expect(await told()).toEqual([]);
  await aResource({ product });
  const other = await aDraft(product, '2.0.1');
  await publish(other.id);
  await db().release.update({ where: { id: other.id }, data: { yankedAt: now() } });
  await work();
  expect(await told()).toEqual([]);
});

test('a beta version is told only to those who want betas', async () => {
  const product = await aProduct();
  await aResource({ product });
  const { resourceId: apiResourceId, customerId } = await aResource({ product });
  await db().apiResource.update({ where: { id: apiResourceId }, data: { wantsBeta: true } });
  await publish((await aDraft(product, '3.0.0-beta', 'beta')).id);
  await work();
  expect((await told()).map(({ facts }) => facts)).toEqual([expect.objectContaining({ customerId })]);
});

test('a mail that waited is not sent once its version is withdrawn', async () => {
  const product = await aProduct();
  await aResource({ product });
  const release = await aDraft(product);
  await publish(release.id);
  await work();
  const mail = first(await told());
  const written = () => composeMail(mail, storeMailReaders, 'recipient');
  expect(await written()).toMatchObject({ ok: true, isCurrent: true });
  await db().release.update({ where: { id: release.id }, data: { yankedAt: now() } });
  expect(await written()).toMatchObject({ ok: true, isCurrent: false });
});
