import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from '../env';
import { StartRefused } from '../errors';
import { type Keyring, newKeyring, parseKeyring } from '../secrets/keyring';
import { KEYRING_CANARY, keyringMarks, keyringMarksSchema } from '../secrets/keyring-marks';
import { giveToFolderOwner } from './private-files';
import { readState, writeState } from './store-state';

/**
 * The keyring this database was sealed with (security.md T7). Refuses without one, with a placeholder, or with another
 * one than the database remembers: a wrong keyring would make every licence key unreadable in silence. Only a store that
 * is not in production and has an empty database makes its own; `written` then names the file.
 */
export async function openKeyring(env: Env): Promise<{ keyring: Keyring; written: string | undefined }> {
  const remembered = keyringMarksSchema.optional().parse(await readState(KEYRING_CANARY));
  const { keyring, written } = readOrMake(env, remembered !== undefined);
  const marks = keyringMarks(keyring);
  for (const [part, mark] of Object.entries(remembered ?? {})) {
    if (marks[part] === mark) continue;
    throw new StartRefused(
      `The keyring does not belong to this database: its part "${part}" differs. Put back the keyring the store was started with.`,
    );
  }
  await writeState(KEYRING_CANARY, { ...remembered, ...marks });
  return { keyring, written };
}

/**
 * Refuses a keyring that cannot be had, before a database is opened or made for it. Makes nothing; a store that may make
 * its own keyring still does so in `openKeyring`.
 */
export function checkKeyring(env: Env): void {
  givenKeyring(env);
}

/** Where the keyring lies that is no variable. */
export function keyringFile({ keyringFile: named, dataDir }: Env): string {
  return named ?? path.join(dataDir, 'keyring.json');
}

/** From now on the database expects these parts only: what it knew of others, which nothing needs any more, is forgotten. */
export async function rememberOnly(ring: Keyring): Promise<void> {
  await writeState(KEYRING_CANARY, keyringMarks(ring));
}

function givenKeyring(env: Env): Keyring | undefined {
  if (env.keyringText !== undefined) return parsed(env.keyringText, 'KEYRING');
  const file = keyringFile(env);
  if (existsSync(file)) return parsed(textOf(file), file);
  if (env.keyringFile !== undefined || env.isProduction) throw new StartRefused(`There is no keyring at ${file}.`);
  return undefined;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new StartRefused(`The keyring file ${file} cannot be read (${code}).`);
  }
}

function readOrMake(env: Env, isSealed: boolean): { keyring: Keyring; written: string | undefined } {
  const given = givenKeyring(env);
  if (given) return { keyring: given, written: undefined };
  const file = keyringFile(env);
  if (isSealed) {
    throw new StartRefused(
      `The keyring ${file} is missing, but this database was sealed with one. Put it back from your backup.`,
    );
  }
  const keyring = newKeyring();
  mkdirSync(env.dataDir, { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify(keyring, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  giveToFolderOwner(file);
  return { keyring, written: file };
}

function parsed(text: string, where: string): Keyring {
  const result = parseKeyring(text);
  if (result.ok) return result.keyring;
  throw new StartRefused(`The keyring of ${where} ${result.problem}.`);
}
