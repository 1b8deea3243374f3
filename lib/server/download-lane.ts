import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FileStream } from '../downloads/download-call';
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

/** Sends the file only as fast as the client reads it; a client that goes away closes the file. */
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
  const { body } = answer;
  if (!response.destroyed) response.writeHead(answer.status, answer.headers);
  if (typeof body === 'object') await sendFile(body, response);
  else response.end(request.method === 'HEAD' ? undefined : body);
}

async function sendFile({ read, done }: FileStream, response: ServerResponse): Promise<void> {
  response.setTimeout(PATIENCE_MS, () => response.destroy());
  try {
    if (response.destroyed) return;
    for await (const chunk of read()) if (!(await isTaken(response, chunk))) return;
    response.end();
  } finally {
    done();
  }
}

/** Writes a chunk and resolves when it has left this process, so that its memory may be used again: false when nobody reads. */
function isTaken(response: ServerResponse, chunk: Uint8Array): Promise<boolean> {
  return new Promise((resolve) => {
    const gone = () => resolve(false);
    response.once('close', gone);
    response.write(chunk, (error) => {
      response.off('close', gone);
      resolve(!error);
    });
  });
}
