import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { extract } from 'tar-stream';
import { migrate } from '../db/migrate';
import { type BackupManifest, fileEntry, MANIFEST_ENTRY, manifestSchema, tableEntry } from './backup-manifest';
import { type Copied, copyIn, copyOut, wakeTriggers, writePlainText } from './copy-table';
import { fitSchema, type SchemaRefusal } from './fit-schema';
import { keepFile } from './keep-file';
import { listTables, quoted } from './list-tables';

export type RestoreBackup = {
  /** The database to fill; it must not hold a store. */
  url: string;
  file: string;
  /** False: release files are checked against their hashes and not kept (a drill). */
  keepFiles: boolean;
};

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
  const archive = extract();
  // A file that cannot be read on fails the archive, and so whoever waits for its next entry.
  pipeline(createReadStream(wish.file), archive).catch(() => {});
  const entries = archive[Symbol.asyncIterator]();
  const client = new pg.Client({ connectionString: wish.url });
  try {
    const manifest = await readManifest(entries);
    if (!manifest) return { ok: false, reason: 'not_a_backup', detail: '' };
    const fit = await fitSchema(wish.url, manifest);
    if (!fit.ok) return fit;
    await client.connect();
    await client.query('BEGIN');
    await writePlainText(client);
    await loadEntries(client, { entries, manifest, keepFiles: wish.keepFiles });
    await setSequences(client, manifest);
    await compare(client, manifest);
    await client.query('COMMIT');
    await migrate(wish.url);
    return { ok: true, manifest };
  } catch (error) {
    if (error instanceof Damaged) return { ok: false, reason: 'damaged', detail: error.message };
    throw error;
  } finally {
    archive.destroy();
    await client.end();
  }
}

/** The archive is not whole or not what it says; ends the transaction that is being filled. */
class Damaged extends Error {}

type Entries = ReturnType<ReturnType<typeof extract>[typeof Symbol.asyncIterator]>;
type Entry = Entries extends AsyncIterator<infer One> ? One : never;

async function* bytesOf(entry: Entry): AsyncIterable<Uint8Array> {
  for await (const chunk of entry) {
    if (!(chunk instanceof Uint8Array)) throw new Damaged('an entry has no bytes');
    yield chunk;
  }
}

async function next(entries: Entries): Promise<Entry | undefined> {
  try {
    const { done, value } = await entries.next();
    return done ? undefined : value;
  } catch (error) {
    throw new Damaged(error instanceof Error ? error.message : String(error));
  }
}

async function readManifest(entries: Entries): Promise<BackupManifest | undefined> {
  try {
    const entry = await next(entries);
    if (entry?.header.name !== MANIFEST_ENTRY) return undefined;
    const chunks: Buffer[] = [];
    for await (const chunk of bytesOf(entry)) chunks.push(Buffer.from(chunk));
    return manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return undefined;
  }
}

type Loading = { entries: Entries; manifest: BackupManifest; keepFiles: boolean };

/** The archive holds its parts in the manifest's order, so that it can be read once, from front to back. */
async function loadEntries(client: pg.Client, { entries, manifest, keepFiles }: Loading): Promise<void> {
  for (const table of manifest.tables) {
    const entry = await expect(entries, tableEntry(table.name));
    // Rows that a migration wrote are in the backup as well.
    await client.query(`DELETE FROM ${quoted(table.name)}`);
    agree(table.name, table, await intact(copyIn(client, table, bytesOf(entry))));
  }
  await intact(wakeTriggers(client, manifest.tables));
  for (const file of manifest.files) {
    const entry = await expect(entries, fileEntry(file.location));
    const kept = await intact(keepFile(bytesOf(entry), { ...file, keep: keepFiles }));
    if (!kept.ok) throw new Damaged(`${file.location}: ${kept.detail}`);
  }
}

async function expect(entries: Entries, name: string): Promise<Entry> {
  const entry = await next(entries);
  if (entry?.header.name !== name) throw new Damaged(`${name} is missing`);
  return entry;
}

/** What fails while an entry is read is the archive's fault; what the database says is told as it is. */
async function intact<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new Damaged(error instanceof Error ? error.message : String(error));
  }
}

async function setSequences(client: pg.Client, { sequences }: BackupManifest): Promise<void> {
  for (const { name, value, isCalled } of sequences) {
    await client.query('SELECT setval($1::regclass, $2::bigint, $3)', [quoted(name), value, isCalled]);
  }
}

/** Reads every table back: what the database now holds is what the backup was made of. */
async function compare(client: pg.Client, manifest: BackupManifest): Promise<void> {
  const present = new Set((await listTables(client)).map(({ name }) => name));
  for (const table of manifest.tables) {
    if (!present.has(table.name)) throw new Damaged(`the table ${table.name} is not part of its schema`);
    agree(table.name, table, await copyOut(client, table));
  }
}

function agree(name: string, told: Copied, found: Copied): void {
  if (found.rows !== told.rows || found.sha256 !== told.sha256) {
    throw new Damaged(`${name} has ${found.rows} rows that are not the ${told.rows} of the backup`);
  }
}
