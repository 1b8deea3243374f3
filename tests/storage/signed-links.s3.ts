import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { presignS3 } from '@/lib/storage/presign-s3';
import type { S3Settings } from '@/lib/storage/storage-settings';
import { keepContent } from '../support/keep-content';
import { aBucket, intoBucket, serverSettings } from './s3-server';

const CONTENT = 'the content of a release';
const FILE_NAME = 'Schlüssel "2".zip';
let settings: S3Settings;
let location = '';

beforeAll(async () => {
  settings = serverSettings(await aBucket());
  location = (await keepContent(CONTENT, intoBucket(settings))).location;
});
afterEach(() => {
  vi.useRealTimers();
});

const aLink = (facts: Partial<S3Settings> = {}) =>
  presignS3({ ...settings, ...facts }, { location, fileName: FILE_NAME });

async function changed(name: string, change: (value: string) => string): Promise<string> {
  const url = new URL(await aLink());
  const before = url.searchParams.get(name);
  if (before === null) throw new Error(`The link has no ${name}`);
  url.searchParams.set(name, change(before));
  return url.href;
}

async function expectRefused(link: string, init?: RequestInit): Promise<string> {
  const answer = await fetch(link, init);
  expect(answer.status).toBe(403);
  const text = await answer.text();
  expect(text).not.toContain(CONTENT);
  return text;
}

test('a link gives the file under its name, for at most five minutes', async () => {
  const link = await aLink();
  expect(Number(new URL(link).searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(300);
  const answer = await fetch(link);
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe(CONTENT);
  const disposition = `attachment; filename="Schl_ssel _2_.zip"; filename*=UTF-8''Schl%C3%BCssel%20%222%22.zip`;
  expect(answer.headers.get('content-disposition')).toBe(disposition);
  expect(answer.headers.get('content-type')).toBe('application/octet-stream');
});

test('a part of the file can be asked for', async () => {
  const answer = await fetch(await aLink(), { headers: { Range: 'bytes=4-10' } });
  expect(answer.status).toBe(206);
  expect(answer.headers.get('content-range')).toBe(`bytes 4-10/${CONTENT.length}`);
  expect(await answer.text()).toBe('content');
  const behind = await fetch(await aLink(), { headers: { Range: 'bytes=1000-' } });
  expect(behind.status).toBe(416);
});

test.each<[string, string, (value: string) => string]>([
  ['its signature', 'X-Amz-Signature', (value) => value.replace(/.$/, (last) => (last === '0' ? '1' : '0'))],
  ['its lifetime', 'X-Amz-Expires', () => '600000'],
  ['its date', 'X-Amz-Date', (value) => value.replace(/.Z$/, (last) => (last === '0Z' ? '1Z' : '0Z'))],
  ['the file name', 'response-content-disposition', () => 'inline'],
  ['the type', 'response-content-type', () => 'text/html'],
  ['whose key it is', 'X-Amz-Credential', (value) => value.replace('tester', 'other')],
])('a link with %s changed is refused', async (_what, name, change) => {
  await expectRefused(await changed(name, change));
});

test('a link cannot be turned to another object', async () => {
  const other = await keepContent('another file', intoBucket(settings));
  await expectRefused((await aLink()).replace(location, other.location));
});

test('a link without a signature is refused', async () => {
  const bare = new URL(await aLink());
  bare.search = '';
  const answer = await fetch(bare);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).not.toContain(CONTENT);
});

test.each(['PUT', 'DELETE'])('a link to read is refused for a %s', async (method) => {
  await expectRefused(await aLink(), { method, ...(method === 'DELETE' ? {} : { body: 'x' }) });
  expect(await (await fetch(await aLink())).text()).toBe(CONTENT);
});

test('a link signed with a wrong secret is refused', async () => {
  expect(await expectRefused(await aLink({ secretAccessKey: 'not the secret' }))).toContain('SignatureDoesNotMatch');
});

test('a link signed with a key nobody knows is refused', async () => {
  await expectRefused(await aLink({ accessKeyId: 'test:stranger' }));
});

test('a link works near its end, and is refused after its five minutes', async () => {
  const realNow = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], now: realNow - 280_000 });
  const old = await aLink();
  vi.setSystemTime(realNow - 310_000);
  const tooOld = await aLink();
  vi.useRealTimers();
  expect((await fetch(old)).status).toBe(200);
  expect(await expectRefused(tooOld)).toMatch(/expired/i);
});

test('links name the public endpoint, files go through the inner one', async () => {
  const publicEndpoint = 'https://files.example.com';
  const link = new URL(await aLink({ publicEndpoint }));
  expect(link.origin).toBe(publicEndpoint);
  const stored = await keepContent('through the inner one', intoBucket({ ...settings, publicEndpoint }));
  expect(stored.source).toBe('s3');
  const atBucket = new URL(await aLink({ publicEndpoint, forcePathStyle: false }));
  expect(atBucket.hostname).toBe(`${settings.bucket}.files.example.com`);
});
