import net from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { checkStorage } from '@/lib/storage/check-storage';
import { openArtifact } from '@/lib/storage/open-artifact';
import { s3Bucket } from '@/lib/storage/s3-bucket';
import type { S3Settings } from '@/lib/storage/storage-settings';
import { keepContent } from '../support/keep-content';
import { bytesOf, useFiles } from './contract';
import { aBucket, everythingIn, intoBucket, removeBucket, serverSettings } from './s3-server';

const aFile = useFiles();
let settings: S3Settings;
beforeAll(async () => {
  settings = serverSettings(await aBucket());
});

const redirecting = (s3: S3Settings | undefined) =>
  ({ settings: { s3, newFiles: 'local' }, as: 'redirect_or_stream' }) as const;

async function closedPort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 1;
}

test('an artifact in the bucket opens as a link, or streams whole and in part', async () => {
  const artifact = { ...(await keepContent('a release', intoBucket(settings))), fileName: 'a.zip' };
  const opened = await openArtifact(artifact, redirecting(settings));
  if (!opened.ok || opened.kind !== 'redirect') throw new Error('not a redirect');
  expect(await (await fetch(opened.url)).text()).toBe('a release');
  const streamed = await openArtifact(artifact, { ...redirecting(settings), as: 'stream' });
  if (!streamed.ok || streamed.kind !== 'stream') throw new Error('not a stream');
  expect(streamed.sizeBytes).toBe(9);
  expect(String(await bytesOf(streamed.read()))).toBe('a release');
  expect(String(await bytesOf(streamed.read({ first: 2, last: 4 })))).toBe('rel');
});

test('an object that is gone is a missing file; without settings the source is not set up', async () => {
  const stored = await keepContent('soon gone', intoBucket(settings));
  await s3Bucket(settings).remove(stored.location);
  const artifact = { ...stored, fileName: 'a.zip' };
  expect(await openArtifact(artifact, redirecting(settings))).toMatchObject({ ok: false, reason: 'file_missing' });
  expect(await openArtifact(artifact, redirecting(undefined))).toMatchObject({ reason: 'source_not_set_up' });
});

test('a bucket that vanishes is said so, to the one who stores and to the one who reads', async () => {
  const vanishing = serverSettings(await aBucket());
  const stored = await keepContent('in a bucket that vanishes', intoBucket(vanishing));
  await removeBucket(vanishing.bucket);
  const opened = await openArtifact({ ...stored, fileName: 'a.zip' }, redirecting(vanishing));
  expect(opened).toMatchObject({ ok: false, reason: 'storage_unreachable' });
  const put = await s3Bucket(vanishing).put(await aFile(Buffer.from('more')));
  expect(put).toMatchObject({ ok: false, reason: 'bucket_missing', detail: expect.stringContaining('NoSuchBucket') });
});

test('a bucket that vanishes in the middle of a large file leaves one clear refusal', async () => {
  const vanishing = serverSettings(await aBucket());
  const file = await aFile(Buffer.alloc(26 * 1024 * 1024, 7));
  let removed: Promise<void> | undefined;
  const put = await s3Bucket(vanishing).put(file, {
    onProgress: () => {
      removed ??= removeBucket(vanishing.bucket);
    },
  });
  await removed;
  expect(put).toMatchObject({ ok: false, detail: expect.stringMatching(/NoSuch(Bucket|Upload)/) });
});

test('the check puts, reads, fetches by link, and leaves nothing', async () => {
  const before = await everythingIn(settings.bucket);
  expect(await checkStorage(intoBucket(settings))).toEqual({ ok: true });
  expect(await everythingIn(settings.bucket)).toEqual(before);
});

test.each<[string, Partial<S3Settings>, string, RegExp]>([
  ['a wrong secret', { secretAccessKey: 'a-wrong-secret' }, 'access_denied', /SignatureDoesNotMatch/],
  [
    'an unknown key',
    { accessKeyId: 'test:nobody' },
    'access_denied',
    /InvalidAccessKeyId|SignatureDoesNotMatch|AccessDenied/,
  ],
  ['no such bucket', { bucket: 'never-made' }, 'bucket_missing', /NoSuchBucket/],
  ['a name without an address', { endpoint: 'http://storage.invalid' }, 'storage_unreachable', /ENOTFOUND|EAI_AGAIN/],
])('the check tells %s with the raw reason', async (_what, facts, reason, detail) => {
  const result = await checkStorage(intoBucket({ ...settings, ...facts }));
  expect(result).toMatchObject({ ok: false, reason, detail: expect.stringMatching(detail) });
  expect(JSON.stringify(result)).not.toContain('a-wrong-secret');
});

test('an endpoint that does not answer is one reason and what the network said', async () => {
  const endpoint = `http://127.0.0.1:${await closedPort()}`;
  const gone = { ...settings, endpoint };
  expect(await checkStorage(intoBucket(gone))).toMatchObject({
    reason: 'storage_unreachable',
    detail: expect.stringContaining('ECONNREFUSED'),
  });
  const stored = await keepContent('kept before', intoBucket(settings));
  const opened = await openArtifact({ ...stored, fileName: 'a.zip' }, redirecting(gone));
  expect(opened).toMatchObject({ ok: false, reason: 'storage_unreachable' });
});

test('a public endpoint that does not answer is found before a customer finds it, and nothing is left', async () => {
  const publicEndpoint = `http://127.0.0.1:${await closedPort()}`;
  const before = await everythingIn(settings.bucket);
  const result = await checkStorage(intoBucket({ ...settings, publicEndpoint }));
  expect(result).toMatchObject({ ok: false, reason: 'link_failed', detail: expect.stringContaining('ECONNREFUSED') });
  expect(await everythingIn(settings.bucket)).toEqual(before);
});
