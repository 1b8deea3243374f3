import type { ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartRefused } from '../../errors';
import { clusterPaths, existingCluster, readMemory, writeMemory } from './cluster-files';
import { prepareEmbedded } from './embedded-files';
import { endWith, refuseWhenEnded } from './end-with';
import { findBinaries, type PostgresBinaries, type Preference } from './find-binaries';
import { findFreePort } from './find-free-port';
import { initCluster } from './init-cluster';
import { exitOf, runProgram } from './run-program';
import { answers, stopOrphan } from './stop-orphan';
import { type SystemUser, userForPostgres } from './system-user';

export type PrivatePostgres = {
  /** The URL of one of its databases, as its superuser. */
  urlOf: (database: string) => string;
  source: 'system' | 'embedded';
  /** Ends it in order and waits until it is down. Safe to call twice. */
  stop: () => Promise<void>;
};

export type PrivatePostgresOptions = {
  /** The data folder; the cluster lies below it. */
  folder: string;
  /** False only for tests: nothing survives a crash then. */
  durable: boolean;
  prefer?: Preference;
  /** Ends a start under way; the start is refused then. */
  signal?: AbortSignal | undefined;
  /** Told when it ends without having been stopped; `how` says by which code or signal. */
  onLost?: ((how: string) => void) | undefined;
};

const READY_MS = 60_000;
const LOG_BYTES_KEPT = 10_000_000;

/**
 * Starts the private PostgreSQL of a data folder, making it first when there is none: loopback only, a free port
 * remembered for next time, a random password kept in the data folder. The caller holds the data folder's lock.
 */
export async function startPrivatePostgres(options: PrivatePostgresOptions): Promise<PrivatePostgres> {
  const paths = clusterPaths(options.folder);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const existing = existingCluster(paths);
  const user = userForPostgres(existing?.owner);
  refuseForeignOwner(existing?.owner);
  const memory = readMemory(paths);
  const { binaries, copy } = runnable(
    findBinaries(existing?.major, options.prefer ?? 'system'),
    user,
    memory.binariesCopy,
  );
  const urlOn = (port: number) => (database: string) =>
    `postgresql://latchkey:${memory.password}@127.0.0.1:${port}/${database}`;
  trimLog(paths.log);
  writeMemory(paths, { ...memory, binariesCopy: copy });
  if (existing) await stopOrphan(paths.cluster, (port) => urlOn(port)('postgres'));
  else {
    const { durable, signal } = options;
    await initCluster({ paths, binaries, user, password: memory.password, durable, signal });
  }

  refuseWhenEnded(options.signal);
  const port = await findFreePort(memory.port);
  const place = { cluster: paths.cluster, user, log: paths.log };
  const settings = [...SETTINGS, ...(options.durable ? [] : TEST_SETTINGS), `port=${port}`];
  const child = runProgram(path.join(binaries.bin, 'postgres'), place, (cluster) => [
    ...['-D', cluster, ...settings.flatMap((setting) => ['-c', setting])],
  ]);
  // A process that ends without stopping in order (a second Ctrl-C) must not leave PostgreSQL behind either.
  endWith(child, options.signal, 'SIGINT');
  await untilReady(child, urlOn(port)('postgres'), paths.log, options.signal);
  writeMemory(paths, { ...memory, port, binariesCopy: copy });
  return { urlOf: urlOn(port), source: binaries.source, stop: watchUntilStopped(child, copy, options) };
}

/** Makes the database unless it is there. `url` is the superuser's. */
export async function ensureDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const there = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (there.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

// Terse errors and no statements: a log never shows a value that a customer typed.
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'timezone=UTC',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_checkpoints=off',
];
const TEST_SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

function runnable(found: PostgresBinaries, user: SystemUser | undefined, earlierCopy: string | undefined) {
  if (found.source === 'system') return { binaries: found, copy: undefined };
  const { bin, copy } = prepareEmbedded(found.bin, user, earlierCopy);
  return { binaries: { ...found, bin }, copy };
}

function refuseForeignOwner(owner: number | undefined): void {
  const self = process.getuid?.();
  if (owner === undefined || self === undefined || self === 0 || owner === self) return;
  throw new StartRefused(
    'The database in the data folder belongs to another user. Start the store as that user, or set DATA_DIR to a folder of your own.',
  );
}

function trimLog(log: string): void {
  try {
    if (statSync(log).size > LOG_BYTES_KEPT) truncateSync(log);
    chmodSync(log, 0o600);
  } catch {
    // There is no log yet.
  }
}

async function untilReady(
  child: ChildProcess,
  url: string,
  log: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  let exited = false;
  const exit = exitOf(child).then(() => {
    exited = true;
  });
  const end = performance.now() + READY_MS;
  while (!exited && performance.now() < end) {
    if (await answers(url)) return;
    await Promise.race([exit, wait(50)]);
  }
  refuseWhenEnded(signal);
  if (!exited) child.kill('SIGKILL');
  const reason = readFileSync(log, 'utf8').trim().split('\n').slice(-2).join(' ');
  throw new StartRefused(`The private PostgreSQL did not start: ${reason}`);
}

/** Tells `onLost` when the server ends before the answered function has been called, which ends it in order. */
function watchUntilStopped(
  child: ChildProcess,
  copy: string | undefined,
  { signal, onLost }: PrivatePostgresOptions,
): () => Promise<void> {
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  let isAskedFor = false;
  const look = () => {
    if (!isAskedFor && !signal?.aborted) onLost?.(child.signalCode ?? `exit code ${child.exitCode}`);
  };
  if (hasEnded()) look();
  else child.once('exit', look);
  return async () => {
    isAskedFor = true;
    if (!hasEnded()) {
      const exit = exitOf(child);
      child.kill('SIGINT');
      await exit;
    }
    if (copy) rmSync(copy, { recursive: true, force: true });
  };
}
