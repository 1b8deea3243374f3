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

/**
 * What a page that opens Dropbox's Saver needs beyond its own policy: its script, its calls about progress, and a window
 * that may answer us, which `same-origin` would cut off. A form there may lead to Dropbox's consent page. The Saver's own
 * styles stay refused; our button needs none of them.
 */
export type PageNeeds = { dropbox?: string | undefined };

/** Sets them before a handler runs, which may replace one by a stricter one. */
export function setSecurityHeaders(response: ServerResponse, facts: HeaderFacts): void {
  for (const [name, value] of Object.entries(securityHeaders(facts))) response.setHeader(name, value);
}

/**
 * A page's own policy with a fresh nonce. It goes on the request as well: Next reads the nonce there and puts it on every
 * script that it writes.
 */
export function setPagePolicy(
  request: IncomingMessage,
  response: ServerResponse,
  facts: HeaderFacts,
  needs: PageNeeds = {},
): void {
  const policy = pagePolicy(randomBytes(16).toString('base64'), facts, needs);
  request.headers[POLICY] = policy;
  response.setHeader(POLICY, policy);
  if (needs.dropbox !== undefined) response.setHeader('cross-origin-opener-policy', 'same-origin-allow-popups');
}

/** The policy's text. Styles in attributes are allowed because React writes computed sizes and positions there. */
export function pagePolicy(nonce: string, { publicUrl, payments, isDev }: HeaderFacts, needs: PageNeeds = {}): string {
  const dropbox = needs.dropbox === undefined ? '' : ` ${needs.dropbox}`;
  const isSecure = publicUrl.startsWith('https://');
  // A form's answer may redirect to the pages of payments and cards, and browsers hold `form-action` against redirects too.
  const forms = [
    "'self'",
    new URL(publicUrl).origin,
    ...(payments.mode === 'stripe' ? ['https://checkout.stripe.com', 'https://billing.stripe.com'] : []),
  ];
  return [
    "default-src 'self'",
    // Browsers that know 'strict-dynamic' pass over the addresses; older ones need them.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dropbox}${isDev ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${isDev ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Without it a worker falls back to script-src, where browsers differ about 'strict-dynamic'.
    "worker-src 'self'",
    `connect-src 'self'${dropbox}${isDev ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action ${forms.join(' ')}${dropbox}`,
    "frame-ancestors 'none'",
    ...(isSecure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
