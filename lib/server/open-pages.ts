import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { Env } from '../env';
import type { StripeConnection } from '../payments/stripe-client';
import type { Keyring } from '../secrets/keyring';
import { answerWithoutDatabase } from './answer-without-database';
import { type HandOver, handOverTo } from './hand-over';
import { log } from './log';

export type Pages = {
  answer: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  stop: () => Promise<void>;
};

/** What the thread of the pages is told when it starts. */
export type PagesFacts = {
  root: string;
  env: Env;
  keyring: Keyring;
  payments: StripeConnection;
  /** Of lib/ways-out, for both threads. */
  waysOut: SharedArrayBuffer;
  socket: string;
};

const AGAIN_MS = 1_000;
const STOP_MS = 10_000;

/**
 * Next in a thread of its own, so that rendering a page neither delays nor slows a client call (ADR 0064). Resolves when it
 * serves. If the thread dies, it is started again; until it serves, pages answer 503 while client calls go on.
 */
export async function openPages(facts: Omit<PagesFacts, 'socket'>): Promise<Pages> {
  const place = aPrivatePlace();
  const inner = handOverTo(place.socket, answerWithoutDatabase);
  let worker: Worker | undefined;
  let isServing = false;
  let hasServed = false;
  let isStopping = false;
  let timer: NodeJS.Timeout | undefined;

  const start = async (): Promise<void> => {
    // A thread that died left its socket behind, and the next one could not open it.
    place.clear();
    const started = startWorker({ ...facts, socket: place.socket }, (code) => {
      isServing = false;
      if (isStopping || !hasServed) return;
      log().error({ code }, 'pages.thread.ended');
      timer = setTimeout(() => void start().catch(() => {}), AGAIN_MS);
    });
    worker = started.worker;
    await started.serving;
    isServing = true;
    hasServed = true;
  };
  const stop = async (): Promise<void> => {
    isStopping = true;
    clearTimeout(timer);
    if (worker) await stopWorker(worker, inner);
    place.remove();
  };
  await start().catch(async (error: unknown) => {
    place.remove();
    throw error;
  });

  return {
    answer: async (request, response) => {
      if (!isServing) return askToComeBack(response);
      return inner.answer(request, response).catch((error: unknown) => {
        // The thread ended under this request; that it ended is told a moment later.
        log().error({ err: error }, 'pages.request.failed');
        askToComeBack(response);
      });
    },
    // Only hot reload speaks over a web socket, and there is none in production.
    upgrade: (_request, socket) => socket.destroy(),
    stop,
  };
}

function startWorker(facts: PagesFacts, onEnd: (code: number) => void): { worker: Worker; serving: Promise<void> } {
  const worker = new Worker(path.join(facts.root, '.build/pages-worker.mjs'), { workerData: facts });
  const serving = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', (error) => {
      log().error({ err: error }, 'pages.thread.failed');
      reject(error);
    });
    worker.once('exit', (code) => {
      reject(new Error(`The pages ended with ${code} before they served`));
      onEnd(code);
    });
  });
  return { worker, serving };
}

async function stopWorker(worker: Worker, inner: HandOver): Promise<void> {
  const ended = new Promise((resolve) => worker.once('exit', resolve));
  // A thread that has ended has no id any more, and says nothing again.
  if (worker.threadId === -1) return inner.stop();
  worker.postMessage('stop');
  const late = setTimeout(() => void worker.terminate(), STOP_MS);
  inner.stop();
  await ended;
  clearTimeout(late);
}

function askToComeBack(response: ServerResponse): void {
  if (response.headersSent) return void response.destroy();
  response
    .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '5' })
    .end('The pages are starting again. Please reload in a few seconds.\n');
}

/** A socket nobody else can open: in a fresh folder of mode 0700, or a pipe with an unguessable name on Windows. */
function aPrivatePlace(): { socket: string; clear: () => void; remove: () => void } {
  if (process.platform === 'win32') {
    const nothing = () => {};
    return { socket: `\\\\.\\pipe\\latchkey-${randomBytes(16).toString('hex')}`, clear: nothing, remove: nothing };
  }
  // Not in the data folder: a socket's path may have about a hundred characters only.
  const folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-'));
  const socket = path.join(folder, 'pages');
  return {
    socket,
    clear: () => rmSync(socket, { force: true }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
