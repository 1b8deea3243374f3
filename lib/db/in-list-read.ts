import { db, type Tx } from './client';

const LONGEST_MS = 4_000;

/**
 * Runs the statements of a long list by index, whatever the planner expects of a filter: one wrong guess would read a whole
 * table of a million rows. They see one state of the store, write nothing, and give up after four seconds.
 */
export async function inListRead<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(
    async (tx) => {
      // Compiling a plan takes longer than these statements do, and a switched-off scan makes every plan look dear enough.
      await tx.$queryRaw`
        SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
          set_config('transaction_read_only', 'on', true), set_config('statement_timeout', ${String(LONGEST_MS)}, true)`;
      return work(tx);
    },
    { timeout: 2 * LONGEST_MS, maxWait: 5_000, isolationLevel: 'RepeatableRead' },
  );
}
