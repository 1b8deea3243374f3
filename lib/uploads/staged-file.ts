import { mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import path from 'node:path';
import { isUuid } from '../db/uuid';
import { env } from '../env';
import { DISK_RESERVE_BYTES } from './upload-limits';

/** Where the bytes of unfinished uploads lie, each file named by its upload's id and by nothing a person typed. */
export function stagingFolder(): string {
  return path.join(env().dataDir, 'uploads');
}

/** The staged file of an upload. */
export function stagedPath(uploadId: string): string {
  if (!isUuid(uploadId)) throw new Error('Not the id of an upload');
  return path.join(stagingFolder(), uploadId);
}

/** Makes sure that the staged file is there; one with bytes in it stays as it is. */
export async function ensureStagedFile(uploadId: string): Promise<void> {
  await mkdir(stagingFolder(), { recursive: true, mode: 0o700 });
  const handle = await open(stagedPath(uploadId), 'a', 0o600);
  await handle.close();
}

/** How many bytes have arrived. The file itself is asked, so it is right after a crash too. */
export async function stagedBytes(uploadId: string): Promise<number> {
  try {
    return (await stat(stagedPath(uploadId))).size;
  } catch (error) {
    if (isMissing(error)) return 0;
    throw error;
  }
}

/** Forgets the bytes of an upload. */
export async function removeStagedFile(uploadId: string): Promise<void> {
  await rm(stagedPath(uploadId), { force: true });
}

/** The ids of all staged files. */
export async function listStagedFiles(): Promise<string[]> {
  try {
    return (await readdir(stagingFolder())).filter(isUuid);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Whether the disk takes so many bytes more and still keeps its reserve. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  await mkdir(stagingFolder(), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(stagingFolder());
  return bavail * bsize >= bytes + DISK_RESERVE_BYTES;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
