import { unreachable } from '../errors';
import { contentDisposition } from '../storage/content-disposition';
import { byteRange } from './byte-range';
import type { DownloadAnswer, DownloadCall } from './download-call';
import { fileBody } from './file-body';
import type { OpenDownloadResult } from './open-download';
import { takePlace } from './places';
import { refusalPage } from './refusal-page';

type Opened = Extract<OpenDownloadResult, { ok: true }>;
type Stream = Extract<Opened['file'], { kind: 'stream' }>;

const ALWAYS = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
};

const TYPE = 'application/octet-stream';

/** The answer to an opened or refused download: the file (whole, in part, or only its head), or a page that says why not. */
export function answerDownload(call: DownloadCall, opened: OpenDownloadResult): DownloadAnswer {
  if (!opened.ok) return refusalPage(opened.reason, ALWAYS);
  const { file } = opened;
  switch (file.kind) {
    case 'redirect':
      // A presigned address permits GET alone, so a question for the head is answered from what is known of the file.
      if (call.method === 'HEAD') return answerHead(call, opened);
      return { status: 302, headers: { ...ALWAYS, Location: file.url }, body: undefined };
    case 'internal_redirect': {
      const headers = { ...ALWAYS, ...namesOf(opened), 'Content-Type': TYPE, 'X-Accel-Redirect': file.path };
      return { status: 200, headers, body: undefined };
    }
    case 'stream':
      return answerFile(call, opened, file);
    default:
      return unreachable(file);
  }
}

/** The same for client software, which knows one refusal only: 404 (wc-am.md 6.2). It asks for a fresh address later. */
export function answerPackage(call: DownloadCall, opened: OpenDownloadResult): DownloadAnswer {
  return opened.ok ? answerDownload(call, opened) : refusalPage(opened.reason, ALWAYS, 404);
}

function answerHead(call: DownloadCall, opened: Opened): DownloadAnswer {
  const read = (): never => {
    throw new Error('A head has no body');
  };
  return answerFile(call, opened, { ok: true, kind: 'stream', sizeBytes: opened.sizeBytes, read });
}

function answerFile(call: DownloadCall, opened: Opened, file: Stream): DownloadAnswer {
  const etag = `"${opened.sha256}"`;
  const headers = { ...ALWAYS, ...namesOf(opened), 'Accept-Ranges': 'bytes', ETag: etag };
  if (matches(call.header('if-none-match'), etag)) return { status: 304, headers, body: undefined };
  const condition = call.header('if-range');
  // An If-Range with a date never holds: no Last-Modified is told, since the content decides and not the day.
  const asked = condition === null || condition === etag ? call.header('range') : null;
  const range = byteRange(asked, file.sizeBytes);
  if (range.kind === 'unsatisfiable') {
    const beyond = { ...headers, 'Content-Range': `bytes */${file.sizeBytes}`, 'Content-Length': '0' };
    return { status: 416, headers: beyond, body: undefined };
  }
  const whole = fileBody(file, range.kind === 'parts' ? range.parts : [], TYPE);
  const answer = { status: whole.status, headers: { ...headers, ...whole.headers } };
  if (call.method === 'HEAD') return { ...answer, body: undefined };
  const place = takePlace(opened.facts.customerId ?? '');
  if (!place) return refusalPage('too_many_at_once', ALWAYS);
  return { ...answer, body: { read: whole.read, done: place.giveBack } };
}

function namesOf(opened: Opened): Record<string, string> {
  return {
    'Content-Disposition': contentDisposition(opened.fileName),
    // RFC 9530, of the whole file also when a part is sent: client software compares it with what it has downloaded.
    'Repr-Digest': `sha-256=:${Buffer.from(opened.sha256, 'hex').toString('base64')}:`,
  };
}

function matches(header: string | null, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}
