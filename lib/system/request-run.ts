import { randomUUID } from 'node:crypto';
import { type Actor, recordAudit } from '../audit/record-audit';
import { mayCreateDatabases } from '../backup/in-scratch-database';
import { now } from '../clock';
import { db, inTransaction } from '../db/client';
import { env } from '../env';
import { isFolderWritable } from './backup-folder';

export type RequestBackupResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'backup_under_way' | 'folder_not_writable' };

export type RequestDrillResult =
  | { ok: true; id: string }
  | { ok: false; reason: 'drill_under_way' | 'no_backup' | 'may_not_create_databases' };

/** What made somebody ask: a page or a key. */
type Asked = { actor: Actor; cause?: 'admin' | 'key' };

/** Asks for a backup; the store makes it as soon as it has a moment, whoever looks on. */
export async function requestBackup({ actor, cause = 'admin' }: Asked): Promise<RequestBackupResult> {
  if (!(await isFolderWritable())) return { ok: false, reason: 'folder_not_writable' };
  const id = await ask({ kind: 'backup', cause, actor });
  return id === undefined ? { ok: false, reason: 'backup_under_way' } : { ok: true, id };
}

/** Asks for the rehearsal of a restore of the newest backup. */
export async function requestDrill({ actor, cause = 'admin' }: Asked): Promise<RequestDrillResult> {
  const newest = await newestBackup();
  if (!newest) return { ok: false, reason: 'no_backup' };
  if (!(await mayCreateDatabases(env().databaseUrl ?? ''))) return { ok: false, reason: 'may_not_create_databases' };
  const id = await ask({ kind: 'drill', cause, actor, backupId: newest.id });
  return id === undefined ? { ok: false, reason: 'drill_under_way' } : { ok: true, id };
}

/** The newest whole backup whose archive was not removed. */
export async function newestBackup(): Promise<{ id: string; requestedAt: Date } | undefined> {
  const row = await db().backupRun.findFirst({
    where: { kind: 'backup', failure: null, endedAt: { not: null }, removedAt: null },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, requestedAt: true },
  });
  return row ?? undefined;
}

type Wish = { actor: Actor; cause: 'admin' | 'key' } & ({ kind: 'backup' } | { kind: 'drill'; backupId: string });

/** One of a kind at a time; undefined when there is one. */
function ask({ actor, ...wish }: Wish): Promise<string | undefined> {
  return inTransaction(async (tx) => {
    const [id, at] = [randomUUID(), now()];
    const row = { id, ...wish, requestedAt: at, requestedBy: actor.id ?? null };
    const { count } = await tx.backupRun.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return undefined;
    await recordAudit(tx, {
      actor,
      action: wish.kind === 'backup' ? 'backup.request' : 'restore_drill.request',
      objectKind: 'backup',
      objectId: wish.kind === 'backup' ? id : wish.backupId,
      at,
    });
    return id;
  });
}
