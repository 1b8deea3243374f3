import path from 'node:path';
import { buildIfStale } from './hash-sources.mjs';
import { Refused } from './refused.mjs';
import { runQuietly } from './run-quietly.mjs';

const SOURCES = [
  'app',
  'lib',
  'public',
  'prisma',
  'next.config.mjs',
  '.postcssrc.json',
  'tsconfig.json',
  'package-lock.json',
];

/** Builds the pages with Next, when they are missing or older than their sources. */
export async function buildPages(root, say) {
  const started = performance.now();
  const isNew = await buildIfStale({
    root,
    stamp: 'pages.hash',
    sources: SOURCES,
    result: '.next/BUILD_ID',
    build: async () => {
      say('Pages: building (about a minute, once) …');
      const next = path.join(root, 'node_modules/next/dist/bin/next');
      const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
      const { ok, output } = await runQuietly(process.execPath, [next, 'build'], { cwd: root, env });
      if (!ok) throw new Refused(`${output.trim()}\nThe pages could not be built; Next says why above.`);
    },
  });
  say(isNew ? `Pages: built in ${Math.round((performance.now() - started) / 1000)} s` : 'Pages: up to date');
}
