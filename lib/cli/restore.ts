import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inScratchDatabase } from '../backup/in-scratch-database';
import { type RestoreResult, restoreBackup } from '../backup/restore-backup';
import { type Env, readEnv, setEnv } from '../env';
import { StartRefused, unreachable } from '../errors';
import { openDatabase } from '../server/open-database';
import { openKeyring } from '../server/open-keyring';
import { type Environment, openRunningStore } from './open-running-store';
import { runCommand } from './run-command';

const USAGE = `Usage: npm run restore -- FILE [--drill]

Fills an empty store from a backup: the one of DATA_DIR or DATABASE_URL, which must not be running and must hold nothing.
--drill does it beside the running store, in a database that is dropped again: it proves that the backup can be restored.`;

type Refusal = Extract<RestoreResult, { ok: false }>;

/** `npm run restore -- FILE`: a store from its backup, or the proof that it could be done. */
export function main(args: string[], environment: Environment): Promise<number> {
  return runCommand(async () => {
    const wish = readWish(args);
    if (!wish) {
      console.error(USAGE);
      return 1;
    }
    if (!existsSync(wish.file)) throw new StartRefused(`There is no file ${wish.file}.`);
    const result = wish.isDrill ? await drill(wish.file, environment) : await restore(wish.file, environment);
    if (!result.ok) throw new StartRefused(wordsOf(result));
    const { tables, files, madeAt } = result.manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    console.log(
      `Restored and compared: ${rows} rows of ${tables.length} tables, ${files.length} release files, as of ${madeAt}.`,
    );
    console.log(
      wish.isDrill ? 'The drill’s database is dropped again; the store was not touched.' : 'Start it with npm start.',
    );
    return 0;
  });
}

async function restore(file: string, environment: Environment): Promise<RestoreResult> {
  const env = readEnvironment(environment);
  const database = await openDatabase(env, environment.EMBEDDED_POSTGRES === '1' ? 'embedded' : 'system');
  try {
    setEnv({ ...env, databaseUrl: database.url });
    const result = await restoreBackup({ url: database.url, file, keepFiles: true });
    if (result.ok) await lookAtKeyring({ ...env, databaseUrl: database.url });
    return result;
  } finally {
    await database.stop();
  }
}

async function drill(file: string, environment: Environment): Promise<RestoreResult> {
  const env = await openRunningStore(environment);
  const mark = randomBytes(6).toString('hex');
  return inScratchDatabase(env.databaseUrl ?? '', mark, (url) => restoreBackup({ url, file, keepFiles: false }));
}

/** The rows are there whatever the keyring says; without the right one no key can be read, so say it now. */
async function lookAtKeyring(env: Env): Promise<void> {
  try {
    await openKeyring(env);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.log(`Keyring: ${error.message} The store will not start without it.`);
  }
}

function wordsOf({ reason, detail }: Refusal): string {
  switch (reason) {
    case 'not_a_backup':
      return 'This file is not a backup of a store. Nothing was changed.';
    case 'damaged':
      return `The backup is damaged: ${detail}. Nothing was restored; take an earlier one.`;
    case 'schema_unknown':
      return `The backup has the migration ${detail}, which this version of the store does not have as it was. Use the version that made it, or a newer one.`;
    case 'database_not_empty':
      return `The database holds something already (${detail}), and a restore never writes over it. Set DATA_DIR to a new folder, or DATABASE_URL to an empty database.`;
    default:
      return unreachable(reason);
  }
}

function readEnvironment(environment: Environment): Env {
  const parsed = readEnv(environment);
  if (parsed.ok) return parsed.env;
  throw new StartRefused(parsed.problems.map(({ variable, problem }) => `${variable} ${problem}.`).join('\n'));
}

function readWish(args: string[]): { file: string; isDrill: boolean } | undefined {
  try {
    const options = { drill: { type: 'boolean' } } as const;
    const { values, positionals } = parseArgs({ args, options, strict: true, allowPositionals: true });
    const [file, ...more] = positionals;
    return file !== undefined && more.length === 0 ? { file, isDrill: values.drill === true } : undefined;
  } catch {
    return undefined;
  }
}
