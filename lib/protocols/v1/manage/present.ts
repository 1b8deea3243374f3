import { hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { env } from '../../../env';
import { PROBLEMS } from './problems';
import type { ManageRefusal } from './refusal';

/** An answer as the doors send it: a text, a file, or nothing. */
export type ManageAnswer = {
  status: number;
  headers: Record<string, string>;
  body: string | Readable;
};

export type Headers = Record<string, string>;

/** JSON; nobody on the way may keep it unless `headers`, to which it adds what is missing, say otherwise. */
export function presentJson(status: number, text: string, headers: Headers): ManageAnswer {
  headers['content-type'] ??= 'application/json';
  headers['cache-control'] ??= 'no-store';
  return { status, headers, body: text };
}

/** A refusal as an RFC 9457 problem, with a page of its own for each code. */
export function presentRefusal(refusal: ManageRefusal, requestId: string, headers: Headers): ManageAnswer {
  const { status, title, detail } = PROBLEMS[refusal.reason];
  const body = {
    type: `${env().publicUrl}/developers/errors/${refusal.reason}`,
    title,
    status,
    detail,
    code: refusal.reason,
    request_id: requestId,
    ...('errors' in refusal ? { errors: refusal.errors } : {}),
    ...('retryAfterSeconds' in refusal ? { retry_after: refusal.retryAfterSeconds } : {}),
  };
  const own = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headersOf(refusal) };
  return { status, headers: { ...headers, ...own }, body: JSON.stringify(body) };
}

function headersOf(refusal: ManageRefusal): Headers {
  if ('retryAfterSeconds' in refusal) return { 'retry-after': String(refusal.retryAfterSeconds) };
  if ('allow' in refusal) return { allow: refusal.allow.join(', ') };
  return {};
}

/** A file that is downloaded, never shown. */
export function presentFile(
  file: { name: string; contentType: string; stream: Readable },
  headers: Headers,
): ManageAnswer {
  const own = {
    'content-type': file.contentType,
    'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"`,
    'cache-control': 'no-store',
  };
  return { status: 200, headers: { ...own, ...headers }, body: file.stream };
}

/** The strong validator of a text. */
export function etagOf(text: string): string {
  return `"${hash('sha1', text, 'base64url')}"`;
}

/** Whether `If-None-Match` or `If-Match` names a validator. Compared weakly: a proxy that compresses marks ours as weak. */
export function namesEtag(header: string, etag: string): boolean {
  if (header === '') return false;
  if (header.trim() === '*') return true;
  return header.split(',').some((known) => known.trim().replace(/^W\//, '') === etag);
}
