import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { closeDb, db } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { readEnv, setEnv } from '@/lib/env';
import { newKeyring, setKeyring } from '@/lib/secrets/keyring';
import { ensureDatabase, startPrivatePostgres } from '@/lib/server/private-postgres/start-private-postgres';
import { openUpload, type UploadSender } from '@/lib/uploads/open-upload';
import { PART_BYTES } from '@/lib/uploads/upload-limits';
import { aSession } from '../support/sessions';
import { startUploadStore, type UploadStore } from './start-upload-store';

const MB = 1024 ** 2;
const LARGE = 2 * 1024 ** 3;
const MOST_GROWTH = 50 * MB;

const data = mkdtempSync(path.join(os.tmpdir(), 'latchkey-upload-'));
const postgres = await startPrivatePostgres({ folder: path.join(data, 'postgres'), durable: false });
let store: UploadStore | undefined;
try {
  await ensureDatabase(postgres.urlOf('postgres'), 'upload');
  const variables = { DATABASE_URL: postgres.urlOf('upload'), DATA_DIR: path.join(data, 'store') };
  await migrate(variables.DATABASE_URL);
  const keyring = newKeyring();
  const read = readEnv(variables);
  if (!read.ok) throw new Error('The bench’s own environment has faults');
  setEnv(read.env);
  setKeyring(keyring);
  await measure({ ...variables, KEYRING: JSON.stringify(keyring) });
} finally {
  await store?.kill();
  await closeDb();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}

async function measure(variables: Record<string, string>): Promise<void> {
  const [sender, releaseId] = [await anAdmin(), await aDraft()];
  store = await startUploadStore(variables);
  const small = await aFile('small.bin', 24 * MB);
  const first = await begin(small, sender, releaseId);
  await send(first, { from: 0, to: PART_BYTES });
  await store.kill();
  store = await startUploadStore(variables);
  const offset = Number((await ask(first, { method: 'HEAD' })).headers.get('upload-offset'));
  say(`Killed (SIGKILL) after one part and started again: it goes on at byte ${offset}.`, offset === PART_BYTES);
  await send(first, { from: offset, to: small.sizeBytes });
  await finish(first);

  // The first upload has loaded what is needed; from here on only the size of the file is different.
  await wait(500);
  const idle = await store.peak('reset');
  const started = performance.now();
  const large = await begin(await aFile('large.bin', LARGE), sender, releaseId);
  await send(large, { from: 0, to: LARGE });
  const sentMs = performance.now() - started;
  await finish(large);
  const growth = (await store.peak()) - idle;
  const seconds = (ms: number) => (ms / 1000).toFixed(1);
  say(
    `2 GB sent in ${seconds(sentMs)} s, checked and stored in ${seconds(performance.now() - started - sentMs)} s more.`,
  );
  say(
    `The store's memory: ${Math.round(idle / MB)} MB idle, at most ${Math.round(growth / MB)} MB more (limit 50 MB).`,
    growth <= MOST_GROWTH,
  );
}

type BenchFile = { path: string; fileName: string; sizeBytes: number; sha256: string };
type Begun = { uploadId: string; permit: string; file: BenchFile };

async function aFile(fileName: string, sizeBytes: number): Promise<BenchFile> {
  const file = path.join(data, fileName);
  writeFileSync(file, '');
  // Sparse: it takes no room until the store has written it.
  truncateSync(file, sizeBytes);
  const hash = createHash('sha256');
  const zeros = Buffer.alloc(8 * MB);
  for (let done = 0; done < sizeBytes; done += zeros.length) hash.update(zeros);
  return { path: file, fileName, sizeBytes, sha256: hash.digest('hex') };
}

async function begin(file: BenchFile, sender: UploadSender, releaseId: string): Promise<Begun> {
  const { fileName, sizeBytes } = file;
  const opened = await openUpload({ releaseId, fileName, sizeBytes, modifiedAt: new Date(0) }, sender);
  if (!opened.ok) throw new Error(`The upload was not opened: ${opened.reason}`);
  return { uploadId: opened.uploadId, permit: opened.permit, file };
}

async function send(begun: Begun, { from, to }: { from: number; to: number }): Promise<void> {
  const handle = await open(begun.file.path);
  const part = new Uint8Array(PART_BYTES);
  for (let offset = from; offset < to; offset += PART_BYTES) {
    const { bytesRead } = await handle.read(part, 0, Math.min(PART_BYTES, to - offset), offset);
    const answer = await ask(begun, {
      method: 'PATCH',
      body: part.subarray(0, bytesRead),
      headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    });
    if (answer.status !== 204) throw new Error(`A part was answered with ${answer.status}: ${await answer.text()}`);
  }
  await handle.close();
}

async function finish(begun: Begun): Promise<void> {
  await ask(begun, { method: 'POST', body: begun.file.sha256 });
  for (;;) {
    const { state, problem } = (await (await ask(begun)).json()) as { state: string; problem: string | null };
    if (state === 'ready') break;
    if (state !== 'checking' && state !== 'storing') throw new Error(`The upload ended as ${state}: ${problem}`);
    await wait(100);
  }
  const made = await db().artifact.findFirstOrThrow({ where: { fileName: begun.file.fileName } });
  say(`${made.fileName}: ${made.sizeBytes} bytes, SHA-256 is the one sent.`, made.sha256 === begun.file.sha256);
}

function ask({ uploadId, permit }: Begun, init: RequestInit = {}): Promise<Response> {
  const headers = { 'tus-resumable': '1.0.0', 'upload-permit': permit, ...init.headers };
  return fetch(`${store?.origin}/uploads/${uploadId}`, { ...init, headers });
}

async function anAdmin(): Promise<UploadSender> {
  const at = new Date();
  const { id } = await db().customer.create({ data: { email: 'bench@example.test', role: 'admin', createdAt: at } });
  const session = await aSession({ customerId: id });
  return { adminId: id, sessionId: session.id, actor: { kind: 'admin', id } };
}

async function aDraft(): Promise<string> {
  const [id, at] = [randomUUID(), new Date()];
  const { number } = await db().catalogNumber.create({ data: { productId: id } });
  await db().product.create({ data: { id, number, slug: 'bench', title: 'Bench', createdAt: at } });
  const draft = { productId: id, version: '1.0.0', releasedAt: at, createdAt: at };
  return (await db().release.create({ data: draft, select: { id: true } })).id;
}

function say(line: string, isTrue = true): void {
  console.log(`${isTrue ? 'holds ' : 'FAILED'}  ${line}`);
  if (!isTrue) process.exitCode = 1;
}
