import { pool } from '@/lib/db/client';

/** Empties tables with all that refers to them, the append-only record of rights included. */
export async function emptyTables(tables: string): Promise<void> {
  const grants = 'ALTER TABLE resource_grant';
  await pool().query(`${grants} DISABLE TRIGGER USER; TRUNCATE ${tables} CASCADE; ${grants} ENABLE TRIGGER USER`);
}
