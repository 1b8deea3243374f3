import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { StartRefused } from '../../errors';
import type { SystemUser } from './system-user';

/**
 * Makes the programs of the npm package runnable for `user` and answers their folder. npm carries no symbolic links,
 * and its install scripts may be switched off, so the links are made here. Where `user` cannot reach the clone (a root
 * shell's private folder) a copy in the temporary folder is used; `copy` then names it.
 */
export function prepareEmbedded(
  bin: string,
  user: SystemUser | undefined,
  earlierCopy: string | undefined,
): { bin: string; copy: string | undefined } {
  makeLinks(path.dirname(path.dirname(bin)));
  if (canRun(bin, user)) return { bin, copy: undefined };
  if (earlierCopy && isOurs(earlierCopy) && canRun(path.join(earlierCopy, 'native', 'bin'), user)) {
    return { bin: path.join(earlierCopy, 'native', 'bin'), copy: earlierCopy };
  }
  const copy = mkdtempSync(path.join(os.tmpdir(), 'latchkey-postgres-'));
  chmodSync(copy, 0o755);
  cpSync(path.dirname(bin), path.join(copy, 'native'), { recursive: true, verbatimSymlinks: true });
  const copied = path.join(copy, 'native', 'bin');
  if (canRun(copied, user)) return { bin: copied, copy };
  throw new StartRefused(
    `The user ${user?.name ?? os.userInfo().username} cannot run the PostgreSQL in ${copied}. Install PostgreSQL, or set DATABASE_URL.`,
  );
}

function makeLinks(home: string): void {
  const list = path.join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  // The package's own list: paths relative to the package, the link and what it stands for.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(home, source)), link);
  }
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(home, 'native', 'bin', program);
    if (existsSync(file) && (statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
  }
}

function canRun(bin: string, user: SystemUser | undefined): boolean {
  const identity = user ? { uid: user.uid, gid: user.gid } : {};
  return spawnSync(path.join(bin, 'postgres'), ['--version'], { cwd: '/', ...identity }).status === 0;
}

/** Only a folder that nobody else could have prepared is run again. */
function isOurs(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { uid, mode } = statSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}
