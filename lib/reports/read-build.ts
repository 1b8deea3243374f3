import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { pool } from '../db/client';
import { pendingMigrations } from '../db/pending-migrations';

/** What runs here. */
export type Build = {
  version: string;
  /** The commit of a checkout, as Git names it; undefined where there is no .git. */
  commit: string | undefined;
  node: string;
  postgres: string;
  migrations: { applied: number; pending: string[]; newest: { name: string; at: Date } | undefined };
};

/** The versions of the store and of what it stands on. */
export async function readBuild(): Promise<Build> {
  const { rows } = await pool().query<{ version: string }>(`SELECT current_setting('server_version') AS version`);
  return {
    version: await ownVersion(),
    commit: await ownCommit(),
    node: process.versions.node,
    postgres: rows[0]?.version ?? '',
    migrations: await readMigrationState(),
  };
}

async function readMigrationState(): Promise<Build['migrations']> {
  const { rows } = await pool().query<{ name: string; at: Date }>(
    `SELECT migration_name AS name, finished_at AS at FROM "_prisma_migrations"
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name DESC`,
  );
  return { applied: rows.length, pending: await pendingMigrations(pool()), newest: rows[0] };
}

// npm start changes into the folder that holds package.json, in every thread.
const ROOT = process.cwd();

async function ownVersion(): Promise<string> {
  const text = await readFile(path.join(ROOT, 'package.json'), 'utf8').catch(() => '{}');
  return z.object({ version: z.string() }).safeParse(JSON.parse(text)).data?.version ?? '';
}

/** From the files of .git: the store runs no other program to learn about itself. */
async function ownCommit(): Promise<string | undefined> {
  const read = (name: string) => readFile(path.join(ROOT, '.git', name), 'utf8').catch(() => '');
  const head = (await read('HEAD')).trim();
  const ref = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  if (ref === undefined) return commitIn(head);
  const packed = (await read('packed-refs')).split('\n').find((line) => line.endsWith(` ${ref}`));
  return commitIn(await read(ref)) ?? commitIn(packed ?? '');
}

function commitIn(text: string): string | undefined {
  return /^[0-9a-f]{40}/.exec(text.trim())?.[0];
}
