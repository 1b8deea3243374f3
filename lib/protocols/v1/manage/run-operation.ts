import { answerOnce } from './idempotency';
import type { AnyCall, ManageReply, Operation } from './operation';
import { etagOf, namesEtag, presentFile, presentJson } from './present';
import type { Outcome, Run } from './run';

/** Carries an operation out: under its Idempotency-Key, against If-Match, and with the validators of its answer. */
export async function runOperation(run: Run): Promise<Outcome> {
  const { operation, exchange } = run;
  if (operation.idempotency !== undefined) {
    const sent = exchange.header('idempotency-key');
    if (sent !== '') return answerOnce(run, sent, (idempotencyId) => carryOut(run, idempotencyId));
    if (operation.idempotency === 'demanded') return { refusal: { reason: 'idempotency_key_missing' } };
  }
  const ifMatch = operation.access === 'write' ? exchange.header('if-match') : '';
  if (ifMatch !== '' && !(await isUnchanged(run, ifMatch))) return { refusal: { reason: 'etag_mismatch' } };
  return carryOut(run, undefined);
}

async function carryOut(run: Run, idempotencyId: string | undefined): Promise<Outcome> {
  const reply = await run.operation.handle(callOf(run, idempotencyId));
  return present(run, reply);
}

function callOf(run: Run, idempotencyId: string | undefined): AnyCall {
  const { operation, exchange, parts } = run;
  const call: AnyCall = {
    caller: run.caller,
    path: parts.path,
    query: parts.query,
    body: parts.body,
    at: run.at,
    address: exchange.address,
    requestId: run.requestId,
    header: exchange.header,
    rawBody: parts.rawBody,
    upload: operation.upload ? exchange.stream() : undefined,
    catalogue: run.catalogue,
  };
  if (idempotencyId !== undefined) call.idempotencyId = idempotencyId;
  return call;
}

function present(run: Run, reply: ManageReply<unknown>): Outcome {
  const { operation, exchange, headers } = run;
  if (!reply.ok) return { refusal: reply.refusal };
  if ('file' in reply) return { answer: presentFile(reply.file, headers) };
  if (!('body' in reply)) {
    return { answer: { status: 204, headers: { 'cache-control': 'no-store', ...headers }, body: '' } };
  }
  const text = JSON.stringify(reply.body);
  const status = reply.status ?? operation.success ?? 200;
  if (reply.location !== undefined) headers.location = reply.location;
  if (status !== 200 || !isRepresentation(operation)) return { answer: presentJson(status, text, headers) };
  const etag = reply.etag ?? etagOf(text);
  headers.etag = etag;
  // What the guard said stays: a key in the URL forbids every keeping.
  headers['cache-control'] ??= 'private, no-cache';
  headers.vary = 'authorization, x-api-key, x-access-key';
  const isKnown = operation.method === 'GET' && namesEtag(exchange.header('if-none-match'), etag);
  return isKnown ? { answer: { status: 304, headers, body: '' } } : { answer: presentJson(200, text, headers) };
}

// What PUT and PATCH answer is what GET at the same address would.
function isRepresentation({ method }: Operation): boolean {
  return method === 'GET' || method === 'PUT' || method === 'PATCH';
}

/**
 * Whether what stands at this address is still what `If-Match` names. It is read before the change and not under its lock:
 * two changes within the same milliseconds may both pass (ADR 0090).
 */
async function isUnchanged(run: Run, ifMatch: string): Promise<boolean> {
  const reading = run.getAtSamePath();
  if (!reading || reading.answersFile !== undefined) return false;
  const query = reading.querySchema?.safeParse({});
  if (query && !query.success) return false;
  const reply = await reading.handle({ ...callOf(run, undefined), query: query?.data, body: undefined, rawBody: '' });
  if (!reply.ok || !('body' in reply)) return false;
  return namesEtag(ifMatch, reply.etag ?? etagOf(JSON.stringify(reply.body)));
}
