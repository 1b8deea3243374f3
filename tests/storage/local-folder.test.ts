import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArtifact } from '@/lib/storage/open-artifact';
import { storeArtifact } from '@/lib/storage/store-artifact';
import { setTestEnv } from '../support/database';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-storage-'));
  setTestEnv({ DATA_DIR: folder });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rm(folder, { recursive: true }));

async function* pieces(...chunks: Buffer[]) {
  yield* chunks;
}

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

test('a stored file is found by its hash and reads back whole and in part', async () => {
  const stored = await storeArtifact(pieces(Buffer.from('hello '), Buffer.from('world')));
  const sha256 = createHash('sha256').update('hello world').digest('hex');
  expect(stored).toEqual({ source: 'local', location: `${sha256.slice(0, 2)}/${sha256}`, sizeBytes: 11, sha256 });
  const opened = await openArtifact(stored);
  if (!opened.ok || opened.kind !== 'stream') throw new Error('not a stream');
  expect(opened.sizeBytes).toBe(11);
  expect(await textOf(opened.read())).toBe('hello world');
  expect(await textOf(opened.read({ first: 6, last: 8 }))).toBe('wor');
});

test('the same content twice is one file', async () => {
  const content = randomBytes(1000);
  expect(await storeArtifact(pieces(content))).toEqual(await storeArtifact(pieces(content)));
});

test('a file that breaks off while it arrives leaves nothing behind', async () => {
  const before = await readdir(path.join(folder, 'artifacts'));
  async function* broken() {
    yield Buffer.from('half');
    throw new Error('connection lost');
  }
  await expect(storeArtifact(broken())).rejects.toThrow('connection lost');
  expect(await readdir(path.join(folder, 'artifacts'))).toEqual(before);
});

test.each([
  '../secret.txt',
  '../../etc/passwd',
  '/etc/passwd',
  'aa/../../secret.txt',
  `ab/${'c'.repeat(64)}`,
  '',
  'aa/aa\u0000',
])('nothing outside the folder is a location: %j', async (location) => {
  expect(await openArtifact({ source: 'local', location })).toEqual({ ok: false, reason: 'file_missing' });
});
