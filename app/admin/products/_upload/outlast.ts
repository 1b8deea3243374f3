const LONGEST_WAIT_MS = 15_000;

/** The store could not be reached, or had no time: worth another try, with no word to the person but "waiting". */
export class Unreachable extends Error {}

/**
 * Tries until it succeeds or fails for another reason than the connection. Waits longer from try to try, but no longer
 * than until the browser is online again. `onPause` hears of each wait.
 */
export async function outlast<T>(work: () => Promise<T>, signal: AbortSignal, onPause: () => void): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Unreachable)) throw error;
      onPause();
      await pause(Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(tries, 10)), signal);
    }
  }
}

/** Waits, or until the browser is back online, or rejects when aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      signal.removeEventListener('abort', stop);
    };
    const go = () => {
      end();
      resolve();
    };
    const stop = () => {
      end();
      reject(signal.reason);
    };
    const timer = setTimeout(go, ms);
    window.addEventListener('online', go);
    signal.addEventListener('abort', stop);
  });
}
