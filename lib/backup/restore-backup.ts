import pg from 'pg';
import { migrate } from '../db/migrate';
import { type BackupManifest, fileEntry, type OnStep, tableEntry } from './backup-manifest';
import { type Copied, copyIn, copyOut, type Manner, wakeTriggers, writePlainText } from './copy-table';
import { fitSchema, type SchemaRefusal } from './fit-schema';
import { keepFile } from './keep-file';
import { listTables, quoted } from './list-tables';
import { Damaged, intact, type OpenArchive, openArchive } from './read-archive';

export type RestoreBackup = {
  /** The database to fill; it must not hold a store. */
  url: string;
  file: string;
  /** False: release files are checked against their hashes and not kept (a drill). */
  keepFiles: boolean;
  /** Told after each table and each file, and waited for; throwing there ends the restore. */
  onStep?: OnStep | undefined;
} & Manner;

export type RestoreResult =
  | { ok: true; manifest: BackupManifest }
  /** `damaged`: the archive ends early, or a table or file in it is not what the manifest says. */
  | { ok: false; reason: 'not_a_backup' | 'damaged' | SchemaRefusal; detail: string };

/**
 * Fills an empty database from a backup: the schema as it was, every row, then the migrations that came since. All rows
 * arrive in one transaction, and each table is read back and compared with the manifest before it ends; so the database
 * holds all of it or none. Release files go to the local folder, each checked against its hash.
 */
export async function restoreBackup(wish: RestoreBackup): Promise<RestoreResult> {
  const archive = openArchive(wish.file, wish.signal);
  const client = new pg.Client({ connectionString: wish.url });
  // A connection that dies fails the statement in hand; without a listener it would end the store.
  client.on('error', () => {});
  try {
    const manifest = await archive.manifest();
    if (!manifest) return { ok: false, reason: 'not_a_backup', detail: '' };
    const fit = await fitSchema(wish.url, manifest);
    if (!fit.ok) return fit;
    await client.connect();
    await client.query('BEGIN');
    await writePlainText(client);
    await loadEntries(client, { ...wish, archive, manifest });
    await setSequences(client, manifest);
    await compare(client, manifest, wish);
    await client.query('COMMIT');
    await migrate(wish.url);
    return { ok: true, manifest };
  } catch (error) {
    wish.signal?.throwIfAborted();
    if (error instanceof Damaged) return { ok: false, reason: 'damaged', detail: error.message };
    throw error;
  } finally {
    archive.close();
    await client.end();
  }
}

type Loading = { archive: OpenArchive; manifest: BackupManifest } & Omit<RestoreBackup, 'url' | 'file'>;

/** The archive holds its parts in the manifest's order, so that it can be read once, from front to back. */
async function loadEntries(
  client: pg.Client,
  { archive, manifest, keepFiles, onStep, ...manner }: Loading,
): Promise<void> {
  const step = stepsOf(manifest, onStep);
  for (const table of manifest.tables) {
    const rows = await archive.next(tableEntry(table.name));
    // Rows that a migration wrote are in the backup as well.
    await client.query(`DELETE FROM ${quoted(table.name)}`);
    agree(table.name, table, await intact(copyIn(client, table, rows, manner)));
    await step();
  }
  await intact(wakeTriggers(client, manifest.tables));
  for (const file of manifest.files) {
    const content = await archive.next(fileEntry(file.location));
    const kept = await intact(keepFile(content, { ...file, keep: keepFiles }));
    if (!kept.ok) throw new Damaged(`${file.location}: ${kept.detail}`);
    await step();
  }
}

function stepsOf(manifest: BackupManifest, onStep: OnStep | undefined): () => Promise<void> {
  const all = manifest.tables.length + manifest.files.length;
  let done = 0;
  return async () => {
    done += 1;
    await onStep?.({ done, all });
  };
}

async function setSequences(client: pg.Client, { sequences }: BackupManifest): Promise<void> {
  for (const { name, value, isCalled } of sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [quoted(name), value, isCalled]);
  }
}

/** Reads every table back: what the database now holds is what the backup was made of. */
async function compare(client: pg.Client, manifest: BackupManifest, { isGentle, signal }: Manner): Promise<void> {
  const present = new Set((await listTables(client)).map(({ name }) => name));
  for (const table of manifest.tables) {
    if (!present.has(table.name)) throw new Damaged(`the table ${table.name} is not part of its schema`);
    agree(table.name, table, await copyOut(client, table, { isGentle, signal }));
  }
}

function agree(name: string, told: Copied, found: Copied): void {
  if (found.rows !== told.rows || found.sha256 !== told.sha256) {
    throw new Damaged(`${name} has ${found.rows} rows that are not the ${told.rows} of the backup`);
  }
}
