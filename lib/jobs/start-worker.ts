import { now } from '../clock';
import type { JobHandler } from './job';
import { type RunSummary, runDueJobs } from './run-due-jobs';

export type Worker = {
  /** Looks now instead of at the next poll. */
  wake: () => void;
  /** Takes no further job and resolves when the running one has ended. */
  stop: () => Promise<void>;
};

export type WorkerOptions = {
  pollMs?: number;
  /** Told about each round that did something. */
  onRound?: (summary: RunSummary) => void;
  /** Told when a round failed as a whole, for example because the database is away; the worker goes on. */
  onFault?: (error: unknown) => void;
};

const JOBS_A_ROUND = 50;

/**
 * Keeps running what is due until stopped, looking once a second: one indexed query, no connection held for waiting.
 * Any number of processes may do this at once.
 */
export function startWorker(handlers: Record<string, JobHandler>, options: WorkerOptions = {}): Worker {
  let isStopping = false;
  let endWait: () => void = () => {};

  const wait = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      endWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const round = async (): Promise<boolean> => {
    try {
      const summary = await runDueJobs(handlers, { at: now(), limit: JOBS_A_ROUND, isStopping: () => isStopping });
      const total = summary.done + summary.postponed + summary.dead + summary.lost;
      if (total > 0) options.onRound?.(summary);
      return total >= JOBS_A_ROUND;
    } catch (error) {
      options.onFault?.(error);
      return false;
    }
  };

  const loop = async () => {
    while (!isStopping) {
      const isMoreLikely = await round();
      if (!isStopping && !isMoreLikely) await wait(options.pollMs ?? 1000);
    }
  };
  const ended = loop();

  return {
    wake: () => endWait(),
    stop: async () => {
      isStopping = true;
      endWait();
      await ended;
    },
  };
}
