import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect } from '@playwright/test';
import { quickFolder } from '../../support/quick-folder';

export type OwnStore = {
  url: string;
  /** What it has printed so far, errors too. */
  said: () => string;
  stop: () => Promise<void>;
};

/**
 * A second store beside the one of the run, for a journey that needs another environment. Until it stops, the helpers of the
 * journeys (`demoFacts`, `order`, `signIn`) speak of this one.
 */
export async function anOwnStore(variables: Record<string, string>): Promise<OwnStore> {
  const before = process.env.JOURNEY_DATA_DIR;
  const folder = quickFolder('latchkey-own-store-');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['lib/cli/start.mjs'], {
    cwd: path.resolve(__dirname, '../../..'),
    env: { ...process.env, ...variables, PORT: String(port), DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = heard(child);
  const isReady = () =>
    fetch(`${url}/api/health/ready`).then(
      ({ ok }) => ok || child.exitCode !== null,
      () => child.exitCode !== null,
    );
  await expect.poll(isReady, { timeout: 200_000, intervals: [1_000] }).toBe(true);
  expect(child.exitCode, said()).toBeNull();
  process.env.JOURNEY_DATA_DIR = folder;
  const stop = async () => {
    if (before === undefined) delete process.env.JOURNEY_DATA_DIR;
    else process.env.JOURNEY_DATA_DIR = before;
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, said, stop };
}

function heard(child: ChildProcess): () => string {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output += chunk;
    });
  }
  return () => output;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on TCP
  await new Promise((resolve) => server.close(resolve));
  return port;
}
