import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { env } from '@/lib/env';
import { StartRefused } from '@/lib/errors';
import { openPayments } from '@/lib/server/open-payments';
import { useDatabase } from '../support/database';

useDatabase();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-payments-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

// Zeros are what a file system may leave of a file whose content had not reached the disk.
test.each([
  ['empty', '', 'empty'],
  ['full of zeros', '\0'.repeat(4_096), 'damaged'],
  ['torn', '{"version":1,"sessions":{"cs_test_', 'damaged'],
])('demo payments whose file is %s end the start in one sentence, and the file stays', async (_name, text, word) => {
  const file = path.join(folder, 'demo-payments.json');
  writeFileSync(file, text);
  const opened = openPayments({ ...env(), dataDir: folder, payments: { mode: 'demo' } });
  await expect(opened).rejects.toBeInstanceOf(StartRefused);
  await expect(opened).rejects.toThrow(
    `The file ${file} is ${word}. It holds the play money of demo payments: put it back from a copy, or move it away to begin anew.`,
  );
  expect(readFileSync(file, 'utf8')).toBe(text);
});
