import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { FileStore } from '@tus/file-store';
import { Server, Upload } from '@tus/server';
import type { Env } from '../env';
import { type AdmittedUpload, admitSender } from '../uploads/admit-sender';
import { askToFinish } from '../uploads/ask-to-finish';
import { ensureStagedFile, hasRoomFor, stagedBytes, stagingFolder } from '../uploads/staged-file';
import { PART_BYTES } from '../uploads/upload-limits';
import type { SendProblem, UploadStanding } from '../uploads/upload-state';
import { finishSoon } from './finish-uploads';
import { isForeignChange, refuseForeignChange } from './foreign-change';
import { log } from './log';
import { trustNothing } from './trust-nothing';

const ADDRESS = /^\/uploads\/([0-9a-f-]{36})$/;
const PERMIT = 'upload-permit';
const PROBLEM = 'upload-problem';
const LONGEST_QUESTION = 1024;
const NO_STORE = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** Whether a request belongs to a running upload. Next would hold the body in memory. */
export function isUpload(request: IncomingMessage): boolean {
  return ADDRESS.test(request.url ?? '');
}

/**
 * The parts of an upload, in the tus protocol (HEAD: how far; PATCH: the next part), and beside it: POST says what the
 * SHA-256 must be, GET tells how the upload stands. Every request shows the permit that its opening gave.
 */
export async function answerUploadRequest(
  request: IncomingMessage,
  response: ServerResponse,
  env: Pick<Env, 'publicUrl'>,
): Promise<void> {
  trustNothing(request, env);
  if (isForeignChange(request)) return refuseForeignChange(response);
  const [, uploadId = ''] = ADDRESS.exec(request.url ?? '') ?? [];
  const permit = request.headers[PERMIT];
  const admitted = await admitSender(uploadId, typeof permit === 'string' ? permit : '');
  if (!admitted.ok) return refuse(response, admitted.reason);
  switch (request.method) {
    case 'GET':
      return tell(response, 200, await standingOf(admitted.upload));
    case 'POST':
      return finish(request, response, uploadId);
    case 'HEAD':
    case 'PATCH':
      return receive(request, response, admitted.upload, env);
    default:
      response.writeHead(405, { ...NO_STORE, allow: 'GET, HEAD, PATCH, POST' }).end();
  }
}

async function receive(
  request: IncomingMessage,
  response: ServerResponse,
  upload: AdmittedUpload,
  env: Pick<Env, 'publicUrl'>,
): Promise<void> {
  if (upload.state !== 'receiving' && request.method === 'PATCH') return refuse(response, 'upload_ended');
  if (request.method === 'PATCH') {
    // A part without a length is refused too: the permit is asked for once a part, so a part has an end.
    const length = Number(request.headers['content-length'] ?? Number.NaN);
    if (!(length <= PART_BYTES)) return refuse(response, 'part_too_large');
    if (!(await hasRoomFor(length))) return refuse(response, 'disk_full');
  } else if (upload.state === 'receiving') {
    await ensureStagedFile(upload.id);
  }
  response.setHeader('cache-control', 'no-store');
  await inTurn.run({ sizeBytes: Number(upload.sizeBytes), response }, () => receiver(env).handle(request, response));
}

/** The request that the receiver is answering: it knows the upload's size from our row and keeps no file of its own. */
const inTurn = new AsyncLocalStorage<{ sizeBytes: number; response: ServerResponse }>();
let made: Server | undefined;

function receiver(env: Pick<Env, 'publicUrl'>): Server {
  made ??= new Server({
    path: '/uploads',
    datastore: new FileStore({
      directory: stagingFolder(),
      configstore: {
        get: async (id) => new Upload({ id, size: inTurn.getStore()?.sizeBytes ?? 0, offset: 0 }),
        set: async () => {},
        delete: async () => {},
      },
    }),
    allowedOrigins: [new URL(env.publicUrl).origin],
    // After a cut the browser asks where to go on while the old request may still hold the upload.
    lockDrainTimeout: 250,
    onResponseError: async (_request, error) => explain(error),
  });
  return made;
}

type ReceiverFault = Error | { status_code: number; body: string };

async function explain(error: ReceiverFault): Promise<{ status_code: number; body: string }> {
  const status = 'status_code' in error ? error.status_code : 500;
  const problem = await problemOf(status);
  if (problem === undefined && status >= 500) log().error({ err: error }, 'upload.part.failed');
  if (problem === undefined) return { status_code: status, body: '{}' };
  inTurn.getStore()?.response.setHeader(PROBLEM, problem);
  return { status_code: STATUS[problem], body: JSON.stringify({ problem }) };
}

async function problemOf(status: number): Promise<SendProblem | undefined> {
  if (status === 409) return 'wrong_offset';
  if (status === 413) return 'too_many_bytes';
  if (status === 404 || status === 410) return 'upload_not_found';
  // What could not be written says no more than that; whether there is room says why.
  return status >= 500 && !(await hasRoomFor(0)) ? 'disk_full' : undefined;
}

async function finish(request: IncomingMessage, response: ServerResponse, uploadId: string): Promise<void> {
  const result = await askToFinish(uploadId, await readHash(request));
  if (!result.ok) return refuse(response, result.reason);
  finishSoon(uploadId);
  tell(response, 202, {});
}

async function readHash(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LONGEST_QUESTION) return '';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8').trim();
}

async function standingOf(
  upload: AdmittedUpload,
): Promise<Omit<UploadStanding, 'problem'> & { problem: string | null }> {
  const { state, problem, fileName, sizeBytes, storedBytes } = upload;
  const receivedBytes = state === 'receiving' ? await stagedBytes(upload.id) : Number(sizeBytes);
  return { state, problem, fileName, sizeBytes: Number(sizeBytes), receivedBytes, storedBytes: Number(storedBytes) };
}

const STATUS: Record<SendProblem, number> = {
  permit_invalid: 401,
  signed_out: 401,
  taken_over: 403,
  upload_not_found: 404,
  upload_ended: 410,
  wrong_offset: 409,
  not_complete: 409,
  hash_invalid: 400,
  part_too_large: 413,
  too_many_bytes: 413,
  disk_full: 507,
};

/** The reason stands in a header as well: the answer to HEAD has no body. */
function refuse(response: ServerResponse, problem: SendProblem): void {
  response.setHeader(PROBLEM, problem);
  tell(response, STATUS[problem], { problem });
}

function tell(response: ServerResponse, status: number, answer: object): void {
  response.writeHead(status, NO_STORE).end(JSON.stringify(answer));
}
