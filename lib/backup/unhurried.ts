import { Transform } from 'node:stream';

// Of three milliseconds one: beside a running store a backup takes longer, and client calls hardly notice it.
const WORK_MS = 4;
const REST_MS = 8;

/** Passes on what it is given, and makes the whole pipeline rest after each few milliseconds; of several, each on its own. */
export function unhurried(): Transform {
  let since = performance.now();
  return new Transform({
    transform(chunk, _encoding, done) {
      if (performance.now() - since < WORK_MS) {
        done(null, chunk);
        return;
      }
      setTimeout(() => {
        since = performance.now();
        done(null, chunk);
      }, REST_MS);
    },
  });
}
