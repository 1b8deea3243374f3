import { expect, test } from 'vitest';
import { addArtifact } from '@/lib/catalog/add-artifact';
import { offeredReleases } from '@/lib/catalog/newest-release';
import { publishDraft } from '@/lib/catalog/publish-draft';
import { removeArtifact } from '@/lib/catalog/remove-artifact';
import { restoreRelease } from '@/lib/catalog/restore-release';
import { unpublishRelease } from '@/lib/catalog/unpublish-release';
import { yankRelease } from '@/lib/catalog/yank-release';
import { now } from '@/lib/clock';
import { db, inTransaction } from '@/lib/db/client';
import { useDatabase } from '../support/database';
import { aDraft, aFile, aFiledDraft, auditOf, byAdmin, releaseRow } from './release-support';

useDatabase();

const isOffered = async (releaseId: string) => offeredReleases([await releaseRow(releaseId)], now()).length === 1;
const actionsOf = async (releaseId: string) => (await auditOf(releaseId)).map(({ action }) => action);

test('a draft with a file becomes a version that is offered, once', async () => {
  const { releaseId } = await aFiledDraft();
  expect(await isOffered(releaseId)).toBe(false);
  const results = await Promise.all([1, 2].map(() => publishDraft({ releaseId, actor: byAdmin })));
  expect(results.map((result) => result.ok && result.isChanged).sort()).toEqual([false, true]);
  expect(await isOffered(releaseId)).toBe(true);
  expect(await actionsOf(releaseId)).toEqual(['release.create', 'artifact.add', 'release.publish']);
});

test('nothing is published without a file, unless its product has none by nature', async () => {
  const { releaseId, productId } = await aDraft();
  expect(await publishDraft({ releaseId, actor: byAdmin })).toEqual({ ok: false, reason: 'no_file' });
  await db().product.update({ where: { id: productId }, data: { deliversFiles: false } });
  expect(await publishDraft({ releaseId, actor: byAdmin })).toEqual({ ok: true, isChanged: true });
});

test('nothing is published whose hash the store has not found itself', async () => {
  const { releaseId, artifactId } = await aFiledDraft();
  await db().artifact.update({ where: { id: artifactId }, data: { verifiedAt: null } });
  expect(await publishDraft({ releaseId, actor: byAdmin })).toEqual({ ok: false, reason: 'file_not_verified' });
  expect(await isOffered(releaseId)).toBe(false);
});

test('publishing while its only file is taken away never gives a published version without a file', async () => {
  for (let round = 0; round < 12; round++) {
    const { releaseId, artifactId } = await aFiledDraft();
    const remove = () => removeArtifact({ releaseId, artifactId, actor: byAdmin });
    const publish = () => publishDraft({ releaseId, actor: byAdmin });
    const both = round % 2 === 0 ? [remove(), publish()] : [publish(), remove()];
    const [one, other] = await Promise.all(both);
    expect([one?.ok, other?.ok].filter(Boolean).length).toBe(1);
    const row = await releaseRow(releaseId);
    expect(row.publishedAt === null).toBe(row.artifacts.length === 0);
  }
});

test('a published version keeps its files, whatever asks for their removal', async () => {
  const { releaseId, artifactId } = await aFiledDraft();
  await publishDraft({ releaseId, actor: byAdmin });
  const wish = { releaseId, artifactId, actor: byAdmin };
  expect(await removeArtifact(wish)).toEqual({ ok: false, reason: 'release_published' });
  await expect(db().artifact.delete({ where: { id: artifactId } })).rejects.toThrow('a published release names');
  await yankRelease({ releaseId, reason: 'Broken', actor: byAdmin });
  expect(await removeArtifact(wish)).toEqual({ ok: false, reason: 'release_published' });
  expect((await releaseRow(releaseId)).artifacts.length).toBe(1);
});

test('a file goes off a draft once, and its facts stay in the audit', async () => {
  const { releaseId, artifactId } = await aFiledDraft();
  const wish = { releaseId, artifactId, actor: byAdmin };
  expect(await removeArtifact(wish)).toEqual({ ok: true, isChanged: true });
  expect(await removeArtifact(wish)).toEqual({ ok: true, isChanged: false });
  expect((await auditOf(releaseId)).at(-1)).toMatchObject({
    action: 'artifact.remove',
    before: { fileName: 'acme.zip', sha256: 'a'.repeat(64), sizeBytes: 3 },
  });
});

test('another release’s file is not this one’s to remove', async () => {
  const [mine, other] = [await aFiledDraft(), await aFiledDraft()];
  const wish = { releaseId: mine.releaseId, artifactId: other.artifactId, actor: byAdmin };
  expect(await removeArtifact(wish)).toEqual({ ok: true, isChanged: false });
  expect((await releaseRow(other.releaseId)).artifacts.length).toBe(1);
});

test('a withdrawn version is offered to nobody, and restoring offers it again', async () => {
  const { releaseId } = await aFiledDraft();
  await publishDraft({ releaseId, actor: byAdmin });
  expect(await yankRelease({ releaseId, reason: ' Loses data ', actor: byAdmin })).toEqual({
    ok: true,
    isChanged: true,
  });
  expect(await yankRelease({ releaseId, reason: 'Other', actor: byAdmin })).toEqual({ ok: true, isChanged: false });
  expect(await releaseRow(releaseId)).toMatchObject({ yankReason: 'Loses data' });
  expect(await isOffered(releaseId)).toBe(false);
  expect(await unpublishRelease({ releaseId, actor: byAdmin })).toEqual({ ok: false, reason: 'withdrawn' });
  expect(await restoreRelease({ releaseId, actor: byAdmin })).toEqual({ ok: true, isChanged: true });
  expect(await restoreRelease({ releaseId, actor: byAdmin })).toEqual({ ok: true, isChanged: false });
  expect(await isOffered(releaseId)).toBe(true);
  const [, , , yanked, restored] = await auditOf(releaseId);
  expect(yanked).toMatchObject({ action: 'release.yank', after: { yankReason: 'Loses data' } });
  expect(restored).toMatchObject({ action: 'release.restore', before: { yankReason: 'Loses data' } });
});

test('a withdrawal needs a reason and a published version', async () => {
  const { releaseId } = await aFiledDraft();
  const yank = (reason: string) => yankRelease({ releaseId, reason, actor: byAdmin });
  expect(await yank('Broken')).toEqual({ ok: false, reason: 'not_published' });
  await publishDraft({ releaseId, actor: byAdmin });
  expect(await yank(' \n')).toEqual({ ok: false, reason: 'reason_missing' });
  expect(await yank('x'.repeat(501))).toEqual({ ok: false, reason: 'reason_too_long' });
});

test('an unpublished version is a draft again', async () => {
  const { releaseId } = await aFiledDraft();
  expect(await unpublishRelease({ releaseId, actor: byAdmin })).toEqual({ ok: true, isChanged: false });
  await publishDraft({ releaseId, actor: byAdmin });
  expect(await unpublishRelease({ releaseId, actor: byAdmin })).toEqual({ ok: true, isChanged: true });
  expect(await isOffered(releaseId)).toBe(false);
});

test.each([
  '',
  '.',
  '..',
  '../x.zip',
  'a/b.zip',
  'a\\b.zip',
  'a\0.zip',
  'x\u202Egnp.exe',
  '.zip',
  'a.zip ',
  'ä'.repeat(101),
])('a file is not called %j', async (fileName) => {
  const { releaseId } = await aDraft();
  const wish = { releaseId, ...aFile(), fileName };
  const added = await inTransaction((tx) => addArtifact(tx, wish, byAdmin));
  expect(added).toEqual({ ok: false, reason: 'file_name_invalid' });
});

test('the same file twice is one, another under its name is refused, and an empty one too', async () => {
  const { releaseId, artifactId } = await aFiledDraft();
  const add = (wish: ReturnType<typeof aFile>) =>
    inTransaction((tx) => addArtifact(tx, { releaseId, ...wish }, byAdmin));
  expect(await add(aFile())).toEqual({ ok: true, artifactId, isNew: false });
  expect(await add(aFile('ACME.zip', 'b'))).toEqual({ ok: false, reason: 'file_name_taken' });
  const empty = aFile('empty.zip');
  expect(await add({ ...empty, stored: { ...empty.stored, sizeBytes: 0 } })).toEqual({
    ok: false,
    reason: 'file_empty',
  });
});

test('two uploads of one file name at once leave one file', async () => {
  const { releaseId } = await aDraft();
  const results = await Promise.all(
    ['a', 'b', 'c'].map((sha) =>
      inTransaction((tx) => addArtifact(tx, { releaseId, ...aFile('acme.zip', sha) }, byAdmin)),
    ),
  );
  expect(results.filter(({ ok }) => ok).length).toBe(1);
  expect((await releaseRow(releaseId)).artifacts.length).toBe(1);
});
