import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readEnv, setEnv } from '@/lib/env';
import { openArtifact } from '@/lib/storage/open-artifact';
import type { StorageSettings } from '@/lib/storage/storage-settings';
import { storeFile } from '@/lib/storage/store-file';

/** What flat-memory.s3.ts asks of this process. `readBytes` is how much each of ten readers takes. */
export type MemoryTask = { settings: StorageSettings; sizeBytes: number; readBytes: number };

/** Highest growth of this process's memory, in MB, while the file was stored and while it was read. */
export type MemoryReport = { storedMb: number; readMb: number; readBytes: number };

const READERS = 10;
const MB = 1024 * 1024;

process.once('message', (task: MemoryTask) => {
  run(task).then(
    (report) => process.send?.(report, () => process.exit(0)),
    (error) => {
      console.error(error);
      process.exit(1);
    },
  );
});

async function run(task: MemoryTask): Promise<MemoryReport> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-memory-'));
  try {
    const read = readEnv({ DATA_DIR: path.join(folder, 'data') });
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    setEnv(read.env);
    await warmUp(folder, task);
    const file = path.join(folder, 'large');
    await sparse(file, task.sizeBytes);
    const sha256 = await hashOf(file);
    const source = { path: file, sizeBytes: task.sizeBytes, sha256 };
    const storing = watchMemory();
    const kept = await storeFile(source, { settings: task.settings });
    if (!kept.ok) throw new Error(`${kept.reason}: ${kept.detail}`);
    const storedMb = storing.stop();
    const reading = watchMemory();
    const readers = Array.from({ length: READERS }, (_, place) => readSome(task, { ...kept.stored, place }));
    const readBytes = (await Promise.all(readers)).reduce((sum, bytes) => sum + bytes, 0);
    return { storedMb, readMb: reading.stop(), readBytes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A small file first: code that is loaded once is not memory that grows with a file. */
async function warmUp(folder: string, task: MemoryTask): Promise<void> {
  const file = path.join(folder, 'small');
  await sparse(file, 6 * MB);
  const small = { path: file, sizeBytes: 6 * MB, sha256: await hashOf(file) };
  const kept = await storeFile(small, { settings: task.settings });
  if (!kept.ok) throw new Error(`${kept.reason}: ${kept.detail}`);
  await readSome({ ...task, readBytes: 6 * MB, sizeBytes: 6 * MB }, { ...kept.stored, place: 0 });
}

/** Mostly a hole, with bytes at its end that no other file has. */
async function sparse(file: string, sizeBytes: number): Promise<void> {
  await writeFile(file, '');
  await truncate(file, sizeBytes - 8);
  const handle = await open(file, 'a');
  await handle.write(`${process.pid}`.padStart(8));
  await handle.close();
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: MB })) hash.update(chunk);
  return hash.digest('hex');
}

type Stored = { source: 'local' | 's3'; location: string; sizeBytes: number; sha256: string; place: number };

/** Each reader begins elsewhere and takes as fast as it gets. */
async function readSome({ settings, readBytes, sizeBytes }: MemoryTask, stored: Stored): Promise<number> {
  const opened = await openArtifact({ ...stored, fileName: 'large.bin' }, { settings, as: 'stream' });
  if (!opened.ok || opened.kind !== 'stream') throw new Error('not a stream');
  const first = Math.floor(((sizeBytes - readBytes) * stored.place) / READERS);
  let count = 0;
  for await (const chunk of opened.read({ first, last: first + readBytes - 1 })) count += chunk.length;
  return count;
}

function watchMemory(): { stop: () => number } {
  const before = process.memoryUsage.rss();
  let highest = before;
  let running = true;
  const look = async () => {
    while (running) {
      highest = Math.max(highest, process.memoryUsage.rss());
      await wait(10);
    }
  };
  void look();
  return {
    stop: () => {
      running = false;
      return Math.round((Math.max(highest, process.memoryUsage.rss()) - before) / MB);
    },
  };
}
