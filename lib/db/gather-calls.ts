import { ShortWait } from './short-wait';

type Waiting<Call, Result> = {
  call: Call;
  since: number;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
};

/**
 * How many statements may be in flight at once, how many calls one of them may carry, and how long the event loop may stay awake
 * for the answer to a lone call, and then for the next one, where such waits are short (0, if not said: never).
 */
export type GatherLimits = { lanes: number; atMost: number; awakeMs?: number };

/** A call that has waited this long behind a list that failed fails with it: a second try would answer it too late. */
const WORTH_A_TRY_MS = 250;

/** How long a few calls may wait for more to share their statement while a list is on its way. */
const LONGEST_HOLD_MS = 5;

/** How much of a crowd's size is believed from one list to the next: after a hundred lists a past crowd is forgotten. */
const STILL_BELIEVED = 0.98;

/**
 * Lets calls that arrive together share a statement. A call that arrives alone goes out alone, at once. In a crowd each lane
 * carries its share: as soon as a lane's share of the calls in hand has arrived, it goes out, while the sockets are still
 * being read, so that the database works on one list while this process answers and reads the other (ADR 0107). Fewer calls
 * go when no list is on its way, or after some milliseconds. While every lane is busy, arriving calls wait and go out as one
 * list with the next free lane. Results come back in the order of the list.
 * When a list fails over a value, each of its calls is tried alone, so that one bad call spoils no other: what `run` throws
 * with such a code (SQLSTATE 22 or 23) must have had no effect. An atomic statement promises that; `takePlaces`, which
 * commits twice, answers a failure after its first commit by an error without a code (ADR 0108), and that list fails as a
 * whole. When it fails over the database, so do those that have waited long behind it: nobody waits for two time-outs.
 */
export function gatherCalls<Call, Result>(
  run: (calls: Call[]) => Promise<Result[]>,
  limits: GatherLimits,
): (call: Call) => Promise<Result> {
  let waiting: Waiting<Call, Result>[] = [];
  let busy = 0;
  let inFlight = 0;
  // The most calls in hand of late: at any one moment some of a steady crowd are just being answered.
  let crowd = 1;
  let scheduled = false;
  let isTimed = false;
  const lone = loneWaits(limits.awakeMs ?? 0);

  function sendOut(): void {
    scheduled = false;
    while (busy < limits.lanes && waiting.length > 0) {
      if (isWorthHolding()) return;
      crowd = Math.max(waiting.length + inFlight, crowd * STILL_BELIEVED);
      const list = waiting.slice(0, limits.atMost);
      waiting = waiting.slice(limits.atMost);
      busy++;
      inFlight += list.length;
      // In a crowd the processor has better things to do than to wait.
      const answered = crowd < 2 ? lone.asked() : undefined;
      void runList(run, list).then((failure) => {
        busy--;
        inFlight -= list.length;
        answered?.();
        if (failure) failWithIt(failure.error);
        sendOut();
      });
    }
  }

  function isShare(): boolean {
    return waiting.length * limits.lanes >= crowd;
  }

  function isWorthHolding(): boolean {
    const [oldest] = waiting;
    if (busy === 0 || isShare() || !oldest || performance.now() - oldest.since >= LONGEST_HOLD_MS) return false;
    if (isTimed) return true;
    isTimed = true;
    setTimeout(() => {
      isTimed = false;
      sendOut();
    }, LONGEST_HOLD_MS);
    return true;
  }

  function failWithIt(error: unknown): void {
    const since = performance.now() - WORTH_A_TRY_MS;
    for (const entry of waiting) if (entry.since <= since) entry.reject(error);
    waiting = waiting.filter((entry) => entry.since > since);
  }

  return (call) =>
    new Promise((resolve, reject) => {
      lone.called();
      waiting.push({ call, since: performance.now(), resolve, reject });
      // By what was known before this call: the second caller of all waits for what else the sockets have brought.
      const isCrowded = crowd >= 2;
      crowd = Math.max(crowd, waiting.length + inFlight);
      if (busy >= limits.lanes) return;
      if (isCrowded && isShare()) return sendOut();
      if (scheduled) return;
      scheduled = true;
      // In a crowd, after this turn of the event loop, so that what the sockets brought in it goes out together. A caller who has
      // been alone so far need not wait even that long.
      if (isCrowded || busy > 0) setImmediate(sendOut);
      else queueMicrotask(sendOut);
    });
}

// A lone call is waited for, then its answer, then the next call.
function loneWaits(awakeMs: number) {
  const [forCall, forAnswer] = [new ShortWait(awakeMs), new ShortWait(awakeMs)];
  return {
    called: () => forCall.end(),
    /** Answers what to call when the answer is there. */
    asked() {
      forAnswer.begin();
      return () => {
        forAnswer.end();
        forCall.begin();
      };
    },
  };
}

// Answers with what failed, unless it was about one call's value.
async function runList<Call, Result>(
  run: (calls: Call[]) => Promise<Result[]>,
  list: Waiting<Call, Result>[],
): Promise<{ error: unknown } | undefined> {
  try {
    const results = await run(list.map((entry) => entry.call));
    list.forEach((entry, i) => {
      const result = results[i];
      if (result === undefined) entry.reject(new Error('The statement answered fewer calls than it was given'));
      else entry.resolve(result);
    });
    return undefined;
  } catch (error) {
    if (list.length > 1 && isAboutTheData(error)) return runEachAlone(run, list);
    for (const entry of list) entry.reject(error);
    return isAboutTheData(error) ? undefined : { error };
  }
}

async function runEachAlone<Call, Result>(
  run: (calls: Call[]) => Promise<Result[]>,
  list: Waiting<Call, Result>[],
): Promise<{ error: unknown } | undefined> {
  for (const [i, entry] of list.entries()) {
    const failure = await runList(run, [entry]);
    if (!failure) continue;
    for (const rest of list.slice(i + 1)) rest.reject(failure.error);
    return failure;
  }
  return undefined;
}

// SQLSTATE classes 22 and 23: a value the database could not take. Everything else (lost connection, time-out) hits all alike.
function isAboutTheData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}
