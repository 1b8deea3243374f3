import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartRefused } from '../errors';
import { giveToFolderOwner } from './private-files';

type Holder = { pid: number; startedAt: string };

/**
 * Takes the data folder for this process, or refuses with one sentence while another live store has it. What a killed
 * store left behind is taken over. Answers how to give the folder back.
 */
export function lockDataFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = path.join(folder, 'store.lock');
  const mine = path.join(folder, `store.lock.${process.pid}`);
  const self: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  try {
    writeFileSync(mine, JSON.stringify(self), { mode: 0o600 });
    // The folder's owner has to be able to see that a store of root is alive.
    giveToFolderOwner(mine);
    while (!linked(mine, lock)) {
      const holder = readHolder(lock);
      if (holder && isAlive(holder)) {
        throw new StartRefused(
          `Another store (process ${holder.pid}) is using the data folder ${folder}. Stop it first, or set DATA_DIR.`,
        );
      }
      setAside(lock, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return () => {
    if (readHolder(lock)?.pid === process.pid) rmSync(lock, { force: true });
  };
}

function linked(mine: string, lock: string): boolean {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8')) as Holder; // written above only
  } catch {
    return undefined;
  }
}

/** Moves a dead holder's lock away; if a third process had just put its own there, that one is put back. */
function setAside(lock: string, dead: Holder | undefined): void {
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return; // somebody else was quicker
  }
  const moved = readHolder(aside);
  if (moved && moved.pid !== dead?.pid) linked(aside, lock);
  rmSync(aside, { force: true });
}

function isAlive({ pid, startedAt }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  // Process numbers come round again; where the system says when a process began, that settles it.
  const started = startOf(pid);
  return started === undefined || startedAt === '' || started === startedAt;
}

function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The 22nd field; the second one, the name, may contain spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
