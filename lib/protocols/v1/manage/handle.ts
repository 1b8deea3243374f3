import { noteAccessCall } from '../../../access-keys/note-call';
import { now } from '../../../clock';
import { reportCallError } from '../../../request-log/note-call';
import { newRequestId } from '../../../request-log/request-id';
import { isV1ClientUrl } from '../endpoint';
import { type DescribedOperation, describeOperation } from './describe-operation';
import type { ManageExchange } from './exchange';
import { admit, type Recognised } from './guard';
import { AREAS, type Area, type Operation } from './operation';
import { OPERATIONS } from './operations';
import { writePostman } from './postman';
import { type Headers, type ManageAnswer, presentRefusal } from './present';
import { PROBLEMS, type ProblemText } from './problems';
import { readRequest } from './read-request';
import type { ManageRefusal } from './refusal';
import { BASE, routerOf } from './router';
import { runOperation } from './run-operation';
import { fromWeb, toWeb } from './web-exchange';

const AGAIN_SECONDS = 5;
const route = routerOf(OPERATIONS);

/** One call on its way: what is known of it so far. */
type Visit = {
  exchange: ManageExchange;
  requestId: string;
  at: Date;
  operation: Operation | undefined;
  recognised: Recognised | undefined;
  isAdmitted: boolean;
  headers: Headers;
  outcome: string;
};

/**
 * Answers one request below `/api/v1` that is no client call, whichever door it came through. Never throws: trouble inside
 * is a 503 problem. Every answer carries a request id, and every call is noted under it.
 */
export async function handle(exchange: ManageExchange): Promise<ManageAnswer> {
  const startedAt = performance.now();
  const visit = begin(exchange);
  let answer: ManageAnswer;
  try {
    answer = await answerVisit(visit);
  } catch (error) {
    reportCallError(new Error(`${visit.operation?.id ?? 'manage'} ${visit.requestId} failed`, { cause: error }));
    answer = refuse(visit, { reason: 'internal', retryAfterSeconds: AGAIN_SECONDS });
  }
  note(visit, answer, startedAt);
  return exchange.method === 'HEAD' ? withoutBody(answer) : answer;
}

/** Answers a web-standard request, for a host that has Next only. */
export async function answerWeb(request: Request, address: string): Promise<Response> {
  return toWeb(await handle(fromWeb(request, address)));
}

/** Is this the URL of a management call, or of nothing, below `/api/v1`? */
export function isManageUrl(url: string): boolean {
  return url.startsWith(`${BASE}/`) && !isV1ClientUrl(url);
}

/** The answer when too many calls are in hand. Whose key it was is not looked up, so it is noted without. */
export function refuseBusy(exchange: ManageExchange): ManageAnswer {
  const visit = begin(exchange);
  const routed = route(exchange.method, exchange.path);
  if (routed.ok) visit.operation = routed.operation;
  const answer = refuse(visit, { reason: 'busy', retryAfterSeconds: AGAIN_SECONDS });
  note(visit, answer, performance.now());
  return answer;
}

function begin(exchange: ManageExchange): Visit {
  const requestId = newRequestId();
  return {
    exchange,
    requestId,
    at: now(),
    operation: undefined,
    recognised: undefined,
    isAdmitted: false,
    headers: { 'x-request-id': requestId },
    outcome: 'ok',
  };
}

async function answerVisit(visit: Visit): Promise<ManageAnswer> {
  const { exchange, requestId, at } = visit;
  const routed = route(exchange.method, exchange.path);
  if (!routed.ok) return refuseRoute(visit, routed.allow);
  const { operation } = routed;
  visit.operation = operation;
  const admission = await admit(exchange, operation, at);
  visit.recognised = admission.recognised;
  visit.isAdmitted = admission.ok;
  visit.headers = admission.headers;
  visit.headers['x-request-id'] = requestId;
  if (!admission.ok) return refuse(visit, admission.refusal);
  const read = await readRequest(operation, exchange, routed.path);
  if (!read.ok) return refuse(visit, read.refusal);
  const result = await runOperation({
    operation,
    exchange,
    parts: read.parts,
    caller: admission.caller,
    at,
    requestId,
    headers: visit.headers,
    catalogue: OPERATIONS,
    getAtSamePath: () => getAt(exchange.path),
  });
  if ('refusal' in result) return refuse(visit, result.refusal);
  return result.answer;
}

function getAt(path: string): Operation | undefined {
  const routed = route('GET', path);
  return routed.ok ? routed.operation : undefined;
}

function refuseRoute(visit: Visit, allow: readonly string[]): ManageAnswer {
  if (allow.length === 0) return refuse(visit, { reason: 'not_found' });
  if (visit.exchange.method !== 'OPTIONS') return refuse(visit, { reason: 'method_not_allowed', allow });
  // No CORS headers: a key of this API has no place in a web page.
  return { status: 204, headers: { ...visit.headers, allow: allow.join(', ') }, body: '' };
}

function refuse(visit: Visit, refusal: ManageRefusal): ManageAnswer {
  visit.outcome = refusal.reason;
  return presentRefusal(refusal, visit.requestId, visit.headers);
}

function withoutBody(answer: ManageAnswer): ManageAnswer {
  if (typeof answer.body !== 'string') answer.body.destroy();
  return { status: answer.status, headers: answer.headers, body: '' };
}

function note(visit: Visit, answer: ManageAnswer, startedAt: number): void {
  const { exchange, recognised } = visit;
  // An address that nothing lives at is nobody's call, unless somebody's key was seen.
  if (visit.operation === undefined && recognised === undefined) return;
  noteAccessCall({
    at: visit.at,
    requestId: visit.requestId,
    keyId: recognised?.keyId,
    customerId: recognised?.customerId,
    isAdmitted: visit.isAdmitted,
    operation: visit.operation?.id ?? '',
    method: exchange.method,
    path: exchange.path,
    status: answer.status,
    outcome: visit.outcome,
    address: exchange.address,
    userAgent: exchange.userAgent,
    durationUs: Math.round((performance.now() - startedAt) * 1000),
  });
}

export type { DescribedOperation } from './describe-operation';
export type { Area } from './operation';
export type { Member } from './read-schema';

/** Every reason with which the management API refuses. */
export type ManageReason = ManageRefusal['reason'];

/** An operation as lists of them show it. */
export type ListedOperation = {
  id: string;
  area: Area;
  access: 'read' | 'write';
  audience: 'public' | 'owner' | 'admin';
  method: string;
  path: string;
  summary: string;
};

/** Every operation of this store, area by area. Without those for administrators unless asked for. */
export function listOperations({ forAdmin }: { forAdmin: boolean }): ListedOperation[] {
  const listed = OPERATIONS.filter(({ audience }) => forAdmin || audience !== 'admin');
  const ordered = AREAS.flatMap((area) => listed.filter((one) => one.area === area));
  return ordered.map((one) => ({
    id: one.id,
    area: one.area,
    access: one.access,
    audience: one.audience,
    method: one.method,
    path: one.path,
    summary: one.summary,
  }));
}

/** Everything the reference tells of an operation; undefined when there is none of this id. */
export function readOperation(id: string): DescribedOperation | undefined {
  const operation = OPERATIONS.find((one) => one.id === id);
  return operation && describeOperation(operation);
}

/** Every operation and client call as a Postman collection for a store at this address. */
export function postmanCollection(storeUrl: string): object {
  return writePostman(storeUrl);
}

/** Every refusal of this protocol in its words, for the pages that explain them. */
export function explainManageProblems(): ({ reason: ManageReason } & ProblemText)[] {
  const reasons = Object.keys(PROBLEMS) as ManageReason[]; // the keys of a Record are its key type
  return reasons.map((reason) => ({ reason, ...PROBLEMS[reason] }));
}
