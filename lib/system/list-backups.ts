import path from 'node:path';
import { mayCreateDatabases } from '../backup/in-scratch-database';
import { db, type Prisma } from '../db/client';
import { env } from '../env';
import { readStoreSettings } from '../settings/store-settings';
import { backupFile, hasBackupFile, isFolderWritable } from './backup-folder';
import type { RunKind } from './hold-run';
import { nextNight } from './night';
import { type RunFailure, readFailure } from './run-failure';

export type RunCause = 'schedule' | 'admin' | 'key' | 'command';

/** One backup or drill, as it is told to an admin. */
export type ListedRun = {
  id: string;
  kind: RunKind;
  cause: RunCause;
  /**
   * waiting: nobody is at it yet. removed: its archive went when newer ones were kept. away: its archive is not in this
   * machine's data folder.
   */
  state: 'waiting' | 'running' | 'good' | 'failed' | 'removed' | 'away';
  requestedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  steps: { done: number; all: number };
  sizeBytes: number | null;
  tables: number | null;
  rows: number | null;
  files: number | null;
  missingFiles: number | null;
  fileName: string | null;
  failure: RunFailure | undefined;
  detail: string | null;
};

/** A backup with the newest rehearsal of its restore. */
export type ListedBackup = ListedRun & { drill: ListedRun | undefined };

/** What this store can do, and what it will do next. */
export type BackupOutlook = {
  isNightly: boolean;
  next: Date;
  keep: number;
  hour: number;
  withFiles: boolean;
  folder: string;
  isFolderWritable: boolean;
  mayCreateDatabases: boolean;
  /** The role that would have to be allowed to. */
  role: string;
  /** Where the keyring is, which no backup holds: a file, or the variable's name. */
  keyring: string;
};

const MOST_SHOWN = 60;

/** The backups, the newest first; what is under way among them. */
export async function listBackups(at: Date): Promise<ListedBackup[]> {
  const rows = await db().backupRun.findMany({
    where: { kind: 'backup' },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take: MOST_SHOWN,
    include: { drills: { orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }], take: 1 } },
  });
  return Promise.all(
    rows.map(async ({ drills: [drill], ...row }) => ({
      ...(await listed(row, at)),
      drill: drill && (await listed(drill, at)),
    })),
  );
}

/** When backups are made, where, and whether they can be. */
export async function readOutlook(at: Date): Promise<BackupOutlook> {
  const { nightlyBackups, backupHour, backupsKept, backupFiles } = await readStoreSettings();
  const { databaseUrl: url = '', keyringText, keyringFile, dataDir } = env();
  return {
    isNightly: nightlyBackups,
    next: nextNight(at, backupHour),
    keep: backupsKept,
    hour: backupHour,
    withFiles: backupFiles,
    folder: backupFile('.'),
    isFolderWritable: await isFolderWritable(),
    mayCreateDatabases: await mayCreateDatabases(url),
    role: decodeURIComponent(new URL(url).username),
    keyring: keyringText === undefined ? (keyringFile ?? path.join(dataDir, 'keyring.json')) : 'KEYRING',
  };
}

type Row = Prisma.BackupRunGetPayload<object>;

async function listed(row: Row, at: Date): Promise<ListedRun> {
  const { id, requestedAt, startedAt, endedAt, fileName, tables, files, missingFiles, detail } = row;
  return {
    id,
    // The table takes no other kind and no other cause.
    kind: row.kind as RunKind,
    cause: row.cause as RunCause,
    state: await stateOf(row, at),
    requestedAt,
    startedAt,
    endedAt,
    steps: { done: row.stepsDone, all: row.stepsAll },
    sizeBytes: row.sizeBytes === null ? null : Number(row.sizeBytes),
    tables,
    rows: row.rows === null ? null : Number(row.rows),
    files,
    missingFiles,
    fileName,
    failure: readFailure(row.failure),
    detail,
  };
}

async function stateOf(row: Row, at: Date): Promise<ListedRun['state']> {
  if (row.endedAt === null) return row.leasedUntil && row.leasedUntil > at ? 'running' : 'waiting';
  if (row.failure !== null) return 'failed';
  if (row.removedAt !== null) return 'removed';
  if (row.kind === 'drill') return 'good';
  return row.fileName !== null && (await hasBackupFile(row.fileName)) ? 'good' : 'away';
}
