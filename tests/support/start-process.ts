import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'esbuild';
import { findFreePort } from '@/lib/server/private-postgres/find-free-port';

const root = path.resolve(import.meta.dirname, '../..');

type Child = ChildProcessByStdio<null, Readable, Readable>;

export type StartProcess = { child: Child; ended: Promise<{ code: number | null; output: string }> };

export type StartBundle = { start: (variables: Record<string, string>) => Promise<StartProcess>; remove: () => void };

/** The store's real start in a process of its own, with `buildPages` (a JavaScript function body) in place of Next's build. */
export async function bundleStart(name: string, buildPages: string): Promise<StartBundle> {
  const bundle = path.join(root, '.build', 'tests', `${name}-${process.pid}.mjs`);
  await build({
    stdin: {
      contents: `import { startStore } from './lib/server/start-store';
        const buildPages = async () => { ${buildPages} };
        await startStore({ environment: process.env, root: process.cwd(), isDev: false, buildPages });`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: bundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return { start: (variables) => run(bundle, variables), remove: () => rmSync(bundle, { force: true }) };
}

async function run(bundle: string, variables: Record<string, string>): Promise<StartProcess> {
  const port = String(await findFreePort(undefined));
  const child = spawn(process.execPath, [bundle], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', HOME: os.tmpdir(), PORT: port, ...variables },
  });
  let output = '';
  const note = (chunk: unknown) => {
    output += String(chunk);
  };
  child.stdout.on('data', note);
  child.stderr.on('data', note);
  const ended = new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
  return { child, ended };
}
