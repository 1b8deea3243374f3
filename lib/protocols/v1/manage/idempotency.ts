import { createHmac } from 'node:crypto';
import { now } from '../../../clock';
import { unreachable } from '../../../errors';
import { answerScope, requestFingerprint } from '../../../idempotency/answer-scope';
import { type Claim, claimAnswer } from '../../../idempotency/claim-answer';
import { endLease, keepAnswer, withdrawClaim } from '../../../idempotency/keep-answer';
import { reportCallError } from '../../../request-log/note-call';
import { derivedKey } from '../../../secrets/keyring';
import { openBytes, sealBytes } from '../../../secrets/seal';
import { readIdempotencyKey } from '../idempotency-key';
import { type ManageAnswer, presentJson } from './present';
import type { Outcome, Run } from './run';

/** A secret is told again for ten minutes, any other answer for a day. */
const SECRET_MS = 10 * 60_000;
/** Longer than any of these operations takes. */
const LEASE_MS = 120_000;
const CONTEXT = 'manage-answer';

type Kept = { text: string; location?: string };

/**
 * Carries a request out once under its Idempotency-Key. Its answer is kept sealed under a key that is made of the client's
 * own Idempotency-Key, which is stored nowhere: the store alone cannot read it (api-keys.md 4.1.8).
 */
export async function answerOnce(
  run: Run,
  sent: string,
  carryOut: (idempotencyId: string) => Promise<Outcome>,
): Promise<Outcome> {
  const key = readIdempotencyKey(sent);
  if (key === undefined) return { refusal: { reason: 'idempotency_key_invalid' } };
  const scope = answerScope(`manage|${run.caller.keyId}`, key);
  const { operation, exchange, parts } = run;
  const fingerprint = requestFingerprint([
    operation.id,
    exchange.path,
    exchange.query,
    JSON.stringify(parts.body ?? null),
  ]);
  const claimed = await claimAnswer({ scope, fingerprint, wasActive: false, at: now(), leaseMs: LEASE_MS });
  switch (claimed.outcome) {
    case 'kept':
      return tellAgain(run, key, claimed);
    case 'other_request':
      return { refusal: { reason: 'idempotency_key_reused' } };
    case 'in_hand':
      return { refusal: { reason: 'idempotency_key_in_use', retryAfterSeconds: claimed.retryAfterSeconds } };
    case 'claimed': {
      if (!claimed.isRetry || operation.isRepeatable) return carryOutOnce(run, key, claimed.claim, carryOut);
      await endLease(claimed.claim, now());
      return { refusal: { reason: 'outcome_unknown' } };
    }
    default:
      return unreachable(claimed);
  }
}

async function carryOutOnce(
  run: Run,
  key: string,
  claim: Claim,
  carryOut: (idempotencyId: string) => Promise<Outcome>,
): Promise<Outcome> {
  let outcome: Outcome;
  try {
    outcome = await carryOut(uuidOf(claim.scope));
  } catch (error) {
    await endLease(claim, now()).catch(reportCallError);
    throw error;
  }
  // What was refused changed nothing: the same key may be used again.
  const record = 'refusal' in outcome ? withdrawClaim(claim) : keep(run, key, claim, outcome.answer);
  // The change is committed: its answer is told even when it cannot be kept.
  await record.catch(reportCallError);
  return outcome;
}

function keep(run: Run, key: string, claim: Claim, answer: ManageAnswer): Promise<void> {
  const { location } = answer.headers;
  const text = typeof answer.body === 'string' ? answer.body : '';
  const kept: Kept = location === undefined ? { text } : { text, location };
  const body = sealBytes(sealKey(key), Buffer.from(JSON.stringify(kept)), CONTEXT).toString('base64url');
  const readableUntil = run.operation.showsSecret ? new Date(now().getTime() + SECRET_MS) : undefined;
  return keepAnswer(claim, { status: answer.status, body, readableUntil });
}

type KeptAnswer = { status: number; body: string; readableUntil: Date | undefined };

function tellAgain(run: Run, key: string, { status, body, readableUntil }: KeptAnswer): Outcome {
  if (readableUntil !== undefined && readableUntil <= now()) return { refusal: { reason: 'answer_withheld' } };
  // We sealed it ourselves, in this shape.
  const kept = JSON.parse(openBytes(sealKey(key), Buffer.from(body, 'base64url'), CONTEXT).toString('utf8')) as Kept;
  const headers = {
    ...run.headers,
    'idempotency-replayed': 'true',
    ...(kept.location === undefined ? {} : { location: kept.location }),
  };
  return { answer: presentJson(status, kept.text, headers) };
}

function sealKey(idempotencyKey: string): Buffer {
  return createHmac('sha256', derivedKey('idempotency')).update('seal|').update(idempotencyKey, 'utf8').digest();
}

// One uuid for every try: an operation that makes a row under it makes it once.
function uuidOf(scope: Buffer): string {
  const hex = scope.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
