import { db } from '../db/client';
import { dropboxOrigins, type OutOfReach, outOfReach } from '../dropbox/dropbox-origins';
import { env } from '../env';
import { readStoreSettings } from '../settings/store-settings';
import { findDropboxConnection } from './dropbox-connection';
import { isRenamed } from './dropbox-path';
import type { DropboxSaveFailure } from './end-dropbox-save';

/** The last save of a file, as its row on the page shows it. */
export type ShownSave =
  /** `detail` says why it takes longer, if Dropbox said so. */
  | { status: 'queued' | 'saving'; detail: string; at: Date }
  | { status: 'saved'; path: string; isRenamed: boolean; at: Date }
  | { status: 'failed'; failure: DropboxSaveFailure; detail: string; at: Date };

/** What the downloads page can offer a customer about Dropbox. `saves` is by artifact. */
export type DropboxOffer =
  | { kind: 'off' }
  | { kind: 'out_of_reach'; why: OutOfReach }
  /** Not connected: each file can go through Dropbox's own window. */
  | { kind: 'saver'; appKey: string; scriptUrl: string; saves: Map<string, ShownSave> }
  | { kind: 'connected'; connectedAt: Date; saves: Map<string, ShownSave> };

const MOST_SAVES = 500;

/** Reads what can be offered to this customer now. */
export async function readDropboxOffer(customerId: string): Promise<DropboxOffer> {
  const { dropboxAppKey: appKey } = await readStoreSettings();
  if (appKey === '') return { kind: 'off' };
  const why = outOfReach(env().publicUrl);
  if (why) return { kind: 'out_of_reach', why };
  const [connection, saves] = await Promise.all([findDropboxConnection(customerId), readSaves(customerId)]);
  if (connection) return { kind: 'connected', connectedAt: connection.connectedAt, saves };
  return { kind: 'saver', appKey, scriptUrl: `${dropboxOrigins().web}/static/api/2/dropins.js`, saves };
}

async function readSaves(customerId: string): Promise<Map<string, ShownSave>> {
  const rows = await db().dropboxSave.findMany({
    where: { customerId },
    orderBy: [{ queuedAt: 'desc' }, { id: 'desc' }],
    take: MOST_SAVES,
  });
  // The last one of a file is set last, and stays.
  return new Map(rows.reverse().map((row) => [row.artifactId, shown(row)]));
}

type Row = Awaited<ReturnType<ReturnType<typeof db>['dropboxSave']['findMany']>>[number];

function shown(row: Row): ShownSave {
  const detail = row.failureDetail ?? '';
  if (row.savedPath !== null) {
    const { askedPath, savedPath } = row;
    return { status: 'saved', path: savedPath, isRenamed: isRenamed(askedPath, savedPath), at: endOf(row) };
  }
  if (row.failure !== null) {
    // Only endDropboxSave writes it, with its own type.
    return { status: 'failed', failure: row.failure as DropboxSaveFailure, detail, at: endOf(row) };
  }
  return { status: row.status === 'saving' ? 'saving' : 'queued', detail, at: row.startedAt ?? row.queuedAt };
}

function endOf(row: Row): Date {
  return row.endedAt ?? row.queuedAt;
}
