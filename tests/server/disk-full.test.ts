import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkGround } from '@/lib/cli/check-ground.mjs';
import { lockDataFolder } from '@/lib/server/data-folder-lock';

// A disk of its own, in memory, takes the right to mount one.
const disk = mkdtempSync(path.join(os.tmpdir(), 'latchkey-full-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
if (!isMounted) console.warn('SKIPPED: only root may mount the small disk that these tests fill.');
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmdirSync(disk);
});

describe.skipIf(!isMounted)('a disk that is full', () => {
  beforeAll(() => writeFileSync(path.join(disk, 'others'), Buffer.alloc(64 * 1024)));

  test('is found before anything is made, though it still takes a folder', async () => {
    const dataDir = path.join(disk, 'data');
    const looked = checkGround({ environment: { PORT: '0' }, dataDir, nodeVersion: '20.19.0' });
    await expect(looked).rejects.toThrow(`The disk of the data folder ${dataDir} is full.`);
    expect(readdirSync(disk)).toEqual(['others']);
  });

  test('leaves no half lock behind', () => {
    expect(() => lockDataFolder(disk)).toThrow(/ENOSPC/);
    expect(readdirSync(disk)).toEqual(['others']);
  });
});
