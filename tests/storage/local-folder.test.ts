import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkStorage } from '@/lib/storage/check-storage';
import { localFolder } from '@/lib/storage/local-folder';
import { openArtifact } from '@/lib/storage/open-artifact';
import { storeFile } from '@/lib/storage/store-file';
import { setTestEnv } from '../support/database';
import { keepContent, LOCAL_ONLY } from '../support/keep-content';
import { bytesOf, useFiles } from './contract';

let folder = '';
const aFile = useFiles();
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-storage-'));
  setTestEnv({ DATA_DIR: folder });
});
afterAll(() => rm(folder, { recursive: true }));

const asStream = { settings: LOCAL_ONLY, as: 'stream' as const };
const asUsual = { settings: LOCAL_ONLY, as: 'redirect_or_stream' as const };
const missing = { location: `ab/${'ab'.repeat(32)}`, fileName: 'a.zip', sizeBytes: 1, sha256: 'ab'.repeat(32) };

test('a kept file opens as a stream of its size, whole and in part', async () => {
  const stored = await keepContent('hello world');
  const opened = await openArtifact({ ...stored, fileName: 'hello.txt' }, asUsual);
  if (!opened.ok || opened.kind !== 'stream') throw new Error('not a stream');
  expect(opened.sizeBytes).toBe(11);
  expect(String(await bytesOf(opened.read()))).toBe('hello world');
  expect(String(await bytesOf(opened.read({ first: 6, last: 8 })))).toBe('wor');
});

test('a file that is gone is missing; a bucket that is not set is not set up', async () => {
  const fromFolder = await openArtifact({ ...missing, source: 'local' }, asStream);
  expect(fromFolder).toMatchObject({ ok: false, reason: 'file_missing' });
  const fromBucket = await openArtifact({ ...missing, source: 's3' }, asStream);
  expect(fromBucket).toMatchObject({ ok: false, reason: 'source_not_set_up' });
  const file = await aFile(Buffer.from('x'));
  const nowhere = await storeFile(file, { settings: { s3: undefined, newFiles: 's3' } });
  expect(nowhere).toMatchObject({ ok: false, reason: 'storage_not_set_up' });
});

test('with an internal prefix the web server before the store is told the path; a stream stays a stream', async () => {
  setTestEnv({ DATA_DIR: folder, X_ACCEL_PREFIX: '/internal-artifacts/' });
  const stored = await keepContent('sent by the web server');
  const artifact = { ...stored, fileName: 'a.zip' };
  expect(await openArtifact(artifact, asUsual)).toEqual({
    ok: true,
    kind: 'internal_redirect',
    path: `/internal-artifacts/${stored.location}`,
    sizeBytes: 22,
  });
  expect(await openArtifact(artifact, asStream)).toMatchObject({ kind: 'stream' });
  expect(await openArtifact({ ...missing, source: 'local' }, asUsual)).toMatchObject({ reason: 'file_missing' });
  setTestEnv({ DATA_DIR: folder });
});

test.each(['internal', '/internal', '//host/', '/in ternal/', '/../'])(
  'the prefix %j is refused at the start',
  (prefix) => {
    expect(() => setTestEnv({ X_ACCEL_PREFIX: prefix })).toThrow('X_ACCEL_PREFIX');
  },
);

test('a remote file is a redirect to its address, never to an inner one', async () => {
  const remote = { ...missing, source: 'remote' as const };
  const url = 'https://files.example.com/a.zip';
  expect(await openArtifact({ ...remote, location: url }, asUsual)).toEqual({ ok: true, kind: 'redirect', url });
  for (const inner of ['https://127.0.0.1/a.zip', 'http://files.example.com/a.zip', 'javascript:alert(1)']) {
    expect(await openArtifact({ ...remote, location: inner }, asUsual)).toMatchObject({ reason: 'source_not_set_up' });
    expect(await openArtifact({ ...remote, location: inner }, asStream)).toMatchObject({ reason: 'source_not_set_up' });
  }
});

test('a folder that cannot be a folder is one reason and what the system said', async () => {
  const blocked = path.join(folder, 'blocked');
  await writeFile(blocked, 'a file in the place of the folder');
  const store = localFolder(blocked);
  const refusal = { ok: false, reason: 'storage_unreachable', detail: expect.stringMatching(/ENOTDIR|EEXIST/) };
  expect(await store.put(await aFile(Buffer.from('x')))).toMatchObject(refusal);
  expect(await store.size(missing.location)).toMatchObject(refusal);
});

test('the check of the folder writes, reads and leaves nothing', async () => {
  expect(await checkStorage(LOCAL_ONLY)).toEqual({ ok: true });
  expect(await checkStorage({ s3: undefined, newFiles: 's3' })).toMatchObject({ reason: 'storage_not_set_up' });
});
