import { createHash, timingSafeEqual } from 'node:crypto';
import { catalogRoutes } from './catalog-routes';
import { customerRoutes } from './customer-routes';
import { disputeRoutes } from './dispute-routes';
import type { Double } from './double';
import { invoiceRoutes } from './invoice-routes';
import { newId } from './new-id';
import { paymentPageRoutes } from './payment-page-routes';
import { paymentRoutes } from './payment-routes';
import { portalRoutes } from './portal-routes';
import type { Route } from './route-table';
import { sessionRoutes } from './session-routes';
import { keyInUse, StripeRefusal } from './stripe-error';
import { subscriptionRoutes } from './subscription-routes';
import { API_VERSION } from './wire';

const routes: Route[] = [
  ...sessionRoutes,
  ...paymentRoutes,
  ...catalogRoutes,
  ...paymentPageRoutes,
  ...customerRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...disputeRoutes,
  ...portalRoutes,
];

type Answer = { status: number; body: string };

/**
 * Stripe's API as far as the store uses it. Everything else is answered 404, an unknown parameter 400
 * `parameter_unknown`, a wrong key 401. What a POST changed is saved before it is answered.
 */
export async function handleApi(double: Double, request: Request): Promise<Response> {
  const requestId = newId('req');
  let replayed = false;
  let answer: Answer;
  try {
    checkCaller(double, request);
    ({ answer, replayed } = await answerInTurn(double, request));
  } catch (error) {
    if (!(error instanceof StripeRefusal)) throw error;
    answer = refusalAnswer(error);
  }
  return new Response(answer.body, {
    status: answer.status,
    headers: {
      'content-type': 'application/json',
      'request-id': requestId,
      'stripe-version': API_VERSION,
      'cache-control': 'no-cache, no-store',
      ...(replayed ? { 'idempotent-replayed': 'true' } : {}),
    },
  });
}

function checkCaller(double: Double, request: Request): void {
  const given = digest(request.headers.get('authorization') ?? '');
  if (!timingSafeEqual(given, digest(`Bearer ${double.secretKey}`))) {
    throw new StripeRefusal(401, { type: 'invalid_request_error', message: 'Invalid API Key provided' });
  }
  const version = request.headers.get('stripe-version');
  if (version && version !== API_VERSION) {
    throw new StripeRefusal(400, { type: 'invalid_request_error', message: `Invalid Stripe API version: ${version}` });
  }
}

type Answered = { answer: Answer; replayed: boolean };

/** While the first request with an Idempotency-Key is under way, a second one is refused and leaves no answer to repeat. */
async function answerInTurn(double: Double, request: Request): Promise<Answered> {
  const { method } = request;
  const body = method === 'POST' ? await request.text() : '';
  const key = method === 'POST' ? request.headers.get('idempotency-key') : null;
  if (key && double.inProgress.has(key)) throw keyInUse(key);
  if (key) double.inProgress.add(key);
  try {
    const answered =
      method === 'POST'
        ? answerOnce(double, request, body)
        : { answer: call(double, request, new URL(request.url).searchParams), replayed: false };
    if (method === 'POST' || method === 'DELETE') await double.state.save();
    await double.pace(request);
    return answered;
  } finally {
    if (key) double.inProgress.delete(key);
  }
}

/** The same Idempotency-Key gets the first answer again; with other parameters it is a conflict, as at Stripe. */
function answerOnce(double: Double, request: Request, body: string): Answered {
  const params = new URLSearchParams(body);
  const key = request.headers.get('idempotency-key');
  if (!key) return { answer: call(double, request, params), replayed: false };
  const { idempotency } = double.state.facts;
  const asked = digest(`${new URL(request.url).pathname}\n${[...params].map(String).sort().join('\n')}`).toString(
    'hex',
  );
  const first = Object.hasOwn(idempotency, key) ? idempotency[key] : undefined;
  if (first && first.request !== asked) {
    double.conflicts += 1;
    throw new StripeRefusal(400, {
      type: 'idempotency_error',
      message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${key}' if you meant to execute a different request.`,
    });
  }
  if (first) return { answer: { status: first.status, body: first.body }, replayed: true };
  const answer = call(double, request, params);
  // Stripe does not remember a request that failed before it did anything; a card that was refused is an answer (402).
  if (answer.status < 400 || answer.status === 402)
    idempotency[key] = { request: asked, ...answer, createdAt: Date.now() };
  return { answer, replayed: false };
}

function call(double: Double, request: Request, params: URLSearchParams): Answer {
  const { pathname } = new URL(request.url);
  try {
    for (const { method, path, answer } of routes) {
      const match = method === request.method ? path.exec(pathname) : null;
      if (match) return { status: 200, body: JSON.stringify(answer({ double, id: match[1] ?? '', params })) };
    }
    throw new StripeRefusal(404, {
      type: 'invalid_request_error',
      message: `Unrecognized request URL (${request.method}: ${pathname}).`,
    });
  } catch (error) {
    if (error instanceof StripeRefusal) return refusalAnswer(error);
    throw error;
  }
}

function refusalAnswer(refusal: StripeRefusal): Answer {
  return { status: refusal.status, body: JSON.stringify({ error: refusal.error }) };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
