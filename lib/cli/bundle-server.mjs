import path from 'node:path';
import { buildIfStale } from './hash-sources.mjs';

const RESULT = '.build/server.mjs';

/** Bundles lib/server into one file that Node runs as it is, when a source changed. Answers the file. */
export async function bundleServer(root, say) {
  await buildIfStale({
    root,
    stamp: 'server.hash',
    sources: ['lib', 'prisma', 'package-lock.json', 'tsconfig.json'],
    result: RESULT,
    build: async () => {
      say('Server: bundling …');
      const { build } = await import('esbuild');
      await build({
        absWorkingDir: root,
        entryPoints: ['lib/server/start-store.ts'],
        outfile: RESULT,
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        target: 'node20',
        sourcemap: true,
        logLevel: 'error',
      });
    },
  });
  return path.join(root, RESULT);
}
