import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openArtifact } from '@/lib/storage/open-artifact';
import { setTestEnv } from '../support/database';
import { keepContent, LOCAL_ONLY } from '../support/keep-content';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-storage-'));
  setTestEnv({ DATA_DIR: folder });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
});
afterAll(() => rm(folder, { recursive: true }));

async function textOf(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

const asStream = { settings: LOCAL_ONLY, as: 'stream' as const };

test('a stored file is found by its hash and reads back whole and in part', async () => {
  const stored = await keepContent('hello world');
  const opened = await openArtifact({ ...stored, fileName: 'hello.txt' }, asStream);
  if (!opened.ok || opened.kind !== 'stream') throw new Error('not a stream');
  expect(opened.sizeBytes).toBe(11);
  expect(await textOf(opened.read())).toBe('hello world');
  expect(await textOf(opened.read({ first: 6, last: 8 }))).toBe('wor');
});

test('the same content twice is one file', async () => {
  const content = randomBytes(1000);
  expect(await keepContent(content)).toEqual(await keepContent(content));
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
  const artifact = { source: 'local' as const, location, fileName: 'a', sizeBytes: 1, sha256: 'c'.repeat(64) };
  expect(await openArtifact(artifact, asStream)).toMatchObject({ ok: false, reason: 'file_missing' });
});
