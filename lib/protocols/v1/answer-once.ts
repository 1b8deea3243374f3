import { now } from '../../clock';
import { unreachable } from '../../errors';
import { answerScope, requestFingerprint } from '../../idempotency/answer-scope';
import { type Claim, claimAnswer } from '../../idempotency/claim-answer';
import { endLease, keepAnswer, withdrawClaim } from '../../idempotency/keep-answer';
import { reportCallError } from '../../request-log/note-call';
import { type ChangeCall, changePlace, type Desk, type EarlierTry } from './change-place';
import { refuse, type Told } from './told';

const REPLAYED = { 'idempotency-replayed': 'true' };

/**
 * Carries a change out under an Idempotency-Key: the same key with the same request is told the same answer for a day. The
 * change is committed before its answer is recorded; a try after a crash between the two finds its claim, with what was
 * there before the first try, and tells what that one did (ADR 0061).
 */
export async function answerOnce(call: ChangeCall, idempotencyKey: string, desk: Desk): Promise<Told> {
  // Before the claim, so that nobody without a key of this store writes a row.
  const before = await desk.core.lookUpStatus(call);
  if (!before.ok && before.reason === 'key_not_found') return refuse({ reason: 'key_not_found' });
  const claimed = await claimAnswer({
    scope: answerScope(call.key, idempotencyKey),
    fingerprint: fingerprintOf(call),
    wasActive: before.ok && before.active,
    at: now(),
  });
  switch (claimed.outcome) {
    case 'kept':
      // A right that has ended since is told: a kept answer must not open what a refund has closed.
      if (call.verb === 'activate' && claimed.status < 400 && !before.ok) return refuse({ reason: before.reason });
      return toldBefore(claimed);
    case 'other_request':
      return refuse({ reason: 'idempotency_key_reused' });
    case 'in_hand':
      return refuse({ reason: 'idempotency_key_in_use', retryAfterSeconds: claimed.retryAfterSeconds });
    case 'claimed': {
      const earlier = claimed.isRetry ? { wasActive: claimed.wasActive } : undefined;
      return carryOut(call, desk, claimed.claim, earlier);
    }
    default:
      return unreachable(claimed);
  }
}

async function carryOut(call: ChangeCall, desk: Desk, claim: Claim, earlier: EarlierTry): Promise<Told> {
  let told: Told;
  try {
    told = await changePlace(call, desk, earlier);
  } catch (error) {
    await endLease(claim, now()).catch(reportCallError);
    throw error;
  }
  const record = told.outcome === 'key_not_found' ? withdrawClaim(claim) : keepAnswer(claim, toldAgain(told));
  // The change is committed: its answer is told even when it cannot be kept. The next try will find out.
  await record.catch(reportCallError);
  return told;
}

function toldBefore({ status, body }: { status: number; body: string }): Told {
  const told = { status, text: body, headers: REPLAYED };
  return status < 400 ? { ...told, outcome: 'ok_replayed' } : { ...told, ...namesIn(body) };
}

// The log tells a refusal that is told again by its reason and its request id, as the first time.
function namesIn(problem: string): Pick<Told, 'outcome' | 'requestId'> {
  const { reason, request_id: requestId }: { reason?: unknown; request_id?: unknown } = JSON.parse(problem);
  // An answer may have been kept by a version of the store that gave refusals no id.
  return { outcome: String(reason), requestId: typeof requestId === 'string' ? requestId : undefined };
}

function toldAgain({ status, text }: Told): { status: number; body: string } {
  return { status, body: text };
}

// By what was understood, so that another order of the members is the same request.
function fingerprintOf(call: ChangeCall): Buffer {
  const { verb, product, instance, version } = call;
  const asked = 'number' in product ? product.number : product.title;
  return requestFingerprint([verb, asked, instance, version, call.verb === 'activate' ? call.label : null]);
}
