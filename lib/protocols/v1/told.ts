import { env } from '../../env';
import { newRequestId } from '../../request-log/request-id';
import { PROBLEMS } from './problems';
import type { V1Refusal } from './refusal';

/** An answer without the headers that every answer has, and what the request log keeps of it. */
export type Told = {
  status: number;
  /** The body exactly as it is sent. */
  text: string;
  /** ok, or the reason of the refusal. */
  outcome: string;
  headers: Record<string, string>;
  /** The name of this call; only refusals have one. */
  requestId?: string | undefined;
  customerId?: string | undefined;
  apiResourceId?: string | undefined;
};

const NOTHING = {};

/** A call that went well. */
export function tell(body: object, facts: Partial<Told> = NOTHING): Told {
  return { status: 200, outcome: 'ok', headers: NOTHING, ...facts, text: JSON.stringify(body) };
}

/** A refusal as an RFC 9457 problem, in the same words each time, under a request id of its own. */
export function refuse(refusal: V1Refusal): Told {
  const { status, title, detail } = PROBLEMS[refusal.reason];
  const requestId = newRequestId();
  const body = {
    type: `${env().publicUrl}/developers/errors/${refusal.reason}`,
    title,
    status,
    detail,
    code: refusal.reason,
    // The same under its first name here: clients of licences were told it before the management API had its own word.
    reason: refusal.reason,
    request_id: requestId,
    ...membersOf(refusal),
  };
  return { status, text: JSON.stringify(body), outcome: refusal.reason, requestId, headers: headersOf(refusal) };
}

function membersOf(refusal: V1Refusal): object {
  if ('errors' in refusal) return { errors: refusal.errors };
  if ('retryAfterSeconds' in refusal) return { retry_after: refusal.retryAfterSeconds };
  if (refusal.reason === 'limit_reached') return { ...refusal.places };
  return NOTHING;
}

function headersOf(refusal: V1Refusal): Record<string, string> {
  if ('retryAfterSeconds' in refusal) return { 'retry-after': String(refusal.retryAfterSeconds) };
  if ('allow' in refusal) return { allow: [...refusal.allow, 'OPTIONS'].join(', ') };
  if (refusal.reason === 'key_missing') return { 'www-authenticate': 'Bearer' };
  if (refusal.reason === 'key_not_found') return { 'www-authenticate': 'Bearer error="invalid_token"' };
  return NOTHING;
}
