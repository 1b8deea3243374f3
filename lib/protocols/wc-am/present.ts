import type { Allowance } from '../../licensing/allowance';
import type { StatusResult } from '../../licensing/check-status';
import type { Answer } from '../exchange';
import { messageOf, type WireRefusal, type Wording } from './messages';
import { phpJson } from './php-json';
import { phpSerialize, StdClass } from './php-serialize';
import { expirationsOf } from './present-expirations';

/** How many places "unlimited" is on the wire: clients do arithmetic with it (wc-am.md 5.3). */
const UNLIMITED = 100_000;

const HEADERS = {
  'content-type': 'application/json; charset=UTF-8',
  'cache-control': 'no-cache, must-revalidate, max-age=0, no-store, private',
  expires: 'Wed, 11 Jan 1984 05:00:00 GMT',
  // Browser clients call across origins; nothing here depends on cookies (wc-am.md 1.2).
  'access-control-allow-origin': '*',
};

const TROUBLE_HEADERS = { ...HEADERS, 'retry-after': '5' };

// The type is PHP's default and clients ignore it. A browser that is led here must run nothing of what it reads.
const SERIALIZED_HEADERS = {
  ...HEADERS,
  'content-type': 'text/html; charset=UTF-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'x-content-type-options': 'nosniff',
};

/** `activate` succeeded, or the same instance was active already. */
export function presentActivated(allowance: Allowance): object {
  const data = totals(allowance);
  return { message: remainingSentence(data), activated: true, success: true, data };
}

/** `deactivate` succeeded. At the top a sentence, in `data` a number: both are read. */
export function presentDeactivated(allowance: Allowance): object {
  const data = totals(allowance);
  return { activations_remaining: remainingSentence(data), deactivated: true, success: true, data };
}

/**
 * `status` of a key that opens the product, whether or not the instance is active. After the members that the original has:
 * when the right ends, for machines (null = never).
 */
export function presentStatus(status: Extract<StatusResult, { ok: true }>, dateFormat: string): object {
  const endsAt = endOf(status.resources);
  const counts = totals(status.allowance);
  return {
    status_check: status.active ? 'active' : 'inactive',
    remaining: counts.activations_remaining,
    success: true,
    data: {
      unlimited_activations: counts.unlimited_activations,
      total_activations_purchased: counts.total_activations_purchased,
      total_activations: counts.total_activations,
      activations_remaining: counts.activations_remaining,
      activated: status.active,
      api_key_expirations: expirationsOf(status.resources, dateFormat),
      expires: endsAt === null ? null : Math.floor(endsAt.getTime() / 1000),
      expires_at: endsAt === null ? null : endsAt.toISOString(),
    },
  };
}

/** The failure envelope: the same sentence twice, the code always the text "100"; `reason` is for machines. */
export function presentRefusal(refusal: WireRefusal, wording: Wording): object {
  const error = messageOf(refusal, wording);
  const reason = 'because' in refusal ? refusal.because : refusal.reason;
  return { code: '100', error, success: false, data: { error_code: '100', error, reason } };
}

/** The answer on the wire. Every outcome of the protocol is HTTP 200; only the store's own trouble is 503. */
export function toAnswer(body: object, startedAt: number, status = 200): Answer {
  if (body instanceof StdClass) return { status, headers: SERIALIZED_HEADERS, body: phpSerialize(body) };
  // The last member is appended as text: copying the body only to add it would cost as much as writing it.
  const text = `${phpJson(body).slice(0, -1)},"api_call_execution_time":"${secondsSince(startedAt)} seconds"}`;
  return { status, headers: status === 200 ? HEADERS : TROUBLE_HEADERS, body: text };
}

// In six digits, as text from the start: V8 takes long to write a fraction.
function secondsSince(startedAt: number): string {
  const micros = Math.max(1, Math.round((performance.now() - startedAt) * 1000));
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** The same answer for a call that a limit refused. */
export function waiting(answer: Answer, seconds: number): Answer {
  return { ...answer, status: 429, headers: { ...answer.headers, 'retry-after': String(seconds) } };
}

/** OPTIONS of a browser client. */
export function presentPreflight(): Answer {
  const headers = {
    ...HEADERS,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'Content-Type, Authorization',
    'access-control-max-age': '86400',
  };
  return { status: 204, headers, body: '' };
}

/** A body beyond LARGEST_BODY; no client sends one. */
export function presentTooLarge(): Answer {
  const body = failure('The request body is larger than any call needs.', 'body_too_large');
  // The rest of that body is not read, so the connection cannot carry another call.
  return { status: 413, headers: { ...HEADERS, connection: 'close' }, body };
}

/** Too many calls are in hand; clients of this protocol ask again by themselves. */
export function presentBusy(): Answer {
  const body = failure('The store is busy just now. Please try again in a few seconds.', 'busy');
  return { status: 503, headers: TROUBLE_HEADERS, body };
}

function failure(error: string, reason: string): string {
  return phpJson({ code: '100', error, success: false, data: { error_code: '100', error, reason } });
}

/** An endpoint name that WooCommerce does not know. */
export function presentUnknownEndpoint(): Answer {
  return { status: 400, headers: { ...HEADERS, 'content-type': 'text/html; charset=UTF-8' }, body: '-1' };
}

function totals(allowance: Allowance) {
  const bought = allowance.limit ?? UNLIMITED;
  return {
    unlimited_activations: allowance.limit === null,
    total_activations_purchased: bought,
    total_activations: allowance.used,
    activations_remaining: Math.max(0, bought - allowance.used),
  };
}

function remainingSentence(counts: ReturnType<typeof totals>): string {
  return `${counts.activations_remaining} out of ${counts.total_activations_purchased} activations remaining`;
}

// A key that opens several purchases works until the last of them ends, payment grace included; null = one never does.
function endOf(resources: Extract<StatusResult, { ok: true }>['resources']): Date | null {
  let last: Date | null = null;
  for (const { expiresAt, graceUntil } of resources) {
    if (expiresAt === null) return null;
    const end: Date = graceUntil !== null && graceUntil > expiresAt ? graceUntil : expiresAt;
    if (last === null || end > last) last = end;
  }
  return last;
}
