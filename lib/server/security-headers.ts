import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Env } from '../env';

export type HeaderFacts = Pick<Env, 'publicUrl' | 'payments'> & { isDev: boolean };

const POLICY = 'content-security-policy';

/** The headers of every answer, whoever writes it. `publicUrl` alone decides about HTTPS; a request's own words do not. */
export function securityHeaders(facts: HeaderFacts): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    [POLICY]: "default-src 'none'; frame-ancestors 'none'",
    ...(facts.publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** Sets them before a handler runs, which may replace one by a stricter one. */
export function setSecurityHeaders(response: ServerResponse, facts: HeaderFacts): void {
  for (const [name, value] of Object.entries(securityHeaders(facts))) response.setHeader(name, value);
}

/**
 * A page's own policy with a fresh nonce. It goes on the request as well: Next reads the nonce there and puts it on every
 * script that it writes.
 */
export function setPagePolicy(request: IncomingMessage, response: ServerResponse, facts: HeaderFacts): void {
  const policy = pagePolicy(randomBytes(16).toString('base64'), facts);
  request.headers[POLICY] = policy;
  response.setHeader(POLICY, policy);
}

/** The policy's text. Styles in attributes are allowed because React writes computed sizes and positions there. */
export function pagePolicy(nonce: string, { publicUrl, payments, isDev }: HeaderFacts): string {
  const isSecure = publicUrl.startsWith('https://');
  // A form's answer may redirect to the payment page, and browsers hold `form-action` against redirects too.
  const forms = [
    "'self'",
    new URL(publicUrl).origin,
    ...(payments.mode === 'stripe' ? ['https://checkout.stripe.com'] : []),
  ];
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms.join(' ')}`,
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
