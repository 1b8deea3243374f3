import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, lchownSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StartRefused } from '../../errors';
import { readPrivateJson, writePrivateFile } from '../private-files';
import type { SystemUser } from './system-user';

/** What the store remembers of its private PostgreSQL between two starts. */
export type Remembered = { password: string; port: number | undefined; binariesCopy: string | undefined };

const rememberedSchema = z.object({
  password: z.string().min(1),
  port: z.number().optional(),
  binariesCopy: z.string().optional(),
});

export type ClusterPaths = { home: string; cluster: string; log: string; memory: string };

/** Where everything of a private PostgreSQL lies inside the data folder. */
export function clusterPaths(folder: string): ClusterPaths {
  const home = path.join(folder, 'postgres');
  return {
    home,
    cluster: path.join(home, 'cluster'),
    log: path.join(folder, 'postgres.log'),
    memory: path.join(folder, 'postgres.json'),
  };
}

/** The major version of the cluster and its owner; undefined while there is none. */
export function existingCluster(paths: ClusterPaths): { major: number; owner: number } | undefined {
  const versionFile = path.join(paths.cluster, 'PG_VERSION');
  if (!existsSync(versionFile)) return undefined;
  return { major: Number.parseInt(readFileSync(versionFile, 'utf8'), 10), owner: statSync(paths.cluster).uid };
}

/** Makes the folders, private to whoever runs PostgreSQL. Folders above them are never touched. */
export function makeClusterFolders(paths: ClusterPaths, user: SystemUser | undefined): void {
  for (const folder of [paths.home, paths.cluster]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    giveTo(folder, user);
  }
}

export function giveTo(file: string, user: SystemUser | undefined): void {
  if (user) lchownSync(file, user.uid, user.gid);
}

const REMEDY = 'It holds the password of the database beside it: put it back from a copy of the data folder.';

/** The remembered password and port; a new password when there are none yet. A damaged memory is refused. */
export function readMemory(paths: ClusterPaths): Remembered {
  const found = readPrivateJson(paths.memory, REMEDY);
  if (found === undefined) {
    return { password: randomBytes(24).toString('base64url'), port: undefined, binariesCopy: undefined };
  }
  const read = rememberedSchema.safeParse(found);
  if (!read.success) throw new StartRefused(`The file ${paths.memory} is damaged. ${REMEDY}`);
  return { password: read.data.password, port: read.data.port, binariesCopy: read.data.binariesCopy };
}

export function writeMemory(paths: ClusterPaths, memory: Remembered): void {
  writePrivateFile(paths.memory, `${JSON.stringify(memory)}\n`);
}
