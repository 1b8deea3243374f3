import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { restoreBackup } from '@/lib/backup/restore-backup';
import { writeBackup } from '@/lib/backup/write-backup';
import { now } from '@/lib/clock';
import { closeDb, db } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { activate } from '@/lib/licensing/activate';
import { AT, aCall } from '../support/client-calls';
import { useDatabase } from '../support/database';
import { digestTables } from '../support/digest-tables';
import { anOrder, aResource } from '../support/factories';
import { scratchDatabase } from '../support/scratch-database';

const CONTENT = Buffer.from('the release file of a product, with a NUL \0 and a ü in it');
const SHA256 = createHash('sha256').update(CONTENT).digest('hex');
// Emptied by PostgreSQL itself after a crash, so no backup holds it; and the ledger's rows have ids and times of their own.
const NOT_KEPT = ['call_bucket', '_prisma_migrations'];

useDatabase();
let folder = '';
let backup = '';
let scratch: Awaited<ReturnType<typeof scratchDatabase>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-backup-'));
  setEnv({ ...env(), dataDir: path.join(folder, 'store') });
  await fillStore();
  backup = path.join(folder, 'made', 'one.tar');
  await writeBackup({ url: urlOfStore(), file: backup, withFiles: true, at: now() });
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(async () => {
  scratch = await scratchDatabase();
});
afterEach(() => scratch.drop());

test('a restored store has every row and every file of the one that was backed up, and goes on counting', async () => {
  const original = await digestTables(NOT_KEPT);
  const result = await inFolder('restored', () =>
    restoreBackup({ url: scratch.url, file: backup, keepFiles: true }).then(async (restored) => {
      expect(await readFile(path.join(folder, 'restored/artifacts', SHA256.slice(0, 2), SHA256))).toEqual(CONTENT);
      return restored;
    }),
  );
  expect(result).toMatchObject({ ok: true });
  await inDatabase(scratch.url, async () => {
    expect(await digestTables(NOT_KEPT)).toEqual(original);
    const numbers = await db().customer.aggregate({ _max: { number: true } });
    const next = await db().customer.create({ data: { email: 'next@example.test', createdAt: now() } });
    expect(next.number).toBe((numbers._max.number ?? 0) + 1);
    await expect(db().auditEntry.deleteMany()).rejects.toThrow();
  });
  expect(Object.keys(original).length).toBeGreaterThan(30);
});

test('a restored key activates by the very counter it had', async () => {
  await restoreBackup({ url: scratch.url, file: backup, keepFiles: false });
  await inDatabase(scratch.url, async () => {
    const resource = await db().apiResource.findFirstOrThrow({ where: { activationCount: 1 } });
    expect(resource.activationLimit).toBe(3);
    expect(await db().activation.count({ where: { apiResourceId: resource.id } })).toBe(1);
  });
});

test('a backup is readable by its owner only, and leaves nothing else behind', async () => {
  expect((await stat(backup)).mode & 0o777).toBe(0o600);
  expect(await readdir(path.dirname(backup))).toEqual(['one.tar']);
});

test('a drill checks the files without keeping them', async () => {
  await inFolder('drill', () => restoreBackup({ url: scratch.url, file: backup, keepFiles: false }));
  expect(await readdir(folder)).not.toContain('drill');
});

test('a backup that ends early restores nothing', async () => {
  const damaged = await damagedCopy(async (file) => truncate(file, Math.floor((await stat(file)).size / 2)));
  expect(await restoreBackup({ url: scratch.url, file: damaged, keepFiles: false })).toMatchObject({
    ok: false,
    reason: 'damaged',
  });
  await inDatabase(scratch.url, async () => expect(await db().customer.count()).toBe(0));
});

test('a backup with one changed byte in a release file restores nothing', async () => {
  const damaged = await damagedCopy(async (file) => {
    const bytes = await readFile(file);
    bytes.write('THE', bytes.indexOf(CONTENT));
    await writeFile(file, bytes);
  });
  expect(await restoreBackup({ url: scratch.url, file: damaged, keepFiles: false })).toMatchObject({
    ok: false,
    reason: 'damaged',
    detail: expect.stringContaining(SHA256),
  });
  await inDatabase(scratch.url, async () => expect(await db().customer.count()).toBe(0));
});

test('after a damaged backup the same database takes a sound one', async () => {
  const damaged = await damagedCopy(async (file) => truncate(file, Math.floor((await stat(file)).size / 2)));
  await restoreBackup({ url: scratch.url, file: damaged, keepFiles: false });
  expect(await restoreBackup({ url: scratch.url, file: backup, keepFiles: false })).toMatchObject({ ok: true });
});

test('a store that holds anything is never written over', async () => {
  const before = await digestTables();
  expect(await restoreBackup({ url: urlOfStore(), file: backup, keepFiles: false })).toMatchObject({
    ok: false,
    reason: 'database_not_empty',
  });
  expect(await digestTables()).toEqual(before);
});

test('a backup of a newer store is refused before anything is made', async () => {
  const newer = await damagedCopy(async (file) => {
    const bytes = await readFile(file);
    bytes.write('9', bytes.indexOf('20261121000000_first_model'));
    await writeFile(file, bytes);
  });
  expect(await restoreBackup({ url: scratch.url, file: newer, keepFiles: false })).toMatchObject({
    ok: false,
    reason: 'schema_unknown',
    detail: '90261121000000_first_model',
  });
});

test('a file that is no backup is named as such', async () => {
  const other = path.join(folder, 'other.tar');
  await writeFile(other, 'not an archive');
  expect(await restoreBackup({ url: scratch.url, file: other, keepFiles: false })).toMatchObject({
    ok: false,
    reason: 'not_a_backup',
  });
});

async function fillStore(): Promise<void> {
  const { customerId, key, product, productNumber, resourceId } = await aResource({ activationLimit: 3 });
  // Rights refer to order items, and an order item that renews refers to a right.
  const { id: orderId } = await anOrder({ customerId, items: [{ plan: product.plan }] });
  await db().orderItem.updateMany({ where: { orderId }, data: { renewsResourceId: resourceId } });
  const call = { ...aCall(key, productNumber, 'laptop'), label: 'tab\there, line\nbreak and \\N' };
  await activate([call], { at: AT, strict: false });
  const home = path.join(env().dataDir, 'artifacts', SHA256.slice(0, 2));
  await mkdir(home, { recursive: true });
  await writeFile(path.join(home, SHA256), CONTENT);
  const at = now();
  await db().release.create({
    data: {
      productId: product.id,
      version: '1.0.0',
      releasedAt: at,
      publishedAt: at,
      createdAt: at,
      artifacts: {
        create: {
          fileName: 'acme.zip',
          source: 'local',
          location: `${SHA256.slice(0, 2)}/${SHA256}`,
          sizeBytes: CONTENT.byteLength,
          sha256: SHA256,
          createdAt: at,
        },
      },
    },
  });
}

function urlOfStore(): string {
  return env().databaseUrl ?? '';
}

async function damagedCopy(damage: (file: string) => Promise<void>): Promise<string> {
  const copy = path.join(folder, 'damaged.tar');
  await copyFile(backup, copy);
  await damage(copy);
  return copy;
}

async function inDatabase(url: string, work: () => Promise<void>): Promise<void> {
  const own = env();
  await closeDb();
  setEnv({ ...own, databaseUrl: url });
  try {
    await work();
  } finally {
    await closeDb();
    setEnv(own);
  }
}

async function inFolder<T>(name: string, work: () => Promise<T>): Promise<T> {
  const own = env();
  setEnv({ ...own, dataDir: path.join(folder, name) });
  try {
    return await work();
  } finally {
    setEnv(own);
  }
}
