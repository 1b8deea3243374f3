import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db, pool } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { DISK_RESERVE_BYTES } from '@/lib/system/watch-run';
import { useDatabase } from '../support/database';
import { aBackup } from './support';

const MB = 1024 ** 2;

// A disk of its own, in memory, takes the right to mount one.
const disk = mkdtempSync(path.join(os.tmpdir(), 'latchkey-disk-'));
const size = DISK_RESERVE_BYTES + 12 * MB;
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]).status === 0;
if (!isMounted) console.warn('SKIPPED: only root may mount the small disk that this test fills.');
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmdirSync(disk);
});

describe.skipIf(!isMounted)('a disk that runs full', () => {
  useDatabase();
  beforeAll(() => setEnv({ ...env(), dataDir: disk }));
  const archives = () => readdirSync(path.join(disk, 'backups'));

  test('ends a backup before the store has no room left, says so, and leaves the earlier one and nothing else', async () => {
    const whole = await aBackup();
    expect(whole.failure).toBeNull();
    const other = path.join(disk, 'what-another-program-wrote');
    await writeFile(other, Buffer.alloc(13 * MB));
    expect(await aBackup()).toMatchObject({ failure: 'disk_full', detail: expect.stringContaining('MB are free') });
    expect(archives()).toEqual([whole.fileName]);
    await rm(other);
    // What looks random hardly gets smaller: on its way this one meets the end of the room.
    await pool().query(`CREATE TABLE large (id int PRIMARY KEY, bytes text);
      INSERT INTO large SELECT n, (SELECT string_agg(md5(x || '-' || n), '') FROM generate_series(1, 3000) AS x)
        FROM generate_series(1, 300) AS n`);
    expect(await aBackup()).toMatchObject({ failure: 'disk_full' });
    expect(archives()).toEqual([whole.fileName]);
    await pool().query('DROP TABLE large');
    expect((await aBackup()).failure).toBeNull();
    expect(await db().backupRun.count({ where: { endedAt: null } })).toBe(0);
  });
});
