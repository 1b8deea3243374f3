import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeZip } from '@/prisma/demo/write-zip';

const folder = mkdtempSync(path.join(tmpdir(), 'zip-'));
afterAll(() => rmSync(folder, { recursive: true }));

const entries = [
  { name: 'acme/README.md', content: '# Grüße\n' },
  { name: 'acme/empty.txt', content: '' },
  { name: 'acme/größe.json', content: '{"a":1}' },
];

const has = (tool: string, flag: string) => spawnSync(tool, [flag]).status === 0;

test('the same files make the same bytes', () => {
  expect(writeZip(entries).equals(writeZip(structuredClone(entries)))).toBe(true);
});

test('the directory at the end names every file at its place', () => {
  const zip = writeZip(entries);
  const end = zip.length - 22;
  expect(zip.readUInt32LE(end)).toBe(0x06054b50);
  expect(zip.readUInt16LE(end + 10)).toBe(3);
  expect(zip.readUInt32LE(end + 16) + zip.readUInt32LE(end + 12)).toBe(end);
  expect(zip.readUInt32LE(zip.readUInt32LE(end + 16))).toBe(0x02014b50);
});

test.skipIf(!has('unzip', '-v'))('unzip accepts it and gives the files back', () => {
  const file = path.join(folder, 'a.zip');
  writeFileSync(file, writeZip(entries));
  execFileSync('unzip', ['-q', file, '-d', folder], { env: { ...process.env, LANG: 'C.UTF-8' } });
  for (const { name, content } of entries) expect(readFileSync(path.join(folder, name), 'utf8')).toBe(content);
});

test.skipIf(!has('python3', '--version'))('python reads it, with the right checksums', () => {
  const file = path.join(folder, 'b.zip');
  writeFileSync(file, writeZip(entries));
  const script =
    'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(len(z.namelist()))';
  expect(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }).trim()).toBe('3');
});
