/** What is remembered of one client call. */
export type NotedCall = {
  at: Date;
  protocol: string;
  action: string;
  /** ok, or the reason of the refusal. */
  outcome: string;
  /** Of a refusal whose answer names one. */
  requestId?: string | undefined;
  /** Of the key, no more than a log may show. */
  keyHint: string;
  customerId: string | undefined;
  apiResourceId: string | undefined;
  product: string;
  instance: string;
  version: string;
  address: string;
  userAgent: string;
  durationUs: number;
};

/** How many calls may wait for the next flush. Beyond it the calls that went well are only counted. */
const ROOM = 2_000;

type Buffer = { calls: NotedCall[]; dropped: number; report: (error: unknown) => void };
const holder = globalThis as typeof globalThis & { latchkeyCalls?: Buffer };

/**
 * Remembers a call; `flushCalls` writes it within about a second. The answer never waits for the log. Refusals are kept as
 * long as there is room; under a herd, calls that went well are dropped first and their number is logged.
 */
export function noteCall(call: NotedCall): void {
  const waiting = buffer();
  if (waiting.calls.length >= (call.outcome.startsWith('ok') ? ROOM : ROOM * 2)) waiting.dropped++;
  else waiting.calls.push(call);
}

/** Tells the process log what went wrong inside a call. */
export function reportCallError(error: unknown): void {
  buffer().report(error);
}

/** Takes what waits; the next calls gather anew. */
export function takeNotedCalls(): { calls: NotedCall[]; dropped: number } {
  const waiting = buffer();
  const { calls, dropped } = waiting;
  waiting.calls = [];
  waiting.dropped = 0;
  return { calls, dropped };
}

/** Where trouble inside a call is reported; the server sets its logger. */
export function reportCallErrors(report: (error: unknown) => void): void {
  buffer().report = report;
}

function buffer(): Buffer {
  holder.latchkeyCalls ??= { calls: [], dropped: 0, report: () => {} };
  return holder.latchkeyCalls;
}
