import { Agent, type ClientRequest, type IncomingMessage, request as open, type ServerResponse } from 'node:http';
import { LARGEST_FORM, refuseLargeForm } from './largest-form';

// RFC 9110 section 7.6.1: they speak about one connection, and there are two.
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Hands requests over to a server on a local socket, and its answers back. */
export type HandOver = {
  /** Rejects when the other side could not be asked or broke off before its answer began. */
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  stop: () => void;
};

/** What may answer in the place of a fault (500) of the other side; false leaves it to the fault. */
export type AnswerInstead = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/**
 * Streams both ways. Headers already set on the response stay, unless the other side sets the same ones; a caller who goes
 * away ends the request inside as well, and so does a body that turns out to be larger than any form.
 */
export function handOverTo(socketPath: string, instead: AnswerInstead = async () => false): HandOver {
  const agent = new Agent({ keepAlive: true, maxFreeSockets: 32 });
  return {
    answer: (request, response) =>
      new Promise((resolve, reject) => {
        const { method, url: path, headers } = request;
        const inner = open({ socketPath, agent, method, path, headers: endToEnd(headers) });
        response.once('close', () => {
          if (!response.writableFinished) inner.destroy();
          resolve();
        });
        inner.once('error', (error) => {
          // A body that was refused is answered already.
          if (response.writableEnded) return;
          if (response.headersSent) response.destroy();
          if (response.destroyed) resolve();
          else reject(error);
        });
        inner.once('response', (answer) => {
          answer.once('error', () => response.destroy());
          if (answer.statusCode !== 500) return passOn(answer, response);
          instead(request, response)
            .catch(() => false)
            .then((isAnswered) => (isAnswered ? void answer.resume() : passOn(answer, response)));
        });
        request.pipe(inner);
        endBeyondLimit(request, { inner, response });
      }),
    stop: () => agent.destroy(),
  };
}

function passOn(answer: IncomingMessage, response: ServerResponse): void {
  if (response.destroyed) return void answer.resume();
  response.statusCode = answer.statusCode ?? 502;
  for (const [name, value] of Object.entries(endToEnd(answer.headers))) {
    if (value !== undefined) response.setHeader(name, value);
  }
  answer.pipe(response);
}

// A body sent in chunks tells nobody how long it will be, so it is counted on its way.
function endBeyondLimit(
  request: IncomingMessage,
  { inner, response }: { inner: ClientRequest; response: ServerResponse },
): void {
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= LARGEST_FORM || inner.destroyed) return;
    if (response.headersSent) response.destroy();
    else refuseLargeForm(response);
    inner.destroy();
  });
}

function endToEnd(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.has(name)));
}
