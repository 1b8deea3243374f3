import { now } from '../clock';
import { checkStorage } from '../storage/check-storage';
import { waitAtMost } from '../wait-at-most';
import { readStorageSettings } from './read-storage-settings';

/** slow: the storage has not answered for a while, and nobody waits for it any longer. */
export type StorageState = 'good' | 'bad' | 'slow';

type Known = { state: 'good' | 'bad'; at: number };
type Trying = { since: number; done: Promise<Known | undefined> };

// Trying a bucket is four requests to it; neither a look at the dashboard nor a probe must cost them each time.
const FRESH_MS = 5 * 60_000;
const SLOW_MS = 2_000;
const holder = globalThis as typeof globalThis & { latchkeyStorage?: { known?: Known; trying?: Trying } };

/**
 * Whether storage works: tried with a tiny file, at most every five minutes and once at a time, however many ask. Nobody
 * waits longer than `patienceMs`; whoever would is told what was known before, for as long as the try is young.
 */
export async function storageState(patienceMs: number, at: Date = now()): Promise<StorageState> {
  holder.latchkeyStorage ??= {};
  const memory = holder.latchkeyStorage;
  const { known } = memory;
  if (known && Math.abs(at.getTime() - known.at) < FRESH_MS) return known.state;
  memory.trying ??= begin(at);
  const { trying } = memory;
  const found = await waitAtMost(patienceMs, trying.done);
  if (found) return found.state;
  const isYoung = performance.now() - trying.since < SLOW_MS;
  return known && isYoung ? known.state : 'slow';
}

/** Settings were saved: what was known is of another storage. */
export function forgetStorageState(): void {
  delete holder.latchkeyStorage;
}

function begin(at: Date): Trying {
  const memory = holder.latchkeyStorage;
  const done = tryOnce(at).then((known) => {
    // Of a try that was forgotten meanwhile nothing is kept.
    if (memory && known) memory.known = known;
    if (memory) delete memory.trying;
    return known;
  });
  return { since: performance.now(), done };
}

/** Undefined: the settings could not be read. That is the database's trouble, and says nothing of the storage. */
async function tryOnce(at: Date): Promise<Known | undefined> {
  const settings = await readStorageSettings().catch(() => undefined);
  if (!settings) return undefined;
  const tried = await checkStorage(settings).catch(() => ({ ok: false }));
  return { state: tried.ok ? 'good' : 'bad', at: at.getTime() };
}
