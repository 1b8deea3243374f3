import { inTransaction } from '../db/client';
import { type Environment, openRunningStore } from './open-running-store';
import { parseClockStep } from './parse-clock-step';
import { runCommand } from './run-command';

const USAGE = 'Usage: npm run demo:clock -- +40d   (d days, h hours, m minutes; only forwards)';

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

/** Adds to the offset that the store keeps in its database and tells the running store. Answers the new offset. */
export function moveClock(byMs: number): Promise<number> {
  return inTransaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ value: number }[]>`
      INSERT INTO store_state (key, value) VALUES ('clock_offset_ms', to_jsonb(${byMs}::bigint))
      ON CONFLICT (key) DO UPDATE SET value = to_jsonb((store_state.value #>> '{}')::bigint + ${byMs}::bigint)
      RETURNING value`;
    await tx.$executeRaw`SELECT pg_notify('clock', '')`;
    return row?.value ?? byMs;
  });
}
