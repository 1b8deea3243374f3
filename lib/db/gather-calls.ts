type Waiting<Call, Result> = { call: Call; resolve: (result: Result) => void; reject: (error: unknown) => void };

/** How many statements may be in flight at once, and how many calls one of them may carry. */
export type GatherLimits = { lanes: number; atMost: number };

/**
 * Lets calls that arrive together share a statement: while every lane is busy, arriving calls wait and go out as one list with
 * the next free lane. A call that arrives alone goes out alone, at once. Results come back in the order of the list.
 * When a list fails, each of its calls is tried alone, so that one bad call spoils no other; `run` must be atomic.
 */
export function gatherCalls<Call, Result>(
  run: (calls: Call[]) => Promise<Result[]>,
  limits: GatherLimits,
): (call: Call) => Promise<Result> {
  let waiting: Waiting<Call, Result>[] = [];
  let busy = 0;
  let scheduled = false;

  function sendOut(): void {
    scheduled = false;
    while (busy < limits.lanes && waiting.length > 0) {
      const list = waiting.slice(0, limits.atMost);
      waiting = waiting.slice(limits.atMost);
      busy++;
      void runList(run, list).finally(() => {
        busy--;
        sendOut();
      });
    }
  }

  return (call) =>
    new Promise((resolve, reject) => {
      waiting.push({ call, resolve, reject });
      if (scheduled || busy >= limits.lanes) return;
      // After this turn of the event loop, so that everything the sockets brought in it goes out together.
      scheduled = true;
      setImmediate(sendOut);
    });
}

async function runList<Call, Result>(
  run: (calls: Call[]) => Promise<Result[]>,
  list: Waiting<Call, Result>[],
): Promise<void> {
  try {
    const results = await run(list.map((entry) => entry.call));
    list.forEach((entry, i) => {
      const result = results[i];
      if (result === undefined) entry.reject(new Error('The statement answered fewer calls than it was given'));
      else entry.resolve(result);
    });
  } catch (error) {
    if (list.length === 1 || !isAboutTheData(error)) for (const entry of list) entry.reject(error);
    else for (const entry of list) await runList(run, [entry]);
  }
}

// SQLSTATE classes 22 and 23: a value the database could not take. Everything else (lost connection, time-out) hits all alike.
function isAboutTheData(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^2[23]/.test(String(error.code));
}
