import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { answerDownload } from '@/lib/downloads/answer-download';
import type { FileStream } from '@/lib/downloads/download-call';
import type { OpenDownloadResult } from '@/lib/downloads/open-download';
import { takePlace } from '@/lib/downloads/places';

const CONTENT = '0123456789';
const SHA = 'ab'.repeat(32);
type File = Extract<OpenDownloadResult, { ok: true }>['file'];

const stream: File = {
  ok: true,
  kind: 'stream',
  sizeBytes: CONTENT.length,
  read: (part) => Readable.from([Buffer.from(part ? CONTENT.slice(part.first, part.last + 1) : CONTENT)]),
};
const redirect: File = { ok: true, kind: 'redirect', url: 'https://bucket.example.com/key?signature=x' };

async function answer(file: File, headers: Record<string, string> = {}, method = 'GET', customerId = 'someone') {
  const header = (name: string) => headers[name] ?? null;
  const call = { method, url: new URL('http://store.test/downloads/x'), header, address: '' };
  const given = answerDownload(call, {
    ok: true,
    fileName: 'acme.zip',
    sha256: SHA,
    sizeBytes: CONTENT.length,
    file,
    facts: { way: 'link', customerId },
  });
  const { body } = given;
  const text = typeof body === 'object' ? await textOf(body) : (body ?? '');
  return { ...given, text };
}

async function textOf({ read, done }: FileStream) {
  let text = '';
  for await (const chunk of read()) text += Buffer.from(chunk).toString();
  done();
  return text;
}

test('several ranges come as one body of parts, whose length is told exactly', async () => {
  const { status, headers, text } = await answer(stream, { range: 'bytes=0-1, 4-5,-1' });
  const boundary = /^multipart\/byteranges; boundary=(\S+)$/.exec(headers['Content-Type'] ?? '')?.[1];
  expect([status, headers['Content-Length']]).toEqual([206, String(text.length)]);
  const parts = text.split(`\r\n--${boundary}`).map((part) => part.split('\r\n\r\n').at(-1));
  expect(parts).toEqual(['', '01', '45', '9', '--\r\n']);
  expect(text).toContain('Content-Range: bytes 4-5/10');
  expect(headers).not.toHaveProperty('Content-Range');
});

test.each([
  [{ range: 'bytes=2-3' }, 206, '23'],
  [{ range: 'bytes=2-3', 'if-range': `"${SHA}"` }, 206, '23'],
  [{ range: 'bytes=2-3', 'if-range': '"another"' }, 200, CONTENT],
  [{ range: 'bytes=2-3', 'if-range': `W/"${SHA}"` }, 200, CONTENT],
  [{ range: 'bytes=2-3', 'if-range': 'Sat, 21 Nov 2026 10:00:00 GMT' }, 200, CONTENT],
  [{ range: 'bytes=10-' }, 416, ''],
  [{ 'if-none-match': `W/"${SHA}"` }, 304, ''],
  [{ 'if-none-match': '*' }, 304, ''],
  [{ 'if-none-match': '"another"' }, 200, CONTENT],
])('%j is answered with %i and %j', async (headers, status, text) => {
  expect(await answer(stream, headers)).toMatchObject({ status, text });
});

test('a file elsewhere is a redirect; its head is answered here, where a presigned address would refuse', async () => {
  expect(await answer(redirect)).toMatchObject({ status: 302, headers: { Location: redirect.url }, text: '' });
  const head = await answer(redirect, {}, 'HEAD');
  expect(head).toMatchObject({ status: 200, headers: { 'Content-Length': '10', ETag: `"${SHA}"` }, text: '' });
  expect(head.headers).not.toHaveProperty('Location');
});

test('with a web server in front that sends files itself, it is told the path and the name, and no length', async () => {
  const file: File = { ok: true, kind: 'internal_redirect', path: '/files/ab/abab', sizeBytes: 10 };
  const { status, headers, text } = await answer(file);
  expect([status, headers['X-Accel-Redirect'], text]).toEqual([200, '/files/ab/abab', '']);
  expect(headers['Content-Disposition']).toBe('attachment; filename="acme.zip"');
  expect(headers).not.toHaveProperty('Content-Length');
});

test('one customer cannot hold all places; a place is free again when its file was sent', async () => {
  const held = Array.from({ length: 64 }, () => takePlace('greedy'));
  const refused = await answer(stream, {}, 'GET', 'greedy');
  expect([refused.status, refused.headers['Retry-After']]).toEqual([503, '60']);
  expect((await answer(stream, {}, 'GET', 'another')).status).toBe(200);
  expect((await answer(stream, {}, 'HEAD', 'greedy')).status).toBe(200);
  held[0]?.giveBack();
  held[0]?.giveBack();
  for (let round = 0; round < 3; round++) expect((await answer(stream, {}, 'GET', 'greedy')).status).toBe(200);
  for (const place of held) place?.giveBack();
});
