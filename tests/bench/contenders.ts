import { type ChildProcess, fork, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A server under test: where it listens and which process to measure. */
export type Contender = { name: string; port: number; pid: number; stop: () => Promise<void> };

/** One of the two bare servers beside this file. */
export async function startBare(
  folder: string,
  file: string,
  port: number,
  variables: Record<string, string>,
): Promise<Contender> {
  const child = fork(path.join(folder, file), { env: { ...process.env, PORT: String(port), ...variables } });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  return { name: file, port, pid: child.pid ?? 0, stop: () => end(child, 'SIGKILL') };
}

/** The real store, started as a person starts it, on the bench's database. */
export async function startStore(root: string, port: number, variables: Record<string, string>): Promise<Contender> {
  // `npm start` itself, without npm in between: signals and figures are the store's own.
  const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: { start: string };
  };
  const child = spawn(process.execPath, scripts.start.split(' ').slice(1), {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DEMO: '0', ...variables },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  for (let waited = 0; !(await isReady(port)); waited++) {
    if (ended || waited > 600) throw new Error('The store did not get ready');
    await wait(500);
  }
  return { name: 'store', port, pid: child.pid ?? 0, stop: () => end(child, 'SIGTERM') };
}

/** Processor seconds that a process has used so far, and its resident memory in MB. */
export function usageOf(pid: number): { cpuSeconds: number; residentMb: number } {
  // The name in parentheses may hold spaces, so the fields are counted from behind it (proc(5): utime 14, stime 15).
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  const resident = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  return { cpuSeconds: ticks / 100, residentMb: Math.round(resident / 1024) };
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
    (response) => response.ok,
    () => false,
  );
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
