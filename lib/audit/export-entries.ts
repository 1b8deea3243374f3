import { inTransaction } from '../db/client';
import type { EntryFilter } from './entry-filter';
import { eachEntry, type ListedEntry } from './list-entries';
import { type Actor, recordAudit } from './record-audit';

/** Starts an export of the audit. Who took it out, and how narrowed, is itself audited before its first entry. */
export async function exportEntries(
  filter: EntryFilter,
  by: { actor: Actor; format: 'csv' | 'json' },
): Promise<AsyncGenerator<ListedEntry[]>> {
  const narrowedBy = JSON.parse(JSON.stringify(filter)); // instants as texts
  const object = { objectKind: 'audit', objectId: 'list' };
  const after = { ...narrowedBy, format: by.format };
  await inTransaction((tx) => recordAudit(tx, { actor: by.actor, action: 'audit.export', ...object, after }));
  return eachEntry(filter);
}
