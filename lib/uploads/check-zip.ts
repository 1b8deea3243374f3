import { type FileHandle, open } from 'node:fs/promises';
import { readZipDirectory, type ZipEntry } from './read-zip-directory';

/** Why a .zip is not offered to customers. */
export type ZipProblem =
  | 'zip_broken'
  | 'zip_empty'
  | 'zip_too_many_entries'
  | 'zip_expands_too_much'
  | 'zip_entry_name'
  | 'zip_encrypted';

// WordPress and most installers unpack on the customer's server, without asking how large it will become.
const MOST_UNPACKED = 20 * 1024 ** 3;
// Deflate can do 1:1032. Code and pictures stay below 1:20, logs and sparse images below 1:100.
const MOST_RATIO = 200;
const RATIO_COUNTS_FROM = 100 * 1024 ** 2;

/**
 * Looks at the table of contents of a .zip, without unpacking anything: is it one, does it grow beyond reason, would an
 * entry be written outside of its folder, does it ask for a password. Memory is bounded by the table's own limit.
 */
export async function checkZip(file: string): Promise<ZipProblem | undefined> {
  const handle = await open(file, 'r');
  try {
    return await problemOf(handle);
  } finally {
    await handle.close();
  }
}

async function problemOf(handle: FileHandle): Promise<ZipProblem | undefined> {
  const { size } = await handle.stat();
  const directory = await readZipDirectory(handle, size);
  if (!directory.ok) return directory.reason;
  let unpacked = 0;
  for (const entry of directory.entries) {
    unpacked += entry.unpackedBytes;
    if (entry.isEncrypted) return 'zip_encrypted';
    if (leadsOut(entry)) return 'zip_entry_name';
  }
  if (unpacked > MOST_UNPACKED || (unpacked > RATIO_COUNTS_FROM && unpacked > size * MOST_RATIO)) {
    return 'zip_expands_too_much';
  }
  return undefined;
}

// Old Windows tools write "\" between folders, and unpackers on Windows follow it.
function leadsOut({ name }: ZipEntry): boolean {
  const parts = name.split(/[/\\]/);
  return name === '' || parts[0] === '' || /^[A-Za-z]:/.test(name) || parts.includes('..') || /\p{Cc}/u.test(name);
}
