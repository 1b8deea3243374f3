import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { localFolder } from '@/lib/storage/local-folder';
import { type Kept, storageContract } from './contract';

let root = '';
let kept: Kept | undefined;
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'latchkey-folder-'));
  const folder = path.join(root, 'artifacts');
  kept = { store: localFolder(folder), source: 'local', everything: () => filesBelow(folder) };
});
afterAll(() => rm(root, { recursive: true }));

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

storageContract(() => {
  if (!kept) throw new Error('The folder is not there yet');
  return kept;
});
