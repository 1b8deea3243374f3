#!/usr/bin/env node
// `npm run build`: everything `npm start` would build, without starting.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from './build-pages.mjs';
import { bundleServer } from './bundle-server.mjs';
import { generateClient } from './generate-client.mjs';
import { installPackages } from './install-packages.mjs';
import { Refused } from './refused.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const say = (line) => console.log(line);

try {
  process.chdir(root);
  await installPackages(root, say);
  await generateClient(root, say);
  await bundleServer(root, say);
  await buildPages(root, say);
} catch (error) {
  console.error(error instanceof Refused ? error.message : error);
  process.exit(1);
}
