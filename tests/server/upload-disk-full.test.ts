import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openUpload } from '@/lib/uploads/open-upload';
import { DISK_RESERVE_BYTES } from '@/lib/uploads/upload-limits';
import { useDatabase } from '../support/database';
import { aFile, anAdmin, opened, useUploadLane } from '../uploads/support';

const MB = 1024 ** 2;
const DISK_BYTES = DISK_RESERVE_BYTES + 8 * MB;

// A disk of its own, in memory, takes the right to mount one.
const disk = mkdtempSync(path.join(os.tmpdir(), 'latchkey-disk-'));
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk]).status === 0;
if (!isMounted) console.warn('SKIPPED: only root may mount the small disk that these tests fill.');
afterAll(() => {
  if (isMounted) spawnSync('umount', [disk]);
  rmdirSync(disk);
});

describe.skipIf(!isMounted)('a disk that runs full', () => {
  useDatabase({ DATA_DIR: disk });
  const lane = useUploadLane();

  test('refuses a file that has no room before a byte is sent', async () => {
    const { chosen } = await aFile({ sizeBytes: 20 * MB });
    expect(await openUpload(chosen, await anAdmin())).toEqual({ ok: false, reason: 'disk_full' });
  });

  test('stops an upload at its next part, keeps what has arrived, and lets it go on when there is room again', async () => {
    const { chosen, content } = await aFile({ content: Buffer.alloc(2 * MB, 'x') });
    const sender = await anAdmin();
    const upload = await opened(chosen, sender);
    expect((await lane.send(upload, 0, content.subarray(0, MB))).status).toBe(204);
    const other = path.join(disk, 'what-another-program-wrote');
    await writeFile(other, Buffer.alloc(6.5 * MB));
    const refused = await lane.send(upload, MB, content.subarray(MB));
    expect([refused.status, refused.headers.get('upload-problem')]).toEqual([507, 'disk_full']);
    await rm(other);
    const again = await opened(chosen, sender);
    expect(again).toMatchObject({ uploadId: upload.uploadId, receivedBytes: MB });
    expect((await lane.send(again, MB, content.subarray(MB))).status).toBe(204);
  });
});
