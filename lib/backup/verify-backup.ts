import { createHash } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type BackupManifest, fileEntry, tableEntry } from './backup-manifest';
import type { Manner } from './copy-table';
import { Damaged, intact, type OpenArchive, openArchive } from './read-archive';
import { unhurried } from './unhurried';

export type VerifyResult =
  | { ok: true; manifest: BackupManifest }
  | { ok: false; reason: 'not_a_backup' | 'damaged'; detail: string };

const LINE_END = 0x0a;

/**
 * Reads an archive back from front to back and compares every table and file with what its manifest says. That the rows can
 * be restored is proved by a drill.
 */
export async function verifyBackup(file: string, { isGentle, signal }: Manner = {}): Promise<VerifyResult> {
  const archive = openArchive(file, signal);
  try {
    const manifest = await archive.manifest();
    if (!manifest) return { ok: false, reason: 'not_a_backup', detail: '' };
    await readBack(archive, manifest, isGentle);
    return { ok: true, manifest };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Damaged) return { ok: false, reason: 'damaged', detail: error.message };
    throw error;
  } finally {
    archive.close();
  }
}

async function readBack(archive: OpenArchive, { tables, files }: BackupManifest, isGentle = false): Promise<void> {
  for (const table of tables) {
    const found = await intact(hashOf(await archive.next(tableEntry(table.name)), { isZipped: true, isGentle }));
    if (found.sha256 !== table.sha256 || found.lines !== table.rows) {
      throw new Damaged(`${table.name} has ${found.lines} rows that are not the ${table.rows} of the manifest`);
    }
  }
  for (const { location, sha256 } of files) {
    const found = await intact(hashOf(await archive.next(fileEntry(location)), { isZipped: false, isGentle }));
    if (found.sha256 !== sha256) throw new Damaged(`${location}: the content differs from its hash`);
  }
}

async function hashOf(
  content: AsyncIterable<Uint8Array>,
  { isZipped, isGentle }: { isZipped: boolean; isGentle: boolean },
): Promise<{ lines: number; sha256: string }> {
  const hash = createHash('sha256');
  let lines = 0;
  const reader = new Writable({
    write(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      // A row is a line: line ends within values are escaped.
      for (let at = chunk.indexOf(LINE_END); isZipped && at !== -1; at = chunk.indexOf(LINE_END, at + 1)) lines += 1;
      done();
    },
  });
  const between = [...(isZipped ? [createGunzip()] : []), ...(isGentle ? [unhurried()] : [])];
  await pipeline([Readable.from(content), ...between, reader]);
  return { lines, sha256: hash.digest('hex') };
}
