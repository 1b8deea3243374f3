import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { finishUpload } from '@/lib/uploads/finish-upload';
import { useDatabase } from '../../../support/database';
import { aDraft as aBareDraft, aDataFolder, aWholeUpload } from '../../../uploads/support';
import { aCaller } from './admin-calls';

useDatabase({ DATA_DIR: aDataFolder() });

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const CONTENT = randomBytes(500_000);

async function aDraft() {
  const { product, releaseId } = await aBareDraft();
  return { releaseId, path: `/admin/products/${product.number}/releases/${releaseId}` };
}

async function begun() {
  const caller = await aCaller();
  const draft = await aDraft();
  const wish = { file_name: 'acme.bin', size_bytes: CONTENT.length, platform: 'Linux' };
  const begin = () => caller.call('POST', `${draft.path}/uploads`, wish);
  const { json } = await begin();
  return { ...caller, ...draft, begin, upload: `/admin/uploads/${json.id}`, uploadId: String(json.id) };
}

test('a file sent in parts goes on where a broken one ended, and becomes part of its version', async () => {
  const { call, begin, upload, uploadId, path } = await begun();
  const first = await call('PUT', `${upload}/parts?offset=0`, CONTENT.subarray(0, 200_000));
  expect(first.json).toMatchObject({ state: 'receiving', received_bytes: 200_000 });
  const again = await begin();
  expect(again.json).toMatchObject({ id: uploadId, received_bytes: 200_000 });
  const early = await call('POST', `${upload}/finish`, { sha256: sha256(CONTENT) });
  expect([early.status, early.json.code]).toEqual([409, 'upload_incomplete']);
  const gap = await call('PUT', `${upload}/parts?offset=300000`, CONTENT.subarray(300_000));
  expect([gap.status, gap.json.code]).toEqual([409, 'upload_offset_wrong']);
  await call('PUT', `${upload}/parts?offset=200000`, CONTENT.subarray(200_000));
  expect((await call('POST', `${upload}/finish`, { sha256: sha256(CONTENT) })).json.state).toBe('checking');
  await finishUpload(uploadId);
  const { json } = await call('GET', upload);
  expect(json).toMatchObject({ state: 'ready', received_bytes: CONTENT.length, problem: null });
  const { artifacts } = (await call('GET', path)).json;
  expect(artifacts).toMatchObject([{ id: json.artifact_id, sha256: sha256(CONTENT), platform: 'Linux' }]);
  expect((await call('PUT', `${upload}/parts?offset=0`, CONTENT)).json.code).toBe('upload_ended');
});

test('more bytes than the file has leave the upload as it was', async () => {
  const { call, upload } = await begun();
  await call('PUT', `${upload}/parts?offset=0`, CONTENT.subarray(0, 499_000));
  const refused = await call('PUT', `${upload}/parts?offset=499000`, randomBytes(2_000));
  expect(refused.json.errors).toEqual([{ field: 'size_bytes', problem: 'is less than what arrived' }]);
  expect((await call('GET', upload)).json).toMatchObject({ state: 'receiving', received_bytes: 499_000 });
});

test('parts come from whoever began the upload; anybody who may can see and cancel it', async () => {
  const { upload, path, uploadId } = await begun();
  const other = await aCaller();
  expect((await other.call('PUT', `${upload}/parts?offset=0`, CONTENT)).status).toBe(404);
  expect((await other.call('POST', `${upload}/finish`, { sha256: sha256(CONTENT) })).status).toBe(404);
  const wish = { file_name: 'ACME.bin', size_bytes: 5 };
  expect((await other.call('POST', `${path}/uploads`, wish)).json.code).toBe('upload_in_progress');
  expect((await other.call('GET', `${path}/uploads`)).json.data).toMatchObject([{ id: uploadId }]);
  expect((await other.call('DELETE', upload)).status).toBe(204);
  expect((await other.call('DELETE', upload)).json.code).toBe('upload_ended');
  expect((await other.call('POST', `${path}/uploads`, wish)).status).toBe(201);
});

test('a stalled upload is stored again without being sent again', async () => {
  const whole = await aWholeUpload();
  await db().upload.update({
    where: { id: whole.uploadId },
    data: { state: 'stalled', problem: 'storage_unreachable', sha256: whole.sha256 },
  });
  const { call } = await aCaller();
  const upload = `/admin/uploads/${whole.uploadId}`;
  expect((await call('GET', upload)).json).toMatchObject({ state: 'stalled', problem: 'storage_unreachable' });
  expect((await call('POST', `${upload}/retry`)).status).toBe(202);
  await finishUpload(whole.uploadId);
  expect((await call('GET', upload)).json).toMatchObject({ state: 'ready' });
  expect((await call('POST', `${upload}/retry`)).json.code).toBe('upload_ended');
});

test('a file sent whole takes the place of a stalled one of another content', async () => {
  const { call, upload, uploadId, path } = await begun();
  const before = randomBytes(CONTENT.length);
  await call('PUT', `${upload}/parts?offset=0`, before);
  const stalled = { state: 'stalled' as const, problem: 'storage_unreachable', sha256: sha256(before) };
  await db().upload.update({ where: { id: uploadId }, data: stalled });
  const query = `file_name=acme.bin&size_bytes=${CONTENT.length}&sha256=${sha256(CONTENT)}`;
  const sent = await call('POST', `${path}/artifacts?${query}`, CONTENT);
  expect([sent.status, sent.json.artifact?.sha256]).toEqual([201, sha256(CONTENT)]);
  expect((await call('GET', upload)).json).toMatchObject({ state: 'refused', problem: 'hash_differs' });
});

test('a file name that customers could not keep is refused before a byte is read', async () => {
  const { call } = await aCaller();
  const { path } = await aDraft();
  for (const name of ['../acme.zip', 'con.zip', 'acme\u202Egpj.exe', '']) {
    const { status, json } = await call('POST', `${path}/uploads`, { file_name: name, size_bytes: 5 });
    expect([status, json.errors?.[0]?.field]).toEqual([400, 'file_name']);
  }
  expect((await call('POST', `${path}/uploads`, { file_name: 'a.zip', size_bytes: 11 * 1024 ** 3 })).status).toBe(400);
});
