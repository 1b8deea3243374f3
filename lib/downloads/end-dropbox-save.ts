import { type Actor, recordAudit } from '../audit/record-audit';
import type { Tx } from '../db/client';
import type { DropboxRefusal } from '../dropbox/describe-refusal';

/** Why a save came to nothing; the page has a sentence for each. */
export type DropboxSaveFailure =
  | DropboxRefusal
  /** The customer disconnected, or connected another Dropbox, meanwhile. */
  | 'disconnected'
  /** The right to the file ended, or the version was withdrawn, meanwhile. */
  | 'not_entitled'
  /** Dropbox neither finished nor gave up in its time. */
  | 'timed_out';

export type DropboxSaveEnd =
  | { status: 'saved'; savedPath: string }
  | { status: 'failed'; failure: DropboxSaveFailure; failureDetail: string };

/** Ends a save that is still open; one that has ended stays as it is. */
export async function endDropboxSave(
  tx: Tx,
  wish: { saveId: string; end: DropboxSaveEnd; actor: Actor; at: Date },
): Promise<void> {
  const { saveId, end, actor, at } = wish;
  const before = await tx.dropboxSave.findFirst({ where: { id: saveId, openKey: { not: null } } });
  if (!before) return;
  const { count } = await tx.dropboxSave.updateMany({
    where: { id: saveId, openKey: { not: null } },
    data: { failureDetail: null, ...end, openKey: null, endedAt: at },
  });
  if (count === 0) return;
  await recordAudit(tx, {
    actor,
    action: 'dropbox_save.end',
    objectKind: 'dropbox_save',
    objectId: saveId,
    before: { status: before.status },
    after: { customerId: before.customerId, artifactId: before.artifactId, ...end },
    at,
  });
}

/** Ends every open save of a customer: its Dropbox is no longer there to finish it. */
export async function endOpenSaves(
  tx: Tx,
  wish: { customerId: string; failure: DropboxSaveFailure; actor: Actor; at: Date },
): Promise<void> {
  const { customerId, failure, actor, at } = wish;
  const open = await tx.dropboxSave.findMany({
    where: { customerId, openKey: { not: null } },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of open) {
    await endDropboxSave(tx, { saveId: id, end: { status: 'failed', failure, failureDetail: '' }, actor, at });
  }
}
