import type { Double } from './double';
import { hostedPage } from './hosted-page';
import { HOSTED_STYLE } from './hosted-style';
import { actOnInvoice, invoicePage } from './invoice-page';
import { actOnPortal, portalPage } from './portal-page';
import { actOnSession, sessionPage } from './session-page';

const CSP =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";

/**
 * The pages a buyer is sent to, under the store's own address: `GET /demo-payments/<id>` of a session, an invoice or a
 * portal shows it, a form post to the same address does what its button says. Plain HTML and one stylesheet; no script.
 */
export async function handleHostedPage(double: Double, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const name = url.pathname.slice('/demo-payments/'.length);
  if (name === 'style.css') return answer(200, HOSTED_STYLE, { 'content-type': 'text/css; charset=utf-8' });
  const named = findPage(double, name);
  if (!named) return page(404, hostedPage(undefined));
  if (request.method === 'GET' || request.method === 'HEAD') {
    return page(200, named.show(url.searchParams.get('notice') ?? undefined));
  }
  if (request.method !== 'POST') return answer(405, 'Method not allowed', { allow: 'GET, POST' });
  if (request.headers.get('sec-fetch-site') === 'cross-site') return answer(403, 'Open this page from the store.', {});
  const next = named.act(new URLSearchParams(await request.text()));
  await double.state.save();
  return answer(303, '', { location: next });
}

type HostedPage = {
  show(notice: string | undefined): string;
  /** Does what the button says and tells where the browser goes next. */
  act(form: URLSearchParams): string;
};

function findPage(double: Double, name: string): HostedPage | undefined {
  const { sessions, invoices, portalSessions } = double.state.facts;
  const stored = Object.hasOwn(sessions, name) ? sessions[name] : undefined;
  if (stored) {
    return {
      show: (notice) => sessionPage(double, stored, notice),
      act: (form) => actOnSession(double, stored, form),
    };
  }
  const invoice = Object.hasOwn(invoices, name) ? invoices[name] : undefined;
  if (invoice) {
    return {
      show: (notice) => invoicePage(double, invoice, notice),
      act: (form) => actOnInvoice(double, invoice, form),
    };
  }
  const portal = Object.hasOwn(portalSessions, name) ? portalSessions[name] : undefined;
  if (!portal) return undefined;
  return { show: (notice) => portalPage(double, portal, notice), act: (form) => actOnPortal(double, portal, form) };
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
