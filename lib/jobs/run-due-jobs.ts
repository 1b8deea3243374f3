import { randomUUID } from 'node:crypto';
import { claimJob, closeJob, postponeJob } from './claim-job';
import { describeFailure, GiveUp } from './failure';
import type { Job, JobHandler } from './job';
import { MAX_ATTEMPTS, retryDelayMs } from './retry-delay';

export type RunOptions = {
  /** Store time at the start of the run. */
  at: Date;
  /** At most this many jobs in this run. */
  limit: number;
  random?: () => number;
  /** Called before each job; `true` ends the run early (graceful stop). */
  isStopping?: () => boolean;
};

export type RunSummary = { done: number; postponed: number; dead: number; lost: number };

/**
 * Does what is due, one job after another, oldest first. Only kinds with a handler are touched; the others wait.
 * A job is leased before it is run, so two workers never run one job at the same time as long as a handler ends within
 * the lease; a worker that dies loses its lease by time and the job is run again.
 */
export async function runDueJobs(handlers: Record<string, JobHandler>, options: RunOptions): Promise<RunSummary> {
  const summary: RunSummary = { done: 0, postponed: 0, dead: 0, lost: 0 };
  const startedAt = performance.now();
  // A lease must count from the moment of its claim, not from the start of a long run.
  const time = () => new Date(options.at.getTime() + (performance.now() - startedAt));
  const kinds = Object.keys(handlers);
  for (let n = 0; n < options.limit && !options.isStopping?.(); n++) {
    const token = randomUUID();
    const job = await claimJob({ kinds, token, at: time() });
    if (!job) break;
    summary[await runOne(handlers[job.kind], job, { token, time, random: options.random ?? Math.random })] += 1;
  }
  return summary;
}

type Lease = { token: string; time: () => Date; random: () => number };

async function runOne(handler: JobHandler | undefined, job: Job, lease: Lease): Promise<keyof RunSummary> {
  const mine = { id: job.id, token: lease.token };
  if (job.attempt > MAX_ATTEMPTS || !handler) {
    const isClosed = await closeJob({
      ...mine,
      at: lease.time(),
      dead: 'The process stopped during the last attempt.',
    });
    return isClosed ? 'dead' : 'lost';
  }
  try {
    await handler(job.payload, job);
    return (await closeJob({ ...mine, at: lease.time() })) ? 'done' : 'lost';
  } catch (error) {
    const reason = describeFailure(error);
    if (error instanceof GiveUp || job.attempt >= MAX_ATTEMPTS) {
      return (await closeJob({ ...mine, at: lease.time(), dead: reason })) ? 'dead' : 'lost';
    }
    const availableAt = new Date(lease.time().getTime() + retryDelayMs(job.attempt, lease.random));
    return (await postponeJob({ ...mine, availableAt, reason })) ? 'postponed' : 'lost';
  }
}
