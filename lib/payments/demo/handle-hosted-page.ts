import { applyPromotion, removePromotion } from './apply-promotion';
import type { Double } from './double';
import { hostedPage } from './hosted-page';
import { HOSTED_STYLE } from './hosted-style';
import {
  askForAuthentication,
  declineSession,
  failAuthentication,
  findIntent,
  payLater,
  paySession,
  settleLater,
} from './settle-session';
import type { StoredSession } from './state';

const CSP =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/**
 * The page a buyer is sent to, under the store's own address: `GET /demo-payments/<session>` shows it, a form post to the
 * same address does what its button says. Plain HTML and one stylesheet; no script.
 */
export async function handleHostedPage(double: Double, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const name = url.pathname.slice('/demo-payments/'.length);
  if (name === 'style.css') return answer(200, HOSTED_STYLE, { 'content-type': 'text/css; charset=utf-8' });
  const { sessions } = double.state.facts;
  const stored = Object.hasOwn(sessions, name) ? sessions[name] : undefined;
  if (!stored) return page(404, hostedPage(undefined, undefined));
  if (request.method === 'GET' || request.method === 'HEAD') {
    return page(200, hostedPage(stored, findIntent(double, stored), url.searchParams.get('notice') ?? undefined));
  }
  if (request.method !== 'POST') return answer(405, 'Method not allowed', { allow: 'GET, POST' });
  if (request.headers.get('sec-fetch-site') === 'cross-site') return answer(403, 'Open this page from the store.', {});
  const form = new URLSearchParams(await request.text());
  const next = act(double, stored, form.get('action') ?? '', form.get('code') ?? '');
  await double.state.save();
  return answer(303, '', { location: next });
}

/** Does what the button says and tells where the browser goes next. */
function act(double: Double, stored: StoredSession, action: string, code: string): string {
  const { session } = stored;
  const here = `/demo-payments/${session.id}`;
  const store = session.success_url ?? here;
  const afterPayment = (result: ReturnType<typeof paySession>, next: string) =>
    result.ok || result.reason === 'not_open' ? next : `${here}?notice=promotion_gone`;
  switch (action) {
    case 'pay':
      return afterPayment(paySession(double, stored), store);
    case 'later':
      return afterPayment(payLater(double, stored), here);
    case 'decline':
      declineSession(double, stored);
      return here;
    case 'authenticate':
      askForAuthentication(double, stored);
      return here;
    case 'refuse':
      failAuthentication(double, stored);
      return here;
    case 'succeed':
    case 'fail':
      settleLater(double, stored, action);
      return store;
    case 'cancel':
      return session.cancel_url ?? here;
    case 'apply_code':
      return applyPromotion(double, stored, code).ok ? here : `${here}?notice=code_invalid`;
    case 'remove_code':
      if (session.status === 'open') removePromotion(stored);
      return here;
    default:
      return here;
  }
}

function page(status: number, html: string): Response {
  return answer(status, html, { 'content-type': 'text/html; charset=utf-8' });
}

function answer(status: number, body: string, headers: Record<string, string>): Response {
  return new Response(body === '' ? null : body, {
    status,
    headers: {
      'cache-control': 'no-store',
      'content-security-policy': CSP,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
      ...headers,
    },
  });
}
