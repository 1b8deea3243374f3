import { createHash } from 'node:crypto';
import { PassThrough, Readable, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { quoted, type StoredTable } from './list-tables';
import { unhurried } from './unhurried';

/** How many rows went by, and the SHA-256 of their text. */
export type Copied = { rows: number; sha256: string };

// The text of a value depends on these; with them fixed, equal rows have equal text on every server.
const PLAIN_TEXT = `SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL intervalstyle = 'postgres';
  SET LOCAL extra_float_digits = 1; SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0`;
// One processor is enough for a copy; the others belong to whoever calls the store meanwhile.
const ALONE = 'SET LOCAL max_parallel_workers_per_gather = 0';

/** Fixes how values are written as text, and that one processor does it, for the rest of the transaction. */
export async function writePlainText(client: pg.Client): Promise<void> {
  await client.query(`${PLAIN_TEXT}; ${ALONE}`);
}

/** How rows are copied beside a running store. */
export type Manner = {
  /** Leaves the processor to others most of the time. */
  isGentle?: boolean | undefined;
  /** Aborted, it ends the copying. */
  signal?: AbortSignal | undefined;
};

/** Streams the rows of a table, ordered by its primary key, into `target` (or only counts and hashes them). */
export async function copyOut(
  client: pg.Client,
  table: StoredTable,
  { target, isGentle, signal }: Manner & { target?: Writable } = {},
): Promise<Copied> {
  const columns = table.columns.map(quoted).join(', ');
  const order = table.key.map((column) => `${quoted(column)}::text COLLATE "C"`).join(', ');
  const source = client.query(
    copyTo(`COPY (SELECT ${columns} FROM ${quoted(table.name)}${order ? ` ORDER BY ${order}` : ''}) TO STDOUT`),
  );
  const hash = createHash('sha256');
  const steps = [source, ...(isGentle ? [unhurried()] : []), hashInto(hash), target ?? swallow()];
  await pipeline(steps, { ...(signal ? { signal } : {}) });
  return { rows: source.rowCount, sha256: hash.digest('hex') };
}

/**
 * Fills a table from such a stream, gzipped; its triggers sleep until `wakeTriggers`, for the rows are those they once made.
 * What its rows refer to may come later, where the constraint can wait.
 */
export async function copyIn(
  client: pg.Client,
  table: StoredTable,
  source: AsyncIterable<Uint8Array>,
  { isGentle, signal }: Manner = {},
): Promise<Copied> {
  const name = quoted(table.name);
  await client.query(`SET CONSTRAINTS ALL DEFERRED; ALTER TABLE ${name} DISABLE TRIGGER USER`);
  const target = client.query(copyFrom(`COPY ${name} (${table.columns.map(quoted).join(', ')}) FROM STDIN`));
  const hash = createHash('sha256');
  const rest = [createGunzip(), ...(isGentle ? [unhurried()] : []), hashInto(hash), target];
  await pipeline([Readable.from(source), ...rest], { ...(signal ? { signal } : {}) });
  return { rows: target.rowCount, sha256: hash.digest('hex') };
}

/** All tables are filled: their rows refer to rows that are there, or this throws, and their triggers work again. */
export async function wakeTriggers(client: pg.Client, tables: readonly { name: string }[]): Promise<void> {
  // A table with checks still to be made cannot be altered.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  for (const { name } of tables) await client.query(`ALTER TABLE ${quoted(name)} ENABLE TRIGGER USER`);
}

function hashInto(hash: ReturnType<typeof createHash>): Transform {
  return new Transform({
    transform(chunk, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
}

function swallow(): Writable {
  const stream = new PassThrough();
  stream.resume();
  return stream;
}
