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

/** Calls of one key that are alike, within a minute: no month, day or hour of any time zone ends inside one. */
export type CountedCalls = {
  at: Date;
  keyId: string;
  customerId: string;
  isAdmitted: boolean;
  operation: string;
  status: number;
  calls: number;
};

/** Admitted calls of one key from one address. */
export type KeyUse = { keyId: string; address: string; firstAt: Date; lastAt: Date; calls: number };

/** How many calls may wait for the next flush to be listed; beyond it they are only counted. */
const ROOM = 2_000;
const MINUTE_MS = 60_000;

type Latest = { count: CountedCalls; use: KeyUse | undefined };

export type AccessNotes = {
  calls: NotedAccessCall[];
  counts: Map<string, CountedCalls>;
  uses: Map<string, KeyUse>;
  /** What each key's last call was counted with: its next one is nearly always alike, and then no name is put together. */
  latest: Map<string, Latest>;
};
// The server bundle and Next load this module twice in one process; both must note in the same place.
const holder = globalThis as typeof globalThis & { latchkeyAccessNotes?: AccessNotes };

/** Remembers an answered call; `flushAccessNotes` counts and writes it within a second. The answer never waits for it. */
export function noteAccessCall(call: NotedAccessCall): void {
  const waiting = notes();
  if (waiting.calls.length < ROOM) waiting.calls.push(call);
  if (call.keyId === undefined || call.customerId === undefined) return;
  const { keyId, customerId } = call;
  const latest = waiting.latest.get(keyId);
  if (latest && isAlike(latest, call)) countAgain(latest, call);
  else waiting.latest.set(keyId, countAnew(waiting, call, { keyId, customerId }));
}

function isAlike({ count, use }: Latest, call: NotedAccessCall): boolean {
  return (
    count.operation === call.operation &&
    count.status === call.status &&
    count.isAdmitted === call.isAdmitted &&
    (use === undefined || use.address === call.address) &&
    minuteOf(count.at) === minuteOf(call.at)
  );
}

function countAgain({ count, use }: Latest, { at }: NotedAccessCall): void {
  count.calls++;
  if (use) countOn(use, at);
}

function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / MINUTE_MS);
}

type Known = { keyId: string; customerId: string };

function countAnew({ counts, uses }: AccessNotes, call: NotedAccessCall, known: Known): Latest {
  const count = countCall(counts, call, known);
  return { count, use: call.isAdmitted ? countUse(uses, call, known.keyId) : undefined };
}

function countCall(
  counts: AccessNotes['counts'],
  { at, operation, status, isAdmitted }: NotedAccessCall,
  { keyId, customerId }: Known,
): CountedCalls {
  const name = `${keyId} ${minuteOf(at)} ${operation} ${status} ${isAdmitted}`;
  const alike = counts.get(name);
  if (alike) {
    alike.calls++;
    return alike;
  }
  const count = { at, keyId, customerId, isAdmitted, operation, status, calls: 1 };
  counts.set(name, count);
  return count;
}

function countUse(uses: AccessNotes['uses'], { at, address }: NotedAccessCall, keyId: string): KeyUse {
  const name = `${keyId} ${address}`;
  const use = uses.get(name);
  if (use) {
    countOn(use, at);
    return use;
  }
  const first = { keyId, address, firstAt: at, lastAt: at, calls: 1 };
  uses.set(name, first);
  return first;
}

function countOn(use: KeyUse, at: Date): void {
  use.lastAt = at;
  use.calls++;
}

/** Takes what waits; the next calls gather anew. */
export function takeAccessNotes(): AccessNotes {
  const taken = notes();
  delete holder.latchkeyAccessNotes;
  return taken;
}

/** Puts counts back that could not be written, so that a database in trouble loses none. */
export function putBackCounts({ counts, uses }: Pick<AccessNotes, 'counts' | 'uses'>): void {
  const now = notes();
  for (const [name, count] of counts) {
    const later = now.counts.get(name);
    if (later) later.calls += count.calls;
    else now.counts.set(name, count);
  }
  for (const [name, use] of uses) {
    const later = now.uses.get(name);
    if (later) Object.assign(later, { firstAt: use.firstAt, calls: later.calls + use.calls });
    else now.uses.set(name, use);
  }
}

function notes(): AccessNotes {
  holder.latchkeyAccessNotes ??= { calls: [], counts: new Map(), uses: new Map(), latest: new Map() };
  return holder.latchkeyAccessNotes;
}
