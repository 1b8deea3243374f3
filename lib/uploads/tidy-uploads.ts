import { recordAudit } from '../audit/record-audit';
import { db, inTransaction } from '../db/client';
import { listStagedFiles, removeStagedFile } from './staged-file';
import { ABANDONED_AFTER_MS } from './upload-limits';
import { OPEN_STATES } from './upload-state';

/**
 * Gives up what nobody went on with for a week, forgets the rows of what ended a week ago (the audit keeps the story),
 * and removes every staged file that belongs to no open upload: a version that was deleted takes its rows with it.
 */
export async function tidyUploads(at: Date): Promise<{ abandoned: number }> {
  const before = new Date(at.getTime() - ABANDONED_AFTER_MS);
  // Listed before the rows are read: a row is always older than its file.
  const files = await listStagedFiles();
  const abandoned = await giveUp(before, at);
  await db().upload.deleteMany({ where: { endedAt: { lt: before } } });
  const open = await db().upload.findMany({
    where: { id: { in: files }, state: { in: [...OPEN_STATES] } },
    select: { id: true },
  });
  const kept = new Set(open.map((row) => row.id));
  for (const id of files) if (!kept.has(id)) await removeStagedFile(id);
  return { abandoned };
}

function giveUp(before: Date, at: Date): Promise<number> {
  return inTransaction(async (tx) => {
    const rows = await tx.upload.updateManyAndReturn({
      where: { state: { in: ['receiving', 'stalled'] }, touchedAt: { lt: before } },
      data: { state: 'abandoned', heldName: null, endedAt: at },
      select: { id: true, fileName: true },
    });
    for (const row of rows) {
      await recordAudit(tx, {
        actor: { kind: 'system', via: 'job:tidy_uploads' },
        action: 'upload.abandon',
        objectKind: 'upload',
        objectId: row.id,
        after: { fileName: row.fileName },
        at,
      });
    }
    return rows.length;
  });
}
