import { setTimeout as wait } from 'node:timers/promises';
import Stripe from 'stripe';
import { guardWayOut, type Outcome, WayOutClosed } from '../guard-way-out';
import { waitAtMost } from '../wait-at-most';

type Client = ReturnType<typeof Stripe.createNodeHttpClient>;
type Request = Parameters<Client['makeRequest']>;
type Answer = Awaited<ReturnType<Client['makeRequest']>>;

/** How long one try may take, until its last byte. */
const ANSWER_MS = 5_000;
/** How long a call may take in all, its repetition included: somebody has pressed Pay and waits. */
const WHOLE_MS = 8_000;
const PAUSE_MS = 500;
/** What is left must be worth a try. */
const LEAST_MS = 1_000;

/**
 * The SDK's way to Stripe. A call that got no answer, or one that may pass (409, 5xx), is made once more while there is
 * time; the SDK gives both the same Idempotency-Key. `address`: whose failures are counted together.
 */
export function guardedHttp(address: string): Client {
  const inner = Stripe.createNodeHttpClient();
  const attempt = (request: Request, patienceMs: number) =>
    guardWayOut({ name: 'stripe', address }, () => ask(inner, request, patienceMs), isAway);
  return { getClientName: () => inner.getClientName(), makeRequest: (...request) => askTwice(attempt, request) };
}

async function askTwice(
  attempt: (request: Request, patienceMs: number) => Promise<Answer>,
  request: Request,
): Promise<Answer> {
  const startedAt = performance.now();
  const outcome = await outcomeOf(attempt(request, ANSWER_MS));
  const left = Math.min(ANSWER_MS, WHOLE_MS - PAUSE_MS - (performance.now() - startedAt));
  if (!mayPass(outcome) || left < LEAST_MS) return given(outcome);
  await wait(PAUSE_MS);
  return given(await outcomeOf(attempt(request, left)));
}

function mayPass(outcome: Outcome<Answer>): boolean {
  if ('error' in outcome) return !(outcome.error instanceof WayOutClosed);
  const wish = outcome.value.getHeaders()['stripe-should-retry'];
  if (wish === 'true' || wish === 'false') return wish === 'true';
  const status = outcome.value.getStatusCode();
  return status === 409 || status >= 500;
}

function isAway(outcome: Outcome<Answer>): boolean {
  return 'error' in outcome || outcome.value.getStatusCode() >= 500;
}

/** One try. The SDK's own limit counts silence: a server that sends a byte a second would never run into it. */
async function ask(inner: Client, request: Request, patienceMs: number): Promise<Answer> {
  const answer = await waitAtMost(patienceMs, wholeAnswer(inner, request, patienceMs));
  if (!answer) throw Stripe.HttpClient.makeTimeoutError();
  return answer;
}

async function wholeAnswer(inner: Client, request: Request, patienceMs: number): Promise<Answer> {
  const [host, port, path, method, headers, body, protocol] = request;
  const answer = await inner.makeRequest(host, port, path, method, headers, body, protocol, patienceMs);
  const read = Promise.resolve(answer.toJSON());
  // What is wrong with a body is for the SDK to say.
  await read.catch(() => {});
  answer.toJSON = () => read;
  return answer;
}

function outcomeOf(asked: Promise<Answer>): Promise<Outcome<Answer>> {
  return asked.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

function given(outcome: Outcome<Answer>): Answer {
  if ('value' in outcome) return outcome.value;
  // The SDK makes a call once more by itself when it sees the code of a closed connection, however late it is by then.
  throw new Error('Stripe gave no answer', { cause: outcome.error });
}
