import type { Standing } from '../../call-limits/limit-calls';
import type { Answer } from '../exchange';
import type { Told } from './told';

const EVERY_ANSWER = {
  'cache-control': 'no-store',
  // Nothing here depends on cookies, so any page may call.
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Retry-After, RateLimit, RateLimit-Policy, Idempotency-Replayed, X-Request-Id',
};

/** How the caller stands with each limit that counted this call. */
export type Standings = { name: string; standing: Standing }[];

/** The answer on the wire. */
export function toAnswer({ status, text, headers, requestId }: Told, standings: Standings): Answer {
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return {
    status,
    headers: { ...EVERY_ANSWER, 'content-type': type, ...rateLimits(standings), ...headers, ...named(requestId) },
    body: text,
  };
}

function named(requestId: string | undefined): Record<string, string> | undefined {
  return requestId === undefined ? undefined : { 'x-request-id': requestId };
}

/** OPTIONS of a browser client. */
export function presentPreflight(): Answer {
  const headers = {
    ...EVERY_ANSWER,
    'access-control-allow-methods': 'GET, HEAD, POST, OPTIONS',
    'access-control-allow-headers': 'Authorization, Content-Type, Idempotency-Key, If-None-Match',
    'access-control-max-age': '86400',
  };
  return { status: 204, headers, body: '' };
}

// draft-ietf-httpapi-ratelimit-headers-10: q and w of the policy, r and t of what is left. A draft: it is written only here.
function rateLimits(standings: Standings): Record<string, string> {
  if (standings.length === 0) return {};
  const policy = standings.map(({ name, standing: { limit } }) => {
    return `"${name}";q=${limit.burst};w=${Math.ceil((limit.burst * 60) / limit.perMinute)}`;
  });
  const left = standings.map(({ name, standing }) => `"${name}";r=${standing.left};t=${standing.secondsUntilFull}`);
  return { 'ratelimit-policy': policy.join(', '), ratelimit: left.join(', ') };
}
