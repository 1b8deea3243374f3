import { Readable } from 'node:stream';
import { now } from '../clock';
import { answerDownload, answerPackage } from './answer-download';
import type { DownloadAnswer, DownloadCall, FileStream } from './download-call';
import { noteDownload } from './note-download';
import { type OpenDownloadResult, openDownload } from './open-download';
import { openPackage } from './open-package';

const PACKAGE_PATH = '/downloads/package';

/** Whether an address is a download: a signed link, or a package address of an update answer. */
export function isDownloadAddress(url: URL): boolean {
  return isPackageAddress(url) || (url.pathname !== PACKAGE_PATH && linkOf(url) !== undefined);
}

/**
 * Answers a download address for whoever holds it: no cookie is asked for and none is set, so that update clients,
 * download managers and cloud drives can fetch too. What was given or refused is noted on the side; `flushDownloads`
 * writes it.
 */
export async function answerDownloadCall(call: DownloadCall): Promise<DownloadAnswer> {
  if (isPackageAddress(call.url)) {
    const opened = await openPackage(call.url.searchParams);
    return noted(call, opened, answerPackage(call, opened));
  }
  const opened = await openDownload(linkOf(call.url) ?? '');
  return noted(call, opened, answerDownload(call, opened));
}

/** The same for hosts without our own server. `address` is the caller's. */
export async function handleDownload(request: Request, address = ''): Promise<Response> {
  const { method, headers } = request;
  const call = { method, url: new URL(request.url), header: (name: string) => headers.get(name), address };
  const { body, ...answer } = await answerDownloadCall(call);
  return new Response(typeof body === 'object' ? webStream(body) : (body ?? null), answer);
}

// Only what gives or refuses a file is a line: not a head, a confirmation that nothing changed, or a range beyond the end.
function noted(call: DownloadCall, opened: OpenDownloadResult, answer: DownloadAnswer): DownloadAnswer {
  const { status } = answer;
  if (call.method === 'HEAD' || status === 304 || status === 416) return answer;
  const refusal = opened.ok ? (status === 503 ? ('too_many_at_once' as const) : undefined) : opened.reason;
  noteDownload({
    ...opened.facts,
    at: now(),
    outcome: refusal ?? 'served',
    detail: opened.ok ? '' : (opened.detail ?? ''),
    address: call.address,
    userAgent: call.header('user-agent') ?? '',
    isPartial: status === 206,
  });
  return answer;
}

function isPackageAddress(url: URL): boolean {
  return (url.pathname === '/' || url.pathname === PACKAGE_PATH) && url.searchParams.has('am_download_file');
}

// Some networks percent-encode letters that need no encoding; the link is what they decode to.
function linkOf(url: URL): string | undefined {
  const segment = /^\/downloads\/([^/]+)$/.exec(url.pathname)?.[1];
  if (segment === undefined) return undefined;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function webStream({ read, done }: FileStream): ReadableStream<Uint8Array> {
  const stream = Readable.from(copied(read()), { objectMode: false }).once('close', done);
  // Node declares its web streams apart from the platform's; at run time they are one class.
  return Readable.toWeb(stream) as ReadableStream<Uint8Array>;
}

// A web stream keeps chunks until they are read, and these are good for one turn only.
async function* copied(chunks: AsyncIterable<Uint8Array>) {
  for await (const chunk of chunks) yield Buffer.from(chunk);
}
