import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { StartRefused } from '../errors';
import { expectMigrations } from './pending-migrations';

type Migration = { name: string; sql: string; checksum: string };

export type MigrateOptions = {
  /** prisma/migrations of this store when left out. */
  folder?: string;
  /** The names to apply; all when left out. A restored backup begins with the schema it was made of. */
  only?: readonly string[];
};

export type MigrationReport = { applied: string[]; alreadyThere: number };

// Any fixed number; two stores on one database must take the same.
const MIGRATION_LOCK = 5_021_977;

/**
 * Brings the database at `url` to the newest migration of `folder` and says what it applied. Only one runner works at a
 * time; another waits. Each migration is one transaction. An applied migration whose file was changed since, or one
 * that failed, is refused. Reads and writes Prisma's own table, so `prisma migrate deploy` may take turns with it.
 */
export async function migrate(url: string, { folder, only }: MigrateOptions = {}): Promise<MigrationReport> {
  const client = new pg.Client({ connectionString: url });
  // A drill migrates within a running store: a connection that dies fails the statement, not the process.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(LEDGER);
    const done = await readLedger(client);
    const applied: string[] = [];
    const migrations = readMigrations(folder);
    expectMigrations(migrations.map(({ name }) => name));
    for (const migration of migrations.filter(({ name }) => only?.includes(name) ?? true)) {
      const checksum = done.get(migration.name);
      if (checksum === undefined) {
        await apply(client, migration);
        applied.push(migration.name);
      } else if (checksum !== migration.checksum) {
        throw new StartRefused(
          `The migration ${migration.name} was changed after it had been applied. Put its file back as it was; changes go into a new migration.`,
        );
      }
    }
    return { applied, alreadyThere: done.size };
  } finally {
    await client.end();
  }
}

/** Prisma's table of applied migrations, exactly as Prisma makes it. */
const LEDGER = `
CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

async function readLedger(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string; finished_at: Date | null }>(
    'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
  );
  const failed = rows.find((row) => row.finished_at === null);
  if (failed) {
    throw new StartRefused(
      `The migration ${failed.migration_name} was left unfinished by another tool. Resolve it before starting the store.`,
    );
  }
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN');
  try {
    await client.query(sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`The migration ${name} failed and was taken back: ${reason}`);
  }
}

/** Every migration of `folder`, oldest first. */
export function readMigrations(folder = migrationsFolder()): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(path.join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** prisma/migrations of the folder that holds package.json, seen from the source as well as from the bundle. */
function migrationsFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'prisma', 'migrations'))) {
    const above = path.dirname(folder);
    if (above === folder) throw new Error('prisma/migrations was not found');
    folder = above;
  }
  return path.join(folder, 'prisma', 'migrations');
}
