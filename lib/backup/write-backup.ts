import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { pack } from 'tar-stream';
import { addEntry } from './add-entry';
import { type BackupManifest, fileEntry, MANIFEST_ENTRY, type OnStep, tableEntry } from './backup-manifest';
import { copyOut, type Manner, writePlainText } from './copy-table';
import { listTables } from './list-tables';
import { localFiles } from './local-files';

export type WriteBackup = {
  /** The store's database. */
  url: string;
  /** Where the archive goes; its folder is made. */
  file: string;
  /** Release files of the local folder go in too; otherwise only their names do. */
  withFiles: boolean;
  at: Date;
  /** Begins the name of the folder that holds what is not finished; beside the archive. */
  scratch?: string | undefined;
  /** Told after each table and each file, and waited for; throwing there ends the backup. */
  onStep?: OnStep | undefined;
} & Manner;

/**
 * Writes the store into one tar archive: every row as of one instant, and the release files of the local folder. It works
 * beside a running store and changes nothing. The archive appears whole, flushed and readable by its owner only, or not
 * at all. The keyring is not in it: a backup alone opens no key.
 */
export async function writeBackup(wish: WriteBackup): Promise<BackupManifest> {
  const folder = path.dirname(wish.file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const scratch = await mkdtemp(path.join(folder, wish.scratch ?? '.backup-'));
  const unfinished = path.join(scratch, `${randomUUID()}.tar`);
  try {
    const manifest = await spoolTables(wish, scratch);
    await packArchive(wish, { to: unfinished, manifest, scratch });
    await flush(unfinished);
    await rename(unfinished, wish.file);
    await flush(folder);
    return manifest;
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Each table into a file of its own: an entry of a tar archive begins with its size. */
async function spoolTables(
  { url, at, withFiles, onStep, ...manner }: WriteBackup,
  scratch: string,
): Promise<BackupManifest> {
  const client = new pg.Client({ connectionString: url });
  // A connection that dies fails the statement in hand; without a listener it would end the store.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await writePlainText(client);
    const tables = [];
    const stored = await listTables(client);
    for (const table of stored) {
      const gzip = createGzip();
      const written = pipeline(gzip, createWriteStream(path.join(scratch, table.name), { mode: 0o600 }));
      const [copied] = await Promise.all([copyOut(client, table, { ...manner, target: gzip }), written]);
      tables.push({ ...table, ...copied });
      // Each table is read and then packed; how many files there are is not known yet.
      await onStep?.({ done: tables.length, all: stored.length * 2 });
    }
    const sourced = await readFiles(client, withFiles);
    return {
      format: 'latchkey-backup',
      version: 1,
      madeAt: at.toISOString(),
      migrations: await readMigrations(client),
      tables,
      sequences: await readSequences(client),
      ...sourced,
    };
  } finally {
    await client.end();
  }
}

async function readMigrations(client: pg.Client): Promise<BackupManifest['migrations']> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

async function readSequences(client: pg.Client): Promise<BackupManifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT sequencename AS name FROM pg_sequences WHERE schemaname = current_schema() ORDER BY 1',
  );
  const sequences = [];
  for (const { name } of rows) {
    const found = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM "${name}"`,
    );
    for (const { value, isCalled } of found.rows) sequences.push({ name, value, isCalled });
  }
  return sequences;
}

type FileRow = { source: 'local' | 's3' | 'remote'; location: string; sizeBytes: string; sha256: string };

async function readFiles(
  client: pg.Client,
  withFiles: boolean,
): Promise<Pick<BackupManifest, 'files' | 'missing' | 'elsewhere'>> {
  const { rows } = await client.query<FileRow>(
    `SELECT DISTINCT source, location, size_bytes AS "sizeBytes", sha256 FROM artifact ORDER BY location`,
  );
  const of = (source: FileRow['source']) => rows.filter((row) => row.source === source);
  const elsewhere = { local: withFiles ? 0 : of('local').length, s3: of('s3').length, remote: of('remote').length };
  const files: BackupManifest['files'] = [];
  const missing: string[] = [];
  for (const { location, sizeBytes, sha256 } of withFiles ? of('local') : []) {
    const found = await localFiles().size(location);
    const isWhole = found.ok && found.sizeBytes === Number(sizeBytes) && (await hashOfFile(location)) === sha256;
    if (isWhole) files.push({ location, sizeBytes: found.sizeBytes, sha256 });
    else missing.push(location);
  }
  return { files, missing, elsewhere };
}

// A file that decayed on its disk must not keep all the others, and every row, out of a backup that can be restored.
async function hashOfFile(location: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of localFiles().read(location)) hash.update(chunk);
  return hash.digest('hex');
}

type Packing = { to: string; manifest: BackupManifest; scratch: string };

async function packArchive({ onStep, signal }: WriteBackup, { to, manifest, scratch }: Packing): Promise<void> {
  const archive = pack();
  const written = pipeline(archive, createWriteStream(to, { mode: 0o600 }), { ...(signal ? { signal } : {}) });
  const all = manifest.tables.length * 2 + manifest.files.length;
  let done = manifest.tables.length;
  const add = async (name: string, size: number, content: Parameters<typeof addEntry>[2]) => {
    await addEntry(archive, { name, size }, content);
    done += 1;
    await onStep?.({ done, all });
  };
  const fill = async () => {
    const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
    await addEntry(archive, { name: MANIFEST_ENTRY, size: text.byteLength }, [text]);
    for (const { name } of manifest.tables) {
      const file = path.join(scratch, name);
      const { size } = await stat(file);
      await add(tableEntry(name), size, createReadStream(file));
      // Packed, it needs its room no more.
      await rm(file);
    }
    for (const { location, sizeBytes } of manifest.files) {
      await add(fileEntry(location), sizeBytes, localFiles().read(location));
    }
    archive.finalize();
  };
  try {
    await fill();
  } catch (error) {
    archive.destroy(error instanceof Error ? error : new Error(String(error)));
    await written.catch(() => {});
    throw error;
  }
  await written;
}

async function flush(target: string): Promise<void> {
  const handle = await open(target, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
