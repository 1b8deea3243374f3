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

export type AccessNotes = {
  calls: NotedAccessCall[];
  counts: Map<string, CountedCalls>;
  uses: Map<string, KeyUse>;
};
// The server bundle and Next load this module twice in one process; both must note in the same place.
const holder = globalThis as typeof globalThis & { latchkeyAccessNotes?: AccessNotes };

/** Remembers an answered call; `flushAccessNotes` counts and writes it within a second. The answer never waits for it. */
export function noteAccessCall(call: NotedAccessCall): void {
  const { calls } = notes();
  if (calls.length < ROOM) calls.push(call);
  if (call.keyId === undefined || call.customerId === undefined) return;
  countCall(call, call.keyId, call.customerId);
  if (call.isAdmitted) countUse(call, call.keyId);
}

function countCall(call: NotedAccessCall, keyId: string, customerId: string): void {
  const { counts } = notes();
  const { at, operation, status, isAdmitted } = call;
  const name = `${keyId} ${Math.floor(at.getTime() / MINUTE_MS)} ${operation} ${status} ${isAdmitted}`;
  const alike = counts.get(name);
  if (alike) alike.calls++;
  else counts.set(name, { at, keyId, customerId, isAdmitted, operation, status, calls: 1 });
}

function countUse({ at, address }: NotedAccessCall, keyId: string): void {
  const { uses } = notes();
  const name = `${keyId} ${address}`;
  const use = uses.get(name);
  if (use) {
    use.lastAt = at;
    use.calls++;
  } else uses.set(name, { keyId, address, firstAt: at, lastAt: at, calls: 1 });
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
  holder.latchkeyAccessNotes ??= { calls: [], counts: new Map(), uses: new Map() };
  return holder.latchkeyAccessNotes;
}
