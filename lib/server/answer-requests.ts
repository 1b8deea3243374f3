import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { dropboxOnPage } from '../downloads/dropbox-on-page';
import type { Env } from '../env';
import { readHealth } from '../health/read-health';
import { PROBE_PATIENCE_MS, type Readiness, tellReadiness } from '../health/tell-readiness';
import { storageState } from '../settings/storage-state';
import { closedWaysOut } from '../ways-out';
import { answerWithoutDatabase } from './answer-without-database';
import { answerClientCall, isClientCall } from './client-lane';
import { answerDownloadRequest, isDownload } from './download-lane';
import { isForeignChange, nameOwnOrigin, refuseForeignChange } from './foreign-change';
import { LARGEST_FORM, refuseLargeForm } from './largest-form';
import { log } from './log';
import { answerManageCall, isManageCall } from './manage-lane';
import { type HeaderFacts, securityHeaders, setPagePolicy, setSecurityHeaders } from './security-headers';
import { trustNothing } from './trust-nothing';
import { answerUploadRequest, isUpload } from './upload-lane';
import { answerAsWeb } from './web-exchange';

export type Doors = {
  env: Env;
  isDev: boolean;
  /** Next's own handler. */
  pages: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** The hosted pages of demo payments, when they are on. */
  demoPayments: ((request: Request) => Promise<Response>) | undefined;
};

const NO_STORE = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** One listener for everything: health, the client lane, the demo's payment pages, and Next for the rest. */
export function answerRequests(doors: Doors): RequestListener {
  const facts: HeaderFacts = { publicUrl: doors.env.publicUrl, payments: doors.env.payments, isDev: doors.isDev };
  const clientHeaders = securityHeaders(facts);
  return (request, response) => {
    const isClient = isClientCall(request);
    if (isClient || isManageCall(request)) {
      const answer = isClient ? answerClientCall : answerManageCall;
      answer(request, response, clientHeaders).catch((error: unknown) => {
        if (!response.headersSent) setSecurityHeaders(response, facts);
        fail(request, response, error);
      });
      return;
    }
    setSecurityHeaders(response, facts);
    chooseDoor(request, response, doors, facts).catch((error: unknown) => failOrWait(request, response, error));
  };
}

async function chooseDoor(
  request: IncomingMessage,
  response: ServerResponse,
  doors: Doors,
  facts: HeaderFacts,
): Promise<void> {
  const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
  if (path === '/api/health/live') return answerHealth(response, { status: 'ok', httpStatus: 200 });
  if (path === '/api/health/ready') return answerHealth(response, await readReadiness());
  if (path === '/setup' && !(await readHealth()).isReady) return refuseSetup(response);
  if (isDownload(request)) return answerDownloadRequest(request, response, doors.env.publicUrl);
  if (isUpload(request)) return answerUploadRequest(request, response, doors.env);
  if (doors.demoPayments && path.startsWith('/demo-payments/')) {
    return answerAsWeb(request, response, doors.env.publicUrl, doors.demoPayments);
  }
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_FORM) return refuseLargeForm(response);
  trustNothing(request, doors.env);
  if (isForeignChange(request)) return refuseForeignChange(response);
  nameOwnOrigin(request, doors.env.publicUrl);
  setPagePolicy(request, response, facts, { dropbox: await dropboxOnPage(path) });
  return doors.pages(request, response);
}

async function readReadiness(): Promise<Readiness> {
  const [health, storage] = await Promise.all([readHealth(), storageState(PROBE_PATIENCE_MS)]);
  return tellReadiness(health, storage, closedWaysOut());
}

function answerHealth(response: ServerResponse, { status, httpStatus }: Readiness): void {
  response.writeHead(httpStatus, NO_STORE).end(JSON.stringify({ status }));
}

/** Who owns a store is not decided by one that cannot know whether it has an owner already. */
function refuseSetup(response: ServerResponse): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '10' };
  response.writeHead(503, headers).end('The store is not ready yet. Please try again in a minute.\n');
}

async function failOrWait(request: IncomingMessage, response: ServerResponse, error: unknown): Promise<void> {
  if (response.headersSent || !(await answerWithoutDatabase(request, response))) fail(request, response, error);
  else log().error({ err: error, method: request.method }, 'http.request.failed');
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  log().error({ err: error, method: request.method }, 'http.request.failed');
  if (response.headersSent) response.destroy();
  else response.writeHead(500, NO_STORE).end('{"error":"The store could not answer. Please try again."}');
}
