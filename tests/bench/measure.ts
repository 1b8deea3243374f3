import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { type Contender, usageOf } from './contenders';

export type Job = {
  port: number;
  concurrency: number;
  seconds: number;
  targets: string[];
  /** Header lines of each target, each ended by CR LF. */
  heads?: string[];
  expect: string;
  unique: string;
};
export type Sample = {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  wrong: number;
  sample: string;
  cpuMsPerRequest: number;
};

/** The load generator's process; `run` gives it one job and waits for the figures. */
export function startLoad(folder: string): { run: (job: Job, target: Contender) => Promise<Sample>; stop: () => void } {
  const child: ChildProcess = fork(path.join(folder, 'load.mjs'));
  return {
    async run(job, target) {
      const before = usageOf(target.pid).cpuSeconds;
      const answer = await new Promise<Omit<Sample, 'cpuMsPerRequest'>>((resolve, reject) => {
        // The child answers each job with exactly the figures that load.mjs puts together.
        child.once('message', (message) => resolve(message as Omit<Sample, 'cpuMsPerRequest'>));
        child.once('exit', (code) => reject(new Error(`The load generator ended with ${code}`)));
        child.send(job);
      });
      child.removeAllListeners('exit');
      if (answer.wrong > 0) throw new Error(`${target.name} answered ${answer.wrong} calls wrong: ${answer.sample}`);
      const cpu = usageOf(target.pid).cpuSeconds - before;
      return { ...answer, cpuMsPerRequest: (cpu * 1000) / Math.max(1, answer.requests) };
    },
    stop: () => child.kill(),
  };
}

/** The middle sample of alternating rounds, by requests per second. */
export function median(samples: Sample[]): Sample {
  const sorted = [...samples].sort((a, b) => a.perSecond - b.perSecond);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!middle) throw new Error('Nothing was measured');
  return middle;
}
