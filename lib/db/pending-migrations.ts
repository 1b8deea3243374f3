import type pg from 'pg';

// Set by the runner at start-up. The server bundle and Next load this module twice in one process.
const holder = globalThis as typeof globalThis & { latchkeyMigrations?: string[] };

/** Start-up says which migrations this version of the store needs. */
export function expectMigrations(names: string[]): void {
  holder.latchkeyMigrations = names;
}

/** Those of them that the database has not applied. */
export async function pendingMigrations(client: pg.Pool): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  const done = new Set(rows.map(({ name }) => name));
  return (holder.latchkeyMigrations ?? []).filter((name) => !done.has(name));
}
