import { now } from '../clock';
import { keyHint } from '../secrets/key-format';

/** What is remembered of one client call. `key` is only looked at for its hint. */
export type NotedCall = {
  protocol: string;
  action: string;
  /** ok, or the reason of the refusal. */
  outcome: string;
  key: string;
  customerId: string | undefined;
  apiResourceId: string | undefined;
  product: string;
  instance: string;
  version: string;
  address: string;
  userAgent: string;
  durationUs: number;
  /** What went wrong inside, for the process log. */
  error?: unknown;
};

export type LoggedCall = Omit<NotedCall, 'key' | 'error'> & { at: Date; keyHint: string };

/** How many calls may wait for the next flush. Beyond it the calls that went well are only counted. */
const ROOM = 2_000;

type Buffer = { calls: LoggedCall[]; dropped: number; report: (error: unknown) => void };
const holder = globalThis as typeof globalThis & { latchkeyCalls?: Buffer };

/**
 * Remembers a call; `flushCalls` writes it within about a second. The answer never waits for the log. Refusals are kept as
 * long as there is room; under a herd, calls that went well are dropped first and their number is logged.
 */
export function noteCall(call: NotedCall): void {
  const waiting = buffer();
  if (call.error !== undefined) waiting.report(call.error);
  const full = waiting.calls.length >= (call.outcome.startsWith('ok') ? ROOM : ROOM * 2);
  if (full) {
    waiting.dropped++;
    return;
  }
  const { key, error: _reported, ...rest } = call;
  waiting.calls.push({ ...rest, at: now(), keyHint: key === '' ? '' : keyHint(key) });
}

/** Takes what waits; the next calls gather anew. */
export function takeNotedCalls(): { calls: LoggedCall[]; dropped: number } {
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
