import pg from 'pg';
import { migrate, readMigrations } from '../db/migrate';
import type { BackupManifest } from './backup-manifest';
import { listTables, quoted } from './list-tables';

export type SchemaRefusal =
  /** It was made by a newer version of the store, or a migration was changed since. */
  | 'schema_unknown'
  /** The database holds rows already. */
  | 'database_not_empty';

/**
 * Tables with rows that a migration wrote: every new store has them. Whoever changes one in use leaves an audit entry, and
 * that tells that the store is not new.
 */
const FILLED_BY_MIGRATIONS = new Set(['access_plan', 'webhook_relay']);

type FitResult = { ok: true } | { ok: false; reason: SchemaRefusal; detail: string };

/** Brings an empty database to the very schema that a backup was made of. */
export async function fitSchema(url: string, { migrations }: BackupManifest): Promise<FitResult> {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]));
  const unknown = migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (unknown) return { ok: false, reason: 'schema_unknown', detail: unknown.name };
  const held = await heldBy(url, migrations);
  if (held !== undefined) return { ok: false, reason: 'database_not_empty', detail: held };
  await migrate(url, { only: migrations.map(({ name }) => name) });
  return { ok: true };
}

/** What the database holds already: a table with rows, or a schema that the backup does not know yet. */
async function heldBy(url: string, migrations: BackupManifest['migrations']): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    for (const { name } of await listTables(client)) {
      if (FILLED_BY_MIGRATIONS.has(name)) continue;
      const { rowCount } = await client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
      if (rowCount) return name;
    }
    const { rows } = await client.query<{ ledger: string | null }>(
      `SELECT to_regclass('"_prisma_migrations"') AS ledger`,
    );
    if (!rows[0]?.ledger) return undefined;
    const newer = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM "_prisma_migrations" WHERE migration_name <> ALL($1)',
      [migrations.map(({ name }) => name)],
    );
    return newer.rows[0]?.name;
  } finally {
    await client.end();
  }
}
