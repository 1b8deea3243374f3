import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { answerDownloadCall, isDownloadAddress } from '../downloads/handle-download';
import { clientAddress } from './client-address';

/** A reader that takes nothing for so long is gone or plays for time. Its download goes on where it stopped, by a range. */
const PATIENCE_MS = 5 * 60_000;

/** Whether a request fetches a file. Next would answer it too, but takes Content-Length off every answer it streams. */
export function isDownload(request: IncomingMessage): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false;
  const url = request.url ?? '/';
  return URL.canParse(url, 'http://store') && isDownloadAddress(new URL(url, 'http://store'));
}

/** Streams the file only as fast as the client reads it; a client that goes away closes the file. */
export async function answerDownloadRequest(
  request: IncomingMessage,
  response: ServerResponse,
  publicUrl: string,
): Promise<void> {
  const header = (name: string) => {
    const value = request.headers[name];
    return typeof value === 'string' ? value : null;
  };
  const url = new URL(request.url ?? '/', publicUrl);
  const call = { method: request.method ?? 'GET', url, header, address: clientAddress(request) };
  const answer = await answerDownloadCall(call);
  if (response.destroyed) {
    if (answer.body instanceof Readable) answer.body.destroy();
    return;
  }
  response.writeHead(answer.status, answer.headers);
  if (!(answer.body instanceof Readable)) {
    response.end(request.method === 'HEAD' ? undefined : answer.body);
    return;
  }
  response.setTimeout(PATIENCE_MS, () => response.destroy());
  try {
    await pipeline(answer.body, response);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}
