import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { diffSchema } from '../../prisma/diff-schema';
import { migrate } from '../db/migrate';
import { ensureDatabase, startPrivatePostgres } from '../server/private-postgres/start-private-postgres';

const DATABASE = 'drift';

/** A step of `npm run check`: do the migrations, applied to an empty database, make what schema.prisma says? */
export async function main(): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-drift-'));
  const postgres = await startPrivatePostgres({ folder, durable: false });
  try {
    await ensureDatabase(postgres.urlOf('postgres'), DATABASE);
    const { applied } = await migrate(postgres.urlOf(DATABASE));
    const difference = await diffSchema(postgres.urlOf(DATABASE), path.resolve('prisma/schema.prisma'));
    if (difference === '') {
      console.log(`${applied.length} migrations make exactly what schema.prisma says.`);
      return applied.length > 0 ? 0 : 1;
    }
    console.error(`The migrations do not make what schema.prisma says. Missing is:\n\n${difference}`);
    return 1;
  } finally {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
