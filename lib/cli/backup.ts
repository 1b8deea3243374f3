import { rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { BackupManifest } from '../backup/backup-manifest';
import { verifyBackup } from '../backup/verify-backup';
import { writeBackup } from '../backup/write-backup';
import { now } from '../clock';
import { StartRefused } from '../errors';
import { archiveName } from '../system/archive-name';
import { noteCommandBackup } from '../system/note-command-backup';
import { type Environment, openRunningStore } from './open-running-store';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run backup [-- --to FOLDER] [--without-files]

Writes the running store into one archive: every row as of one instant, and the release files of the data folder. The
archive goes to FOLDER, or to "backups" in the data folder. Files in S3 stay there; the keyring is never part of it.`;

/** `npm run backup`: one archive of the store, written beside its work. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const wish = readWish(args);
    if (!wish) {
      console.error(USAGE);
      return 1;
    }
    const env = await openRunningStore(environment);
    const at = now();
    const file = path.join(path.resolve(wish.to ?? path.join(env.dataDir, 'backups')), archiveName(at));
    const url = env.databaseUrl ?? '';
    try {
      await writeBackup({ url, file, withFiles: wish.withFiles, at });
      report(file, await readBack(file));
    } catch (error) {
      throw new StartRefused(
        `No backup was made: ${error instanceof Error ? error.message : String(error)}. Nothing was left behind.`,
      );
    }
    return 0;
  });
}

/** Only what was read back and found whole is a backup; the store then knows of it, too. */
async function readBack(file: string): Promise<BackupManifest> {
  const read = await verifyBackup(file);
  if (!read.ok) {
    await rm(file, { force: true });
    throw new Error(`read back, the archive is not what was written (${read.detail})`);
  }
  await noteCommandBackup(file, read.manifest);
  return read.manifest;
}

function report(file: string, { tables, files, missing, elsewhere }: BackupManifest): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`Backup   ${file}`);
  console.log(`Holds    ${rows} rows of ${tables.length} tables, ${files.length} release files`);
  if (elsewhere.local > 0) console.log(`Left out ${elsewhere.local} release files of the data folder, as you wished`);
  if (elsewhere.s3 + elsewhere.remote > 0) {
    console.log(
      `Not here ${elsewhere.s3} release files in S3, ${elsewhere.remote} at other addresses: keep those yourself`,
    );
  }
  for (const location of missing) console.log(`MISSING  artifacts/${location}: the data folder does not have it whole`);
  console.log(
    'Keyring  not in it. Keep a copy apart from the backups: together they open every key, alone neither does.',
  );
  console.log(`Try it   npm run restore -- ${file} --drill`);
}

function readWish(args: string[]): { to: string | undefined; withFiles: boolean } | undefined {
  try {
    const options = { to: { type: 'string' }, 'without-files': { type: 'boolean' } } as const;
    const { values } = parseArgs({ args, options, strict: true });
    return { to: values.to, withFiles: values['without-files'] !== true };
  } catch {
    return undefined;
  }
}
