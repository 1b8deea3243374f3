import path from 'node:path';
import { buildIfStale } from './hash-sources.mjs';

const RESULT = '.build/server.mjs';

/** Bundles lib/server into files that Node runs as they are, when a source changed. Answers the one that starts the store. */
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
        // Two files: the store, and the thread that renders its pages.
        entryPoints: { server: 'lib/server/start-store.ts', 'pages-worker': 'lib/server/pages-worker.ts' },
        outdir: '.build',
        outExtension: { '.js': '.mjs' },
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
