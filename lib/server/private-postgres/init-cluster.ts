import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from '../../errors';
import { type ClusterPaths, giveTo, makeClusterFolders } from './cluster-files';
import { endWith, refuseWhenEnded } from './end-with';
import type { PostgresBinaries } from './find-binaries';
import { exitOf, runProgram } from './run-program';
import type { SystemUser } from './system-user';

type NewCluster = {
  paths: ClusterPaths;
  binaries: PostgresBinaries;
  user: SystemUser | undefined;
  password: string;
  durable: boolean;
  /** Ends the making. */
  signal: AbortSignal | undefined;
};

/**
 * Makes an empty cluster whose only user is `latchkey` with the given password. It is made beside its place and moved
 * there when complete, so an interrupted start leaves nothing half-made behind.
 */
export async function initCluster({ paths, binaries, user, password, durable, signal }: NewCluster): Promise<void> {
  const making = path.join(paths.home, 'making');
  rmSync(making, { recursive: true, force: true });
  rmSync(paths.cluster, { recursive: true, force: true });
  makeClusterFolders({ ...paths, cluster: making }, user);
  const passwordFile = path.join(paths.home, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  giveTo(passwordFile, user);
  try {
    const program = path.join(binaries.bin, 'initdb');
    const child = runProgram(program, { cluster: making, user, log: paths.log }, (cluster) => [
      ...['-D', cluster, '-U', 'latchkey', '--auth=scram-sha-256', `--pwfile=${cluster}/../password`],
      ...['--encoding=UTF8', ...localeOf(binaries.major), '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    ]);
    endWith(child, signal, 'SIGTERM');
    const code = await exitOf(child);
    refuseWhenEnded(signal);
    if (code !== 0) {
      const last = readFileSync(paths.log, 'utf8').trim().split('\n').slice(-3).join(' ');
      throw new StartRefused(`The private PostgreSQL could not be made: ${last}`);
    }
    renameSync(making, paths.cluster);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
}

/** The same order of text on every machine: PostgreSQL 17 brings its own C.UTF-8, older ones take the system's. */
function localeOf(major: number): string[] {
  return major >= 17
    ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    : ['--locale=C', '--lc-ctype=C.UTF-8'];
}
