import { closeDb } from '../db/client';
import { StartRefused } from '../errors';

/** Runs a command to its end: its exit code, or 1 with one plain sentence for what its operator can mend. */
export async function runCommand(work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await closeDb();
  }
}
