import { mkdir, readdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import { db } from '../db/client';
import { env } from '../env';
import { localFolder } from '../storage/local-folder';

export type StoredFilesReport = {
  /** Files of releases that the data folder does not have, or not whole. */
  missing: { fileName: string; version: string; location: string }[];
  /** Files of the data folder that no release names, by their path below it. */
  orphans: string[];
};

const DAY_MS = 86_400_000;

/**
 * Holds the local folder of release files against the releases. A file younger than a day is nobody's orphan yet: it is
 * stored before the release that names it is written.
 */
export async function compareStoredFiles(at: Date): Promise<StoredFilesReport> {
  const artifacts = await db().artifact.findMany({
    where: { source: 'local' },
    select: { fileName: true, location: true, sizeBytes: true, release: { select: { version: true } } },
  });
  const store = localFolder(folder());
  const missing: StoredFilesReport['missing'] = [];
  for (const { fileName, location, sizeBytes, release } of artifacts) {
    const found = await store.size(location);
    if (!found.ok || found.sizeBytes !== Number(sizeBytes))
      missing.push({ fileName, version: release.version, location });
  }
  const named = new Set(artifacts.map(({ location }) => location));
  const orphans: string[] = [];
  for (const file of await filesBelow(folder())) {
    if (!named.has(file) && at.getTime() - (await stat(path.join(folder(), file))).mtimeMs > DAY_MS) orphans.push(file);
  }
  return { missing, orphans };
}

/** Moves orphans out of the way, to `orphans` in the data folder, from where they can be put back. */
export async function setOrphansAside(orphans: readonly string[]): Promise<string> {
  const aside = path.join(env().dataDir, 'orphans');
  for (const file of orphans) {
    const to = path.join(aside, file);
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
    await rename(path.join(folder(), file), to);
  }
  return aside;
}

function folder(): string {
  return path.join(env().dataDir, 'artifacts');
}

async function filesBelow(root: string): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}
