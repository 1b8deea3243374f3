/** After this many attempts a job becomes a dead letter. With the delays below that is about 15 hours. */
export const MAX_ATTEMPTS = 10;

const FIRST_DELAY_MS = 10_000;
const LONGEST_DELAY_MS = 6 * 60 * 60 * 1000;

/**
 * Milliseconds to wait after the given number of failed attempts: three times longer each time, up to six hours,
 * of which the last quarter is chance, so that jobs that failed together do not come back together.
 */
export function retryDelayMs(attempts: number, random: () => number = Math.random): number {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 3 ** Math.max(0, attempts - 1));
  return Math.round(whole * (0.75 + 0.25 * random()));
}
