import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { cancelUpload } from '@/lib/uploads/change-upload';
import { listUnfinished } from '@/lib/uploads/list-unfinished';
import { openUpload } from '@/lib/uploads/open-upload';
import { listStagedFiles } from '@/lib/uploads/staged-file';
import { LARGEST_FILE_BYTES } from '@/lib/uploads/upload-limits';
import { useDatabase } from '../support/database';
import { aDataFolder, aDraft, aFile, anAdmin, opened } from './support';

useDatabase({ DATA_DIR: aDataFolder() });

test.each([
  [{ sizeBytes: 0 }, 'file_empty'],
  [{ sizeBytes: LARGEST_FILE_BYTES + 1 }, 'file_too_large'],
  [{ sizeBytes: -1 }, 'file_size_invalid'],
  [{ sizeBytes: 1.5 }, 'file_size_invalid'],
  [{ sizeBytes: Number.NaN }, 'file_size_invalid'],
  [{ fileName: '../../up.zip' }, 'file_name_path'],
  [{ releaseId: 'b0a7c9de-0000-4000-8000-000000000000' }, 'release_not_found'],
  [{ releaseId: 'nonsense' }, 'release_not_found'],
])('%j is refused as %s, and nothing is kept', async (facts, reason) => {
  const { chosen } = await aFile(facts);
  expect(await openUpload(chosen, await anAdmin())).toEqual({ ok: false, reason });
  expect(await db().upload.count({ where: { fileName: chosen.fileName, sizeBytes: 0 } })).toBe(0);
});

test('a file of 2 GB, and one of exactly the limit, may be sent', async () => {
  const sender = await anAdmin();
  for (const sizeBytes of [2 * 1024 ** 3, LARGEST_FILE_BYTES]) {
    const { chosen } = await aFile({ sizeBytes, fileName: `large-${sizeBytes}.bin` });
    // Whether this machine's disk takes it is another question.
    const result = await openUpload(chosen, sender);
    expect(result.ok || result.reason === 'disk_full').toBe(true);
  }
});

test('the same file chosen again by the same person continues; nothing is opened twice', async () => {
  const [{ chosen }, sender] = [await aFile(), await anAdmin()];
  const one = await opened(chosen, sender);
  const two = await opened(chosen, sender);
  expect(two.uploadId).toBe(one.uploadId);
  expect(two.permit).not.toBe(one.permit);
  expect(await listStagedFiles()).toContain(one.uploadId);
  expect(await db().auditEntry.count({ where: { objectId: one.uploadId, action: 'upload.open' } })).toBe(1);
});

test('of two who send one name for one version, the second hears of the first, whatever the case of the letters', async () => {
  const { releaseId } = await aDraft();
  const { chosen } = await aFile({ releaseId, fileName: 'Acme.bin' });
  const first = await anAdmin();
  await opened(chosen, first);
  const refused = { ok: false, reason: 'name_in_use' };
  expect(await openUpload({ ...chosen, fileName: 'ACME.bin' }, await anAdmin())).toEqual(refused);
  // Another file of the same person: continuing would mix the two.
  expect(await openUpload({ ...chosen, modifiedAt: new Date('2026-11-02') }, first)).toEqual(refused);
  const [waiting] = await listUnfinished(releaseId);
  expect(waiting).toMatchObject({ fileName: 'Acme.bin', adminId: first.adminId, state: 'receiving', receivedBytes: 0 });
});

test('of ten who open one name at the same moment, one does', async () => {
  const { chosen } = await aFile();
  const senders = await Promise.all(Array.from({ length: 10 }, anAdmin));
  const results = await Promise.all(senders.map((sender) => openUpload(chosen, sender)));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.filter((result) => !result.ok && result.reason === 'name_in_use')).toHaveLength(9);
});

test('a cancelled upload forgets its bytes and frees its name', async () => {
  const [{ chosen }, sender] = [await aFile(), await anAdmin()];
  const { uploadId } = await opened(chosen, sender);
  expect(await cancelUpload({ uploadId, actor: sender.actor })).toEqual({ ok: true });
  expect(await cancelUpload({ uploadId, actor: sender.actor })).toEqual({ ok: false, reason: 'upload_not_found' });
  expect(await cancelUpload({ uploadId: '../..', actor: sender.actor })).toMatchObject({ ok: false });
  expect(await listStagedFiles()).not.toContain(uploadId);
  expect((await opened(chosen, await anAdmin())).uploadId).not.toBe(uploadId);
});
