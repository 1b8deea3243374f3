import { db, inTransaction } from '../db/client';
import { endDropboxSave } from './end-dropbox-save';
import { DROPBOX_SAVE_KIND } from './save-to-dropbox';

/**
 * Ends saves that no job cares for any more (a dead letter): otherwise the page would say "saving" for ever, and the file
 * could not be saved again. Returns how many there were.
 */
export async function endForgottenSaves(at: Date): Promise<number> {
  const forgotten = await db().$queryRaw<{ id: string }[]>`
    SELECT s.id FROM dropbox_save s
     WHERE s.open_key IS NOT NULL
       AND NOT EXISTS (
         SELECT 1 FROM outbox_entry o
          WHERE o.kind = ${DROPBOX_SAVE_KIND} AND o.done_at IS NULL AND o.dead_at IS NULL
            AND o.payload->>'saveId' = s.id::text)
     ORDER BY s.id`;
  const end = { status: 'failed', failure: 'timed_out', failureDetail: '' } as const;
  const actor = { kind: 'system', via: 'chore:dropbox_saves' } as const;
  for (const { id } of forgotten) await inTransaction((tx) => endDropboxSave(tx, { saveId: id, end, actor, at }));
  return forgotten.length;
}
