import { type ChildProcess, fork } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { env } from '@/lib/env';
import { keyring } from '@/lib/secrets/keyring';
import type { Door } from './client-lane';

const root = path.resolve(import.meta.dirname, '../..');

type SecondProcess = {
  door: Door;
  close: () => Promise<void>;
  /** Ends it with no chance to write anything, as a power cut does. */
  kill: () => Promise<void>;
};

/** Another process of the store on the same database and keyring, answering on a client lane of its own. */
export async function openSecondProcess(): Promise<SecondProcess> {
  const outfile = path.join(root, '.build/test', `lane-${process.pid}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  await build({
    entryPoints: [path.join(import.meta.dirname, 'lane-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  const child = fork(outfile, {
    env: { ...process.env, DATABASE_URL: env().databaseUrl, KEYRING: JSON.stringify(keyring()) },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`The second process ended with ${code}`)));
  });
  return {
    door: (target, init) => fetch(`http://127.0.0.1:${port}${target}`, init),
    close: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
