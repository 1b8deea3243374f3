/** A value that opened nothing: perhaps one that once did. Its digest opens nothing either. */
export type UnknownSecret = { digest: Buffer; address: string; at: Date };
/** A value that travelled where others could read it. */
export type SeenSecret = { digest: Buffer; at: Date };

/** Somebody who sends keys as fast as they can must not fill the memory. */
const ROOM = 2_000;

type Marks = { unknown: Map<string, UnknownSecret & { times: number }>; inUrl: SeenSecret[]; inClear: SeenSecret[] };
// The server bundle and Next load this module twice in one process; both must note in the same place.
const holder = globalThis as typeof globalThis & { latchkeyAccessMarks?: Marks };

/** Notes a value that opened nothing; the flush finds out whether it was a key of ours, and tells its owner (T24). */
export function noteUnknownSecret(secret: UnknownSecret): void {
  const { unknown } = marks();
  const name = secret.digest.toString('base64');
  const known = unknown.get(name);
  if (known) known.times++;
  else if (unknown.size < ROOM) unknown.set(name, { ...secret, times: 1 });
}

/** Notes that a value came in a URL, which is logged on the way (row 3.04). */
export function noteSeenInUrl(secret: SeenSecret): void {
  const { inUrl } = marks();
  if (inUrl.length < ROOM) inUrl.push(secret);
}

/** Notes that a value came without encryption (row 3.13). */
export function noteSentInClear(secret: SeenSecret): void {
  const { inClear } = marks();
  if (inClear.length < ROOM) inClear.push(secret);
}

/** Takes what waits; the next calls gather anew. */
export function takeMarks(): Marks {
  const taken = marks();
  delete holder.latchkeyAccessMarks;
  return taken;
}

function marks(): Marks {
  holder.latchkeyAccessMarks ??= { unknown: new Map(), inUrl: [], inClear: [] };
  return holder.latchkeyAccessMarks;
}
