#!/usr/bin/env node
import path from 'node:path';
// `npm start`: brings a fresh clone to a serving store. Until the packages are installed only Node's own modules are here.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildPages } from './build-pages.mjs';
import { bundleServer } from './bundle-server.mjs';
import { checkGround } from './check-ground.mjs';
import { generateClient } from './generate-client.mjs';
import { installPackages } from './install-packages.mjs';
import { Refused } from './refused.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const isDev = process.argv.includes('--dev');
const say = (line) => console.log(line);

try {
  // Next, Prisma and the folders below all look from here.
  const dataDir = path.resolve(process.env.DATA_DIR || '.data');
  await checkGround({ environment: process.env, dataDir });
  process.env.DATA_DIR = dataDir;
  process.chdir(root);
  await installPackages(root, say);
  process.env.NEXT_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = isDev ? 'development' : 'production';
  await generateClient(root, say);
  const bundle = await bundleServer(root, say);
  const { startStore } = await import(pathToFileURL(bundle).href);
  const build = isDev ? async () => {} : (tell) => buildPages(root, tell);
  await startStore({ environment: process.env, root, isDev, buildPages: build });
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
}
