import { chownSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { StartRefused } from '@/lib/errors';
import { lockDataFolder } from '@/lib/server/data-folder-lock';
import { readDemoFacts, writeDemoFacts } from '@/lib/server/demo-facts';
import { clusterPaths, readMemory, writeMemory } from '@/lib/server/private-postgres/cluster-files';
import { sentenceOfFileFault } from '@/lib/server/sentence-of-file-fault';

const OWNER = { uid: 65_533, gid: 65_533 };
const isRoot = process.getuid?.() === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-files-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const env = () => ({ dataDir: folder, publicUrl: 'http://localhost:8080' });
const login = { email: 'a@example.test', password: 'pw' };
const memory = { password: 'pw', port: 5432, binariesCopy: undefined };

test('what was written is read again, private, also over what a start that was cut off left behind', () => {
  writeFileSync(path.join(folder, 'demo.json.new'), '{"half', { mode: 0o644 });
  writeDemoFacts(env(), { admin: login, buyer: login });
  writeMemory(clusterPaths(folder), memory);
  expect(readDemoFacts(env())).toMatchObject({ admin: login, url: 'http://localhost:8080' });
  expect(readMemory(clusterPaths(folder))).toEqual(memory);
  expect(readdirSync(folder).sort()).toEqual(['demo.json', 'postgres.json']);
  for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o777).toBe(0o600);
});

test.each([
  ['', 'empty'],
  ['{"admin": {"em', 'damaged'],
])('a file that holds %j is refused in one sentence that names it', (text, word) => {
  for (const [name, read] of [
    ['demo.json', () => readDemoFacts(env())],
    ['postgres.json', () => readMemory(clusterPaths(folder))],
  ] as const) {
    const file = path.join(folder, name);
    writeFileSync(file, text);
    expect(read).toThrow(StartRefused);
    expect(read).toThrow(`The file ${file} is ${word}. It holds the`);
  }
});

test('a memory of PostgreSQL without its password is refused, not taken for a new one', () => {
  writeFileSync(path.join(folder, 'postgres.json'), '{}');
  expect(() => readMemory(clusterPaths(folder))).toThrow(/postgres\.json is damaged/);
});

describe.skipIf(!isRoot)('under root', () => {
  test('what a start writes belongs to the owner of the data folder, who starts the store the next time', () => {
    chownSync(folder, OWNER.uid, OWNER.gid);
    writeDemoFacts(env(), { admin: login, buyer: login });
    writeMemory(clusterPaths(folder), memory);
    const unlock = lockDataFolder(folder);
    for (const name of ['demo.json', 'postgres.json', 'store.lock']) {
      expect({ name, uid: statSync(path.join(folder, name)).uid }).toEqual({ name, uid: OWNER.uid });
    }
    unlock();
  });

  test('a file that belongs to somebody else is refused in one sentence', () => {
    const file = path.join(folder, 'demo.json');
    writeFileSync(file, '{}', { mode: 0o600 });
    chownSync(folder, OWNER.uid, OWNER.gid);
    process.seteuid?.(OWNER.uid);
    try {
      expect(() => readDemoFacts(env())).toThrow(`The file ${file} cannot be read: it belongs to another user`);
    } finally {
      process.seteuid?.(0);
    }
    expect(readFileSync(file, 'utf8')).toBe('{}');
  });
});

test('a full disk and somebody else’s file end a start in one sentence; a surprise keeps its stack', () => {
  const fault = (code: string, file?: string) => Object.assign(new Error(code), { code, path: file });
  const environment = { DATA_DIR: folder };
  expect(sentenceOfFileFault(fault('ENOSPC'), environment)).toBe(
    `The disk of the data folder ${folder} is full (ENOSPC). Free some space, or set DATA_DIR.`,
  );
  const log = path.join(folder, 'postgres.log');
  expect(sentenceOfFileFault(fault('EACCES', log), environment)).toMatch(`${log} belongs to another user (EACCES).`);
  expect(sentenceOfFileFault(fault('EACCES', '/etc/shadow'), environment)).toBeUndefined();
  expect(sentenceOfFileFault(new TypeError('x'), environment)).toBeUndefined();
});
