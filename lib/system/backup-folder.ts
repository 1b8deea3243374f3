import { constants } from 'node:fs';
import { access, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { env } from '../env';

/** What is not finished lies in a folder that begins so, with the id of its run behind it. */
const SCRATCH = '.backup-';
const DAY_MS = 86_400_000;

/** Where an archive of this name lies: in the data folder, beside the release files and the keyring. */
export function backupFile(name: string): string {
  return path.join(folder(), path.basename(name));
}

/** The beginning of the name of a run's unfinished folder. */
export function scratchOf(runId: string): string {
  return `${SCRATCH}${runId}-`;
}

/** Whether backups can be kept here. Their folder is made by the first one. */
export async function isFolderWritable(): Promise<boolean> {
  return (await mayWrite(folder())) ?? (await mayWrite(env().dataDir)) ?? false;
}

/** Undefined when there is no such folder. */
async function mayWrite(place: string): Promise<boolean | undefined> {
  try {
    await access(place, constants.W_OK);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? undefined : false;
  }
}

/** Whether an archive is there. */
export async function hasBackupFile(name: string): Promise<boolean> {
  return (await stat(backupFile(name)).catch(() => undefined))?.isFile() ?? false;
}

/**
 * Removes what killed runs left unfinished. There is one backup of the store at a time, and the caller holds it: every folder
 * of a run is a dead one's. `npm run backup` names no run; its folder goes when nobody wrote to it for a day.
 */
export async function removeUnfinished(at: Date): Promise<void> {
  for (const name of await readdir(folder()).catch(() => [])) {
    if (!name.startsWith(SCRATCH)) continue;
    const full = path.join(folder(), name);
    const isOfRun = /^\.backup-[0-9a-f-]{36}-/.test(name);
    const touched = (await stat(full).catch(() => undefined))?.mtimeMs ?? at.getTime();
    if (isOfRun || touched < at.getTime() - DAY_MS) await rm(full, { recursive: true, force: true });
  }
}

function folder(): string {
  return path.join(env().dataDir, 'backups');
}
