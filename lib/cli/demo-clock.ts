import { inTransaction, type Tx } from '../db/client';
import { StartRefused } from '../errors';
import { type Environment, openRunningStore } from './open-running-store';
import { parseClockStep } from './parse-clock-step';
import { runCommand } from './run-command';

const USAGE = 'Usage: npm run demo:clock -- +40d   (d days, h hours, m minutes; only forwards)';

const DAY_MS = 86_400_000;
const MOST_DAYS_AHEAD = 3650;
const MOST_AHEAD_MS = MOST_DAYS_AHEAD * DAY_MS;

/** `npm run demo:clock -- +40d`: moves the demo store's clock, and the payment double's with it. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const step = parseClockStep(args[0] ?? '');
    if (!step.ok || args.length !== 1) {
      console.error(USAGE);
      return 1;
    }
    const { payments } = await openRunningStore(environment);
    if (payments.mode !== 'demo') {
      console.error('The clock of a store that takes real payments is never moved.');
      return 1;
    }
    const offsetMs = await moveClock(step.ms);
    console.log(`The store’s clock now says ${new Date(Date.now() + offsetMs).toISOString()}.`);
    return 0;
  });
}

/**
 * Adds to the offset that the store keeps in its database and tells the running store. Answers the new offset. A step
 * that would put the clock more than ten years ahead is refused in one sentence, and nothing is written.
 */
export function moveClock(byMs: number): Promise<number> {
  return inTransaction(async (tx) => {
    if (byMs > MOST_AHEAD_MS) throw await tooFar(tx);
    // One statement adds and compares, because two commands at once would each have read the offset before the other's.
    const [row] = await tx.$queryRaw<{ value: number }[]>`
      INSERT INTO store_state (key, value) VALUES ('clock_offset_ms', to_jsonb(${byMs}::bigint))
      ON CONFLICT (key) DO UPDATE SET value = to_jsonb((store_state.value #>> '{}')::bigint + ${byMs}::bigint)
      WHERE (store_state.value #>> '{}')::bigint + ${byMs}::bigint <= ${MOST_AHEAD_MS}::bigint
      RETURNING value`;
    if (!row) throw await tooFar(tx);
    await tx.$executeRaw`SELECT pg_notify('clock', '')`;
    return row.value;
  });
}

async function tooFar(tx: Tx): Promise<StartRefused> {
  const [row] = await tx.$queryRaw<{ value: number }[]>`
    SELECT value FROM store_state WHERE key = 'clock_offset_ms'`;
  const ahead = row && row.value > 0 ? `it is already ${durationOf(row.value)} ahead` : 'it is not ahead yet';
  return new StartRefused(
    `The store’s clock goes at most 10 years (${MOST_DAYS_AHEAD} days) ahead of real time, and ${ahead}.`,
  );
}

const UNITS = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function durationOf(ms: number): string {
  let left = ms;
  const parts = UNITS.flatMap(([unit, unitMs]) => {
    const count = Math.floor(left / unitMs);
    left %= unitMs;
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
}
