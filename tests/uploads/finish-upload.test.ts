import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { askToFinish } from '@/lib/uploads/ask-to-finish';
import { cancelUpload, retryUpload } from '@/lib/uploads/change-upload';
import { finishUpload, listUnheld } from '@/lib/uploads/finish-upload';
import { openUpload } from '@/lib/uploads/open-upload';
import { stagedPath } from '@/lib/uploads/staged-file';
import { tidyUploads } from '@/lib/uploads/tidy-uploads';
import { writeZip } from '@/prisma/demo/write-zip';
import { useDatabase } from '../support/database';
import { aDataFolder, anAdmin, artifactOf, aWholeUpload, opened, sha256Of } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

const DAY_MS = 86_400_000;
const rowOf = (id: string) => db().upload.findUniqueOrThrow({ where: { id } });

test('the artifact, the end of the upload and the audit come together, and the staged bytes go', async () => {
  const { uploadId, sha256, chosen, sender } = await aWholeUpload();
  await askToFinish(uploadId, sha256);
  await finishUpload(uploadId);
  expect(await rowOf(uploadId)).toMatchObject({ state: 'ready', problem: null, heldName: null });
  expect(await artifactOf(chosen.releaseId)).toMatchObject({ sha256, sizeBytes: BigInt(chosen.sizeBytes) });
  const audit = await db().auditEntry.findFirstOrThrow({ where: { objectId: uploadId, action: 'upload.finish' } });
  expect(audit).toMatchObject({ actorId: sender.adminId, after: { sha256, fileName: chosen.fileName } });
  expect(existsSync(stagedPath(uploadId))).toBe(false);
});

test('bytes that are not what the browser hashed never become an artifact', async () => {
  const { uploadId, chosen, sender } = await aWholeUpload();
  await askToFinish(uploadId, sha256Of('something else'));
  await finishUpload(uploadId);
  expect(await rowOf(uploadId)).toMatchObject({ state: 'refused', problem: 'hash_differs' });
  expect(await db().artifact.count({ where: { releaseId: chosen.releaseId } })).toBe(0);
  // The name is free: sending it again is the way out.
  expect((await opened(chosen, sender)).receivedBytes).toBe(0);
});

test('a zip bomb is refused with its reason, after it arrived and before anybody is offered it', async () => {
  const content = writeZip([{ name: '../../evil.php', content: 'x' }]);
  const { uploadId, sha256, chosen } = await aWholeUpload({ content, fileName: 'acme.zip' });
  await askToFinish(uploadId, sha256);
  await finishUpload(uploadId);
  expect(await rowOf(uploadId)).toMatchObject({ state: 'refused', problem: 'zip_entry_name' });
  expect(await db().artifact.count({ where: { releaseId: chosen.releaseId } })).toBe(0);
});

test('when the storage fails, the upload waits with its bytes and is stored later without sending', async () => {
  const { uploadId, sha256, chosen, sender } = await aWholeUpload();
  const artifacts = path.join(env().dataDir, 'artifacts');
  await rm(artifacts, { recursive: true, force: true });
  await writeFile(artifacts, 'a file where the folder should be');
  await askToFinish(uploadId, sha256);
  await finishUpload(uploadId).catch(() => {});
  expect(await rowOf(uploadId)).toMatchObject({ state: 'stalled', problem: expect.stringMatching(/./) });
  expect(existsSync(stagedPath(uploadId))).toBe(true);
  await rm(artifacts);
  expect(await retryUpload({ uploadId, actor: sender.actor })).toEqual({ ok: true });
  expect(await listUnheld()).toContain(uploadId);
  await finishUpload(uploadId);
  expect(await artifactOf(chosen.releaseId)).toMatchObject({ sha256 });
});

test('a name that was taken meanwhile stalls the upload; nothing is overwritten', async () => {
  const { uploadId, sha256, chosen } = await aWholeUpload();
  const other = {
    source: 'remote' as const,
    location: 'https://files.example.test/a',
    sizeBytes: 1,
    sha256: 'a'.repeat(64),
  };
  await db().artifact.create({
    data: { releaseId: chosen.releaseId, fileName: chosen.fileName, createdAt: new Date('2026-11-01'), ...other },
  });
  await askToFinish(uploadId, sha256);
  await finishUpload(uploadId);
  expect(await rowOf(uploadId)).toMatchObject({ state: 'stalled', problem: 'file_name_taken' });
  expect(await artifactOf(chosen.releaseId)).toMatchObject({ location: other.location });
  expect(await openUpload(chosen, await anAdmin())).toEqual({ ok: false, reason: 'file_name_taken' });
});

test('finishing twice at once, or again afterwards, makes one artifact', async () => {
  const { uploadId, sha256, chosen } = await aWholeUpload();
  await askToFinish(uploadId, sha256);
  await Promise.all([finishUpload(uploadId), finishUpload(uploadId), finishUpload(uploadId)]);
  expect(await askToFinish(uploadId, sha256)).toEqual({ ok: true });
  await finishUpload(uploadId);
  expect(await db().artifact.count({ where: { releaseId: chosen.releaseId } })).toBe(1);
});

test('what a stopping process puts down, the next one takes up', async () => {
  const { uploadId, sha256, chosen } = await aWholeUpload();
  await askToFinish(uploadId, sha256);
  await finishUpload(uploadId, AbortSignal.abort(new Error('The store is stopping')));
  expect(await rowOf(uploadId)).toMatchObject({ state: 'checking', leasedUntil: null });
  for (const id of await listUnheld()) await finishUpload(id);
  expect(await artifactOf(chosen.releaseId)).toMatchObject({ sha256 });
});

test('what a killed process held is taken up when its lease has run out', async () => {
  const { uploadId, sha256 } = await aWholeUpload();
  await askToFinish(uploadId, sha256);
  const at = new Date();
  await db().upload.update({
    where: { id: uploadId },
    data: { state: 'storing', leasedUntil: new Date(at.getTime() + 30_000) },
  });
  expect(await listUnheld()).not.toContain(uploadId);
  await finishUpload(uploadId);
  expect((await rowOf(uploadId)).state).toBe('storing');
  setClockOffsetMs(31_000);
  expect(await listUnheld()).toContain(uploadId);
  await finishUpload(uploadId);
  setClockOffsetMs(0);
  expect((await rowOf(uploadId)).state).toBe('ready');
});

test('an upload cancelled before its end stays cancelled', async () => {
  const { uploadId, sha256, chosen, sender } = await aWholeUpload();
  await askToFinish(uploadId, sha256);
  const finishing = finishUpload(uploadId).catch(() => {});
  await cancelUpload({ uploadId, actor: sender.actor });
  await finishing;
  const { state } = await rowOf(uploadId);
  const artifacts = await db().artifact.count({ where: { releaseId: chosen.releaseId } });
  expect([state, artifacts]).toEqual(state === 'ready' ? ['ready', 1] : ['cancelled', 0]);
});

test('what nobody went on with for a week is given up, with its file; what is touched stays', async () => {
  const [old, young, orphan] = [await aWholeUpload(), await aWholeUpload(), crypto.randomUUID()];
  await writeFile(stagedPath(orphan), 'bytes of a version that was deleted');
  const at = new Date();
  await db().upload.update({ where: { id: old.uploadId }, data: { touchedAt: new Date(at.getTime() - 8 * DAY_MS) } });
  expect(await tidyUploads(at)).toEqual({ abandoned: 1 });
  expect(await rowOf(old.uploadId)).toMatchObject({ state: 'abandoned', heldName: null });
  expect([old.uploadId, orphan, young.uploadId].map((id) => existsSync(stagedPath(id)))).toEqual([false, false, true]);
  // A week later its row goes too.
  await tidyUploads(new Date(at.getTime() + 7.5 * DAY_MS));
  expect(await db().upload.count({ where: { id: old.uploadId } })).toBe(0);
});
