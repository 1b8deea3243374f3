import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { giveToFolderOwner } from '../private-files';
import type { SystemUser } from './system-user';

/** How one cluster's programs are run: by whom, on which folder, writing to which log. */
export type ClusterPlace = { cluster: string; user: SystemUser | undefined; log: string };

/**
 * Starts a PostgreSQL program on a cluster. `args` receives the name under which the program reaches the cluster.
 *
 * Under root the cluster's user often cannot walk to the folder (a clone in /root or in a private temporary folder), and
 * PostgreSQL uses absolute paths throughout. So the folder is opened here and handed over as descriptor 3, which the
 * program reaches as /proc/self/fd/3 whatever lies above it. Starting in the folder itself would not do: PostgreSQL 15
 * and older change back to their first folder by its full path.
 *
 * The program gets a process group of its own: Ctrl-C in the terminal ends the store, which then ends PostgreSQL.
 */
export function runProgram(program: string, place: ClusterPlace, args: (cluster: string) => string[]): ChildProcess {
  const isNewLog = !existsSync(place.log);
  const log = openSync(place.log, 'a', 0o600);
  if (isNewLog) giveToFolderOwner(place.log);
  const folder = place.user ? openSync(place.cluster, 'r') : undefined;
  try {
    return spawn(program, args(folder === undefined ? place.cluster : '/proc/self/fd/3'), {
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log, ...(folder === undefined ? [] : [folder])],
      ...(place.user ? { uid: place.user.uid, gid: place.user.gid } : {}),
    });
  } finally {
    closeSync(log);
    if (folder !== undefined) closeSync(folder);
  }
}

/** The exit code of a started program; a signal or a failed start counts as 1. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
