/** One call of the management API as it is remembered. Never its query: a key may have been in it. */
export type NotedAccessCall = {
  at: Date;
  requestId: string;
  /** Of the recognised key, also when the call was refused. */
  keyId: string | undefined;
  customerId: string | undefined;
  /** Whether the guard let it reach its operation: those are the calls that the counter of its key tells. */
  isAdmitted: boolean;
  /** Empty when no operation was recognised. */
  operation: string;
  method: string;
  path: string;
  status: number;
  /** ok, or the reason of the refusal. */
  outcome: string;
  address: string;
  userAgent: string;
  durationUs: number;
};

/** How many calls may wait for the next flush; beyond it they are counted and not listed. */
const ROOM = 4_000;

type Waiting = { calls: NotedAccessCall[]; dropped: number };
// The server bundle and Next load this module twice in one process; both must note in the same place.
const holder = globalThis as typeof globalThis & { latchkeyAccessCalls?: Waiting };

/** Remembers an answered call; `flushAccessNotes` counts and writes it within a second. The answer never waits for it. */
export function noteAccessCall(call: NotedAccessCall): void {
  const waiting = waitingCalls();
  if (waiting.calls.length >= ROOM) waiting.dropped++;
  else waiting.calls.push(call);
}

/** Takes what waits; the next calls gather anew. */
export function takeAccessCalls(): Waiting {
  const waiting = waitingCalls();
  delete holder.latchkeyAccessCalls;
  return waiting;
}

function waitingCalls(): Waiting {
  holder.latchkeyAccessCalls ??= { calls: [], dropped: 0 };
  return holder.latchkeyAccessCalls;
}
