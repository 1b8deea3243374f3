import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { publishRelease } from '@/lib/catalog/publish-release';
import { closeDb, inTransaction } from '@/lib/db/client';
import { migrate } from '@/lib/db/migrate';
import { listDownloads } from '@/lib/downloads/list-downloads';
import { readEnv, setEnv } from '@/lib/env';
import { newKeyring, setKeyring } from '@/lib/secrets/keyring';
import { ensureDatabase, startPrivatePostgres } from '@/lib/server/private-postgres/start-private-postgres';
import { aResource, first } from '../support/factories';
import { startUploadStore, type UploadStore } from './start-upload-store';

const MB = 1024 ** 2;
const LARGE = 2 * 1024 ** 3;
const CLIENTS = 10;
const SLOW_READERS = 20;
const SLOW_SECONDS = 8;

const data = mkdtempSync(path.join(os.tmpdir(), 'latchkey-download-'));
const postgres = await startPrivatePostgres({ folder: path.join(data, 'postgres'), durable: false });
let store: UploadStore | undefined;
try {
  await ensureDatabase(postgres.urlOf('postgres'), 'download');
  const variables = { DATABASE_URL: postgres.urlOf('download'), DATA_DIR: path.join(data, 'store') };
  await migrate(variables.DATABASE_URL);
  const keyring = newKeyring();
  const read = readEnv(variables);
  if (!read.ok) throw new Error('The bench’s own environment has faults');
  setEnv(read.env);
  setKeyring(keyring);
  store = await startUploadStore({ ...variables, KEYRING: JSON.stringify(keyring) });
  await measure(store, variables.DATA_DIR);
} finally {
  await store?.kill();
  await closeDb();
  await postgres.stop();
  rmSync(data, { recursive: true, force: true });
}

async function measure(store: UploadStore, folder: string): Promise<void> {
  const resource = await aResource();
  const small = store.origin + (await aFile(folder, resource, '1.0.0', 24 * MB));
  const large = store.origin + (await aFile(folder, resource, '2.0.0', LARGE));
  const status = `${store.origin}/?wc-api=wc-am-api&wc_am_action=status&api_key=${resource.key}&product_id=${resource.productNumber}&instance=a`;
  // The first calls have loaded what is needed; from here on only the number and size of the downloads are different.
  for (let round = 0; round < 3; round++) await Promise.all(Array.from({ length: CLIENTS }, () => take(small)));
  const calm = await slowest(status, 2);

  await wait(500);
  const idle = await store.peak('reset');
  const started = performance.now();
  const taken = await Promise.all(Array.from({ length: CLIENTS }, () => take(large)));
  const seconds = (performance.now() - started) / 1000;
  const growth = (await store.peak()) - idle;
  say(
    `${CLIENTS} clients took 2 GB each in ${seconds.toFixed(1)} s, every byte.`,
    taken.every((bytes) => bytes === LARGE),
  );
  say(`The store's memory: ${mb(idle)} MB idle, at most ${mb(growth)} MB more (limit 50 MB).`, growth <= 50 * MB);

  await wait(500);
  const before = await store.peak('reset');
  const readers = Array.from({ length: SLOW_READERS }, () => takeSlowly(large));
  const beside = await slowest(status, SLOW_SECONDS);
  const slowGrowth = (await store.peak()) - before;
  for (const reader of readers) reader.socket.destroy();
  const bytes = readers.map((reader) => reader.bytes());
  say(
    `${SLOW_READERS} readers took ${Math.min(...bytes)} to ${Math.max(...bytes)} bytes in ${SLOW_SECONDS} s.`,
    Math.min(...bytes) > 0,
  );
  say(`The store's memory: at most ${mb(slowGrowth)} MB more (limit 100 MB).`, slowGrowth <= 100 * MB);
  say(
    `A status call beside them: p99 ${beside.toFixed(1)} ms, without them ${calm.toFixed(1)} ms (limit: twice that and 20 ms).`,
    beside <= 2 * calm + 20,
  );
}

type Bought = Awaited<ReturnType<typeof aResource>>;

/** A version with a sparse file, and the path of its download link. */
async function aFile(folder: string, { product, customerId }: Bought, version: string, sizeBytes: number) {
  const sha256 = createHash('sha256').update(version).digest('hex');
  const location = `${sha256.slice(0, 2)}/${sha256}`;
  const file = path.join(folder, 'artifacts', location);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  truncateSync(file, sizeBytes);
  const artifacts = [{ fileName: `${version}.zip`, source: 'local' as const, location, sizeBytes, sha256 }];
  await inTransaction((tx) => publishRelease(tx, { productId: product.id, version, artifacts }));
  const { newest } = first(await listDownloads({ customerId, linkDays: 1 }));
  return first(newest.files).href;
}

/** Resolves to how many bytes came. */
function take(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () => resolve(bytes));
      answer.on('error', reject);
    }).on('error', reject);
  });
}

/** Reads about a kilobyte a second; nothing more leaves the kernel's buffer. */
function takeSlowly(url: string): { socket: Socket; bytes: () => number } {
  const { hostname, port, pathname } = new URL(url);
  let bytes = 0;
  const callback = (read: number) => {
    bytes += read;
    setTimeout(() => socket.resume(), 1_000);
    return false;
  };
  const socket = connect({ host: hostname, port: Number(port), onread: { buffer: new Uint8Array(1024), callback } });
  socket.on('error', () => {});
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: store\r\n\r\n`);
  return { socket, bytes: () => bytes };
}

/** The 99th percentile of calls made one after the other for so long, in milliseconds. */
async function slowest(url: string, seconds: number): Promise<number> {
  const took: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const started = performance.now();
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`A status call was answered with ${answer.status}`);
    took.push(performance.now() - started);
    await wait(5);
  }
  return took.sort((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0;
}

function mb(bytes: number): number {
  return Math.round(bytes / MB);
}

function say(line: string, isTrue: boolean): void {
  console.log(`${isTrue ? 'holds ' : 'FAILED'}  ${line}`);
  if (!isTrue) process.exitCode = 1;
}
