import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const IGNORED = new Set(['generated', 'node_modules', 'decisions']);

/** One hash over the contents of files and folders: what is built from them is stale when it changes. */
export function hashSources(root, names) {
  const hash = createHash('sha256').update(process.version);
  for (const name of names) addTo(hash, root, name);
  return hash.digest('hex');
}

function addTo(hash, root, name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return;
  if (statSync(full).isDirectory()) {
    for (const inner of readdirSync(full).sort()) if (!IGNORED.has(inner)) addTo(hash, root, path.join(name, inner));
    return;
  }
  hash.update(`${name}\0`).update(readFileSync(full));
}

/** Runs `build` unless the stamp says that it succeeded on the same sources and its result is still there. */
export async function buildIfStale({ root, stamp, sources, result, build }) {
  const file = path.join(root, '.build', stamp);
  const hash = hashSources(root, sources);
  const isFresh = existsSync(path.join(root, result)) && existsSync(file) && readFileSync(file, 'utf8') === hash;
  if (isFresh) return false;
  await build();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, hash);
  return true;
}
