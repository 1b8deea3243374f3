import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhenResult,
  isBrokenCircuitError,
} from 'cockatiel';
import { now } from './clock';
import { noteWayOut, type WayOut } from './ways-out';

const FAILURES_IN_A_ROW = 5;
/** How long calls are refused unasked before one of them is let through to try. */
const PAUSE_MS = 10_000;

/** Nothing was asked: the calls before got no answer. The message is fit for an admin. */
export class WayOutClosed extends Error {
  override name = 'WayOutClosed';
  code = 'WAY_OUT_CLOSED';
}

/** `address`: whose failures these are. What is known of one address says nothing of the next. */
type Way = { name: WayOut; address: string };
/** What came of a call. */
export type Outcome<T> = { value: T } | { error: unknown };
type Judged<T> = { isAway: boolean; outcome: Outcome<T> };

type Guarded = { address: string; breaker: CircuitBreakerPolicy };
// The server bundle and Next load this module twice in one process; both must know what either has found.
const holder = globalThis as typeof globalThis & { latchkeyGuards?: Partial<Record<WayOut, Guarded>> };

/**
 * Makes one call of a way out, unless the last five in a row were lost: then it throws WayOutClosed at once, which callers
 * treat as a call without an answer. Every ten seconds one caller is let through, and its answer opens the way again.
 * `isAway` says of an outcome that the other side is out of reach or broken (no answer, 5xx); a no to what was asked for is
 * an answer. The call keeps a time limit of its own. What it throws is thrown.
 */
export async function guardWayOut<T>(
  way: Way,
  call: () => Promise<T>,
  isAway: (outcome: Outcome<T>) => boolean,
): Promise<T> {
  const breaker = breakerOf(way);
  // While one caller tries, the others would be made to wait for how that ends.
  if (breaker.state === CircuitState.HalfOpen) throw closed(way);
  const { isAway: isLost, outcome } = await breaker
    .execute(async () => judge(await outcomeOf(call), isAway))
    .catch((error: unknown) => {
      throw isBrokenCircuitError(error) ? closed(way) : error;
    });
  if (!isLost) noteWayOut(way.name, undefined);
  else if (breaker.state === CircuitState.Open) noteWayOut(way.name, now());
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

function breakerOf({ name, address }: Way): CircuitBreakerPolicy {
  holder.latchkeyGuards ??= {};
  const known = holder.latchkeyGuards[name];
  if (known?.address === address) return known.breaker;
  const isLost = handleWhenResult((judged) => (judged as Judged<unknown>).isAway); // only `judge` makes results here
  const breaker = circuitBreaker(isLost, {
    halfOpenAfter: PAUSE_MS,
    breaker: new ConsecutiveBreaker(FAILURES_IN_A_ROW),
  });
  holder.latchkeyGuards[name] = { address, breaker };
  noteWayOut(name, undefined);
  return breaker;
}

// A refusal that is thrown (a card declined, 404) is an answer; cockatiel would count only what is returned as one.
async function outcomeOf<T>(call: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await call() };
  } catch (error) {
    return { error };
  }
}

function judge<T>(outcome: Outcome<T>, isAway: (outcome: Outcome<T>) => boolean): Judged<T> {
  return { isAway: isAway(outcome), outcome };
}

const NAMES: Record<WayOut, string> = {
  stripe: 'Stripe',
  s3: 'The bucket',
  dropbox: 'Dropbox',
  smtp: 'The mail server',
};

function closed({ name }: Way): WayOutClosed {
  return new WayOutClosed(
    `${NAMES[name]} did not answer ${FAILURES_IN_A_ROW} times in a row; it is asked again in a few seconds.`,
  );
}
