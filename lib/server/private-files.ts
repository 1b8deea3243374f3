import {
  closeSync,
  fsyncSync,
  lchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { StartRefused } from '../errors';

/**
 * Writes a file of the data folder for its owner's eyes only, whole or not at all, also when the power fails. Written as
 * root it belongs to the folder's owner: the next start, as that user, has to read it.
 */
export function writePrivateFile(file: string, text: string): void {
  const fresh = `${file}.new`;
  // What a start that was cut off left there may be somebody else's, and could not be written over.
  rmSync(fresh, { force: true });
  const handle = openSync(fresh, 'wx', 0o600);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  giveToFolderOwner(fresh);
  renameSync(fresh, file);
}

/** Under root gives a file that was just made to whoever owns the folder it lies in. */
export function giveToFolderOwner(file: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(path.dirname(file));
  lchownSync(file, uid, gid);
}

/**
 * What a JSON file of the data folder holds; undefined when there is none. A file that cannot be read or is damaged is
 * refused in one sentence, with `remedy` behind it.
 */
export function readPrivateJson(file: string, remedy: string): unknown {
  const text = textOf(file);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new StartRefused(`The file ${file} is ${text.trim() === '' ? 'empty' : 'damaged'}. ${remedy}`);
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return undefined;
    const cause =
      code === 'EACCES' ? 'belongs to another user; give it to the user of the store' : `fails with ${code}`;
    throw new StartRefused(`The file ${file} cannot be read: it ${cause}.`);
  }
}
