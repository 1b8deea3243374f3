import type { ServerResponse } from 'node:http';
import { beforeEach, expect, test, vi } from 'vitest';
import { openArtifact } from '@/lib/storage/open-artifact';
import { aStubServer } from '../support/stub-server';

const at = new Date('2026-11-21T10:00:00Z');
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: at }));

const says =
  (status: number, headers: Record<string, string> = {}) =>
  (_: unknown, response: ServerResponse) =>
    void response.writeHead(status, headers).end();

async function aBucketThat(answer: ReturnType<typeof says>) {
  const stub = await aStubServer(answer);
  const names = { region: 'eu-central-1', bucket: 'releases', accessKeyId: 'a', secretAccessKey: 'b' };
  const s3 = { endpoint: stub.url, publicEndpoint: undefined, forcePathStyle: true, ...names };
  const sha256 = '0'.repeat(64);
  const artifact = { source: 's3' as const, location: `00/${sha256}`, fileName: 'a.zip', sizeBytes: 1, sha256 };
  const open = () => openArtifact(artifact, { settings: { s3, newFiles: 's3' }, as: 'redirect_or_stream' });
  return { stub, open };
}

test('a bucket that keeps failing is not asked any more, and a click is answered at once, until it works again', async () => {
  const { stub, open } = await aBucketThat(says(503));
  for (let i = 0; i < 5; i++) expect(await open()).toMatchObject({ ok: false, reason: 'storage_unreachable' });
  const before = { asked: stub.asked, at: performance.now() };
  expect(await open()).toMatchObject({ ok: false, reason: 'storage_unreachable' });
  expect(stub.asked).toBe(before.asked);
  expect(performance.now() - before.at).toBeLessThan(300);

  stub.answer = says(200, { 'content-length': '1' });
  vi.setSystemTime(at.getTime() + 10_000);
  expect(await open()).toMatchObject({ ok: true, kind: 'redirect' });
});

test.each([
  ['a key it refuses', 403],
  ['a region that is another', 301],
  ['files it has not', 404],
])('a bucket is asked again and again in spite of %s', async (_, status) => {
  const { stub, open } = await aBucketThat(says(status));
  for (let i = 0; i < 7; i++) expect(await open()).toMatchObject({ ok: false });
  stub.answer = says(200, { 'content-length': '1' });
  expect(await open()).toMatchObject({ ok: true });
});
