import { Readable } from 'node:stream';
import { contentDisposition } from '../storage/content-disposition';
import { byteRange } from './byte-range';
import type { OpenDownloadResult } from './open-download';
import { refusalPage } from './refusal-page';

type Opened = Extract<OpenDownloadResult, { ok: true }>;
type Stream = Extract<Opened['file'], { kind: 'stream' }>;

const ALWAYS = {
  'Cache-Control': 'private, no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
};

/** The HTTP answer to an opened or refused download: the file (whole, in part, or only its head), or a page that says why not. */
export function answerDownload(request: Request, opened: OpenDownloadResult): Response {
  if (!opened.ok) return refusalPage(opened.reason, ALWAYS);
  if (opened.file.kind === 'redirect') {
    return new Response(null, { status: 302, headers: { ...ALWAYS, Location: opened.file.url } });
  }
  if (opened.file.kind === 'internal_redirect') {
    const type = 'application/octet-stream';
    const disposition = contentDisposition(opened.fileName);
    return new Response(null, {
      headers: {
        ...ALWAYS,
        'X-Accel-Redirect': opened.file.path,
        'Content-Type': type,
        'Content-Disposition': disposition,
      },
    });
  }
  return answerFile(request, opened, opened.file);
}

/** The same for client software, which knows one refusal only: 404 (wc-am.md 6.2). It asks for a fresh address later. */
export function answerPackage(request: Request, opened: OpenDownloadResult): Response {
  return opened.ok ? answerDownload(request, opened) : refusalPage(opened.reason, ALWAYS, 404);
}

function answerFile(request: Request, opened: Opened, file: Stream): Response {
  const etag = `"${opened.sha256}"`;
  const headers = new Headers({
    ...ALWAYS,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': contentDisposition(opened.fileName),
    'Accept-Ranges': 'bytes',
    ETag: etag,
    // RFC 9530, of the whole file also when a part is sent: client software compares it with what it has downloaded.
    'Repr-Digest': `sha-256=:${Buffer.from(opened.sha256, 'hex').toString('base64')}:`,
  });
  if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const condition = request.headers.get('if-range');
  const asked = condition === null || condition === etag ? request.headers.get('range') : null;
  const range = byteRange(asked, file.sizeBytes);
  if (range.kind === 'unsatisfiable') {
    headers.set('Content-Range', `bytes */${file.sizeBytes}`);
    return new Response(null, { status: 416, headers });
  }
  const part = range.kind === 'part' ? { first: range.first, last: range.last } : undefined;
  headers.set('Content-Length', String(part ? part.last - part.first + 1 : file.sizeBytes));
  if (part) headers.set('Content-Range', `bytes ${part.first}-${part.last}/${file.sizeBytes}`);
  const body = request.method === 'HEAD' ? null : webStream(file.read(part));
  return new Response(body, { status: part ? 206 : 200, headers });
}

function matches(header: string | null, etag: string): boolean {
  const tags = (header ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

function webStream(stream: Readable): ReadableStream<Uint8Array> {
  // Node declares its web streams apart from the platform's; at run time they are one class.
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}
