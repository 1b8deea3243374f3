import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileStore, SourceFile } from '@/lib/storage/file-store';

export type Kept = {
  store: FileStore;
  source: 'local' | 's3';
  /** Everything that lies there: kept files, and whatever an unfinished one left. */
  everything: () => Promise<string[]>;
};

const MIB = 1024 * 1024;

export async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** A folder of files to be kept, that lives as long as the test file. */
export function useFiles(): (content: Buffer) => Promise<SourceFile> {
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-files-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  return async (content) => {
    const file = path.join(folder, `file-${++count}`);
    await writeFile(file, content);
    return { path: file, sizeBytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  };
}

/** What every driver promises (lib/storage/file-store.ts). */
export function storageContract(kept: () => Kept): void {
  const aFile = useFiles();
  const put = async (content: Buffer) => {
    const file = await aFile(content);
    const result = await kept().store.put(file);
    if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
    return { file, stored: result.stored };
  };

  test('a file lies under its hash and reads back whole and in part', async () => {
    const { file, stored } = await put(Buffer.from('hello world'));
    const location = `${file.sha256.slice(0, 2)}/${file.sha256}`;
    expect(stored).toEqual({ source: kept().source, location, sizeBytes: 11, sha256: file.sha256 });
    expect(await kept().store.size(location)).toEqual({ ok: true, sizeBytes: 11 });
    expect(String(await bytesOf(kept().store.read(location)))).toBe('hello world');
    expect(String(await bytesOf(kept().store.read(location, { first: 6, last: 8 })))).toBe('wor');
    expect(String(await bytesOf(kept().store.read(location, { first: 10, last: 10 })))).toBe('d');
  });

  test('a file of many parts is the same afterwards, and its progress ends at its size', async () => {
    const content = randomBytes(17 * MIB + 3);
    const file = await aFile(content);
    const progress: number[] = [];
    const result = await kept().store.put(file, { onProgress: (bytes) => progress.push(bytes) });
    expect(result).toMatchObject({ ok: true });
    expect(progress.length).toBeGreaterThan(3);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(content.length);
    const { location } = (await put(content)).stored;
    expect((await bytesOf(kept().store.read(location))).equals(content)).toBe(true);
    const seam = { first: 5 * MIB - 2, last: 5 * MIB + 2 };
    expect(await bytesOf(kept().store.read(location, seam))).toEqual(content.subarray(seam.first, seam.last + 1));
  });

  test('an empty file is a file', async () => {
    const { stored } = await put(Buffer.alloc(0));
    expect(await kept().store.size(stored.location)).toEqual({ ok: true, sizeBytes: 0 });
    expect(await bytesOf(kept().store.read(stored.location))).toHaveLength(0);
  });

  test('equal content is one file, also when it comes twice at once', async () => {
    const content = randomBytes(1000);
    const [one, other] = await Promise.all([put(content), put(content)]);
    expect(one.stored).toEqual(other.stored);
    const before = await kept().everything();
    expect((await put(content)).stored).toEqual(one.stored);
    expect(await kept().everything()).toEqual(before);
  });

  test.each(['another hash', 'another size', 'a smaller size'])(
    'a file that has %s is refused and leaves nothing',
    async (what) => {
      const file = await aFile(randomBytes(6 * MIB));
      const said = {
        'another hash': { ...file, sha256: 'ab'.repeat(32) },
        'another size': { ...file, sizeBytes: file.sizeBytes + 1 },
        'a smaller size': { ...file, sizeBytes: 10 },
      }[what];
      const before = await kept().everything();
      expect(await kept().store.put(said ?? file)).toMatchObject({
        ok: false,
        reason: 'content_differs',
        detail: expect.stringContaining('SHA-256'),
      });
      expect(await kept().everything()).toEqual(before);
    },
  );

  test('a wrong hash is refused also when a file with that hash is there', async () => {
    const { file } = await put(Buffer.from('the real one'));
    const other = await aFile(Buffer.from('the fake one'));
    expect(await kept().store.put({ ...other, sha256: file.sha256 })).toMatchObject({ reason: 'content_differs' });
    const { location } = (await put(Buffer.from('the real one'))).stored;
    expect(String(await bytesOf(kept().store.read(location)))).toBe('the real one');
  });

  test('an abort in the middle leaves nothing and says why', async () => {
    const file = await aFile(randomBytes(12 * MIB));
    const before = await kept().everything();
    const stop = new AbortController();
    const putting = kept().store.put(file, {
      signal: stop.signal,
      onProgress: (bytes) => bytes < file.sizeBytes && stop.abort(new Error('the admin closed the page')),
    });
    await expect(putting).rejects.toThrow('the admin closed the page');
    expect(await kept().everything()).toEqual(before);
    expect((await kept().store.put(file)).ok).toBe(true);
  });

  test('a reader that goes away in the middle disturbs nobody', async () => {
    const { stored } = await put(randomBytes(8 * MIB));
    const reader = kept().store.read(stored.location);
    for await (const _chunk of reader) break;
    expect(reader.destroyed).toBe(true);
    expect(await kept().store.size(stored.location)).toMatchObject({ ok: true });
  });

  test('a file that was removed, or never there, is missing', async () => {
    const { stored } = await put(Buffer.from('soon gone'));
    expect(await kept().store.remove(stored.location)).toEqual({ ok: true });
    expect(await kept().store.remove(stored.location)).toEqual({ ok: true });
    expect(await kept().store.size(stored.location)).toMatchObject({ ok: false, reason: 'file_missing' });
    await expect(bytesOf(kept().store.read(stored.location))).rejects.toThrow();
  });

  test.each([
    '../secret.txt',
    '../../etc/passwd',
    '/etc/passwd',
    'aa/../../secret.txt',
    `ab/${'c'.repeat(64)}`,
    '',
    'aa/aa\u0000',
  ])('nothing outside is a location: %j', async (location) => {
    expect(await kept().store.size(location)).toMatchObject({ ok: false, reason: 'file_missing' });
    expect(() => kept().store.read(location)).toThrow('Not a location');
    expect(await kept().store.remove(location)).toEqual({ ok: true });
  });

  test('a file that is not on this machine is a fault, not a refusal of the storage', async () => {
    const file = await aFile(Buffer.from('x'));
    await expect(kept().store.put({ ...file, path: `${file.path}-gone` })).rejects.toThrow('ENOENT');
  });
}
