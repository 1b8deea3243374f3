import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const NOBODY = { uid: 65_534, gid: 65_534 };

let temporary: string;
beforeEach(() => {
  temporary = mkdtempSync(path.join(os.tmpdir(), 'run-'));
});
afterEach(() => rmSync(temporary, { recursive: true }));

test.skipIf(process.getuid?.() !== 0)(
  'a command runs for a user who does not own the clone, and leaves nothing behind',
  () => {
    chownSync(temporary, NOBODY.uid, NOBODY.gid);
    const ran = spawnSync(process.execPath, [path.join(root, 'lib/cli/run.mjs'), 'doctor'], {
      ...NOBODY,
      cwd: root,
      encoding: 'utf8',
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH ?? '',
        HOME: temporary,
        TMPDIR: temporary,
        DATA_DIR: path.join(temporary, 'none'),
      },
    });
    expect(ran.stderr).toContain('There is no store in');
    expect(ran.stderr).not.toContain('    at ');
    expect(ran.status).toBe(1);
    expect(readdirSync(temporary)).toEqual([]);
  },
);
