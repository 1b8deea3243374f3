import { now } from './clock';

/** What the store asks over the network, apart from its database. */
export type WayOut = 'stripe' | 's3' | 'dropbox' | 'smtp';

const PLACES: Record<WayOut, number> = { stripe: 0, s3: 1, dropbox: 2, smtp: 3 };
// What nobody has tried for so long is not known to be closed any more.
const FRESH_SECONDS = 5 * 60;

// The server bundle and Next load this module twice in one process, and the pages run in a thread of their own.
const holder = globalThis as typeof globalThis & { latchkeyWaysOut?: SharedArrayBuffer };

/** The ways out that were found closed within the last five minutes, by whichever thread, and by nobody open since. */
export function closedWaysOut(at: Date = now()): WayOut[] {
  const notes = board();
  const oldest = secondsOf(at) - FRESH_SECONDS;
  return waysOut().filter((way) => Atomics.load(notes, PLACES[way]) > oldest);
}

/** Whether calls of this way out are refused unasked since `closedAt`; undefined: it is open. */
export function noteWayOut(way: WayOut, closedAt: Date | undefined): void {
  Atomics.store(board(), PLACES[way], closedAt ? secondsOf(closedAt) : 0);
}

/** What the thread of the pages is handed, so that both threads know what either has found. */
export function waysOutMemory(): SharedArrayBuffer {
  holder.latchkeyWaysOut ??= new SharedArrayBuffer(waysOut().length * Uint32Array.BYTES_PER_ELEMENT);
  return holder.latchkeyWaysOut;
}

/** Start-up of the pages calls this. */
export function setWaysOutMemory(memory: SharedArrayBuffer): void {
  holder.latchkeyWaysOut = memory;
}

function board(): Uint32Array<SharedArrayBuffer> {
  return new Uint32Array(waysOutMemory());
}

function waysOut(): WayOut[] {
  // The type names all of the table's members.
  return Object.keys(PLACES) as WayOut[];
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1_000);
}
