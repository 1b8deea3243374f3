import path from 'node:path';
import { buildIfStale } from './hash-sources.mjs';
import { Refused } from './refused.mjs';
import { runQuietly } from './run-quietly.mjs';

/** Writes Prisma's typed client for the schema, when the schema changed. */
export function generateClient(root, say) {
  return buildIfStale({
    root,
    stamp: 'client.hash',
    sources: ['prisma/schema.prisma', 'prisma/prisma.config.ts', 'package-lock.json'],
    result: 'lib/db/generated/client.ts',
    build: async () => {
      say('Database client: generating …');
      const prisma = path.join(root, 'node_modules/prisma/build/index.js');
      // `generate` needs no native engine but tries to download one. It must be a program that fails: with one that
      // succeeds, `migrate deploy` would report success having applied nothing.
      const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false', CHECKPOINT_DISABLE: '1' };
      const args = [prisma, 'generate', '--config', 'prisma/prisma.config.ts'];
      const { ok, output } = await runQuietly(process.execPath, args, { cwd: root, env });
      if (!ok) throw new Refused(`${output.trim()}\nThe database client could not be generated.`);
    },
  });
}
