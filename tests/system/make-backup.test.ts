import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { tableEntry } from '@/lib/backup/backup-manifest';
import { openArchive } from '@/lib/backup/read-archive';
import { now } from '@/lib/clock';
import { db, pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { keyring } from '@/lib/secrets/keyring';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { backupFile, scratchOf } from '@/lib/system/backup-folder';
import { doRuns } from '@/lib/system/do-runs';
import { keepHold, LeaseLost, takeRun } from '@/lib/system/hold-run';
import { planRuns } from '@/lib/system/plan-runs';
import { requestBackup } from '@/lib/system/request-run';
import { aResource } from '../support/factories';
import { ADMIN, aBackup, daysLater, filesThere, neverStopped, useStore } from './support';

useStore();
const bySystem = { kind: 'system', via: 'test' } as const;

test('however many processes plan and work, a night has one backup, read back and readable by its owner only', async () => {
  const at = now();
  await Promise.all([planRuns(at), planRuns(at), planRuns(at)]);
  await Promise.all([doRuns(neverStopped), doRuns(neverStopped)]);
  await planRuns(at);
  const runs = await db().backupRun.findMany({ where: { kind: 'backup' } });
  expect(runs).toEqual([expect.objectContaining({ cause: 'schedule', failure: null, attempts: 1, leaseToken: null })]);
  const name = runs[0]?.fileName ?? '';
  expect(await filesThere()).toEqual([name]);
  const { mode, size } = await stat(backupFile(name));
  expect([mode & 0o777, BigInt(size)]).toEqual([0o600, runs[0]?.sizeBytes]);
  expect(await db().auditEntry.count({ where: { action: 'backup.make', objectId: runs[0]?.id ?? '' } })).toBe(1);
});

test('a night that the store slept through is made up for; each next night has its own', async () => {
  const atTen = new Date(`${daysLater(0).toISOString().slice(0, 10)}T10:00:00Z`);
  await planRuns(atTen);
  await doRuns(neverStopped);
  await planRuns(new Date(atTen.getTime() + 3_600_000));
  expect(await db().backupRun.count({ where: { kind: 'backup' } })).toBe(1);
  await planRuns(daysLater(1, atTen));
  expect(await db().backupRun.count({ where: { kind: 'backup' } })).toBe(2);
});

test('nothing is planned when the nightly backups are off, and nothing for a store that began since', async () => {
  await saveStoreSettings({ nightlyBackups: false }, bySystem);
  await planRuns(now());
  await saveStoreSettings({ nightlyBackups: true }, bySystem);
  await pool().query('UPDATE "_prisma_migrations" SET started_at = $1', [now()]);
  await planRuns(now());
  await pool().query(`UPDATE "_prisma_migrations" SET started_at = now() - interval '3 days'`);
  expect(await db().backupRun.count()).toBe(0);
});

test('no part of the keyring is in a backup, and no key or mail in clear that the database seals', async () => {
  const { key } = await aResource();
  const { fileName } = await aBackup();
  const archive = openArchive(backupFile(fileName ?? ''));
  const manifest = await archive.manifest();
  const rows: string[] = [];
  for (const { name } of manifest?.tables ?? []) {
    rows.push(await text(Readable.from(await archive.next(tableEntry(name))).pipe(createGunzip())));
  }
  const all = rows.join('\n');
  expect(all).toContain('api_resource');
  const { wrapping, peppers, root } = keyring();
  for (const secret of [...wrapping, ...peppers].map((part) => part.key).concat(root, key)) {
    expect(all.includes(secret)).toBe(false);
    expect((await readFile(backupFile(fileName ?? ''))).includes(secret)).toBe(false);
  }
});

test('an older archive goes only when a newer one was read back, and what is kept is the newest', async () => {
  await saveStoreSettings({ backupsKept: 1 }, bySystem);
  const first = await aBackup();
  await pool().query(`CREATE TABLE round (id int PRIMARY KEY); CREATE TABLE about (id int PRIMARY KEY REFERENCES round);
    ALTER TABLE round ADD FOREIGN KEY (id) REFERENCES about`);
  const failed = await aBackup();
  await pool().query('DROP TABLE round, about CASCADE');
  expect(failed).toMatchObject({ failure: 'failed', detail: expect.stringContaining('refer to each other') });
  expect(await filesThere()).toEqual([first.fileName]);
  const second = await aBackup();
  expect(await filesThere()).toEqual([second.fileName]);
  expect((await db().backupRun.findUnique({ where: { id: first.id } }))?.removedAt).not.toBeNull();
  await saveStoreSettings({ backupsKept: 7 }, bySystem);
});

test('a backup whose process was killed is made by the next one, and nothing half-written stays', async () => {
  await requestBackup({ actor: ADMIN });
  const dead = await takeRun(now());
  if (!dead) throw new Error('no run');
  await keepHold(dead, { fileName: 'half.tar' });
  await mkdir(backupFile(`${scratchOf(dead.id)}x`), { recursive: true });
  await writeFile(backupFile('half.tar'), 'half');
  await doRuns(neverStopped);
  expect(await db().backupRun.findFirst()).toMatchObject({ endedAt: null, attempts: 1 });
  await db().backupRun.updateMany({ data: { leasedUntil: new Date(now().getTime() - 1) } });
  await doRuns(neverStopped);
  const row = await db().backupRun.findFirstOrThrow();
  expect(row).toMatchObject({ failure: null, attempts: 2 });
  expect(await filesThere()).toEqual([row.fileName]);
  await expect(keepHold(dead)).rejects.toThrow(LeaseLost);
});

test('a backup that ends its process each time is given up, and what it left is removed', async () => {
  await requestBackup({ actor: ADMIN });
  const dead = await takeRun(now());
  if (!dead) throw new Error('no run');
  await keepHold(dead, { fileName: 'half.tar' });
  await mkdir(backupFile(`${scratchOf(dead.id)}x`), { recursive: true });
  await writeFile(backupFile('half.tar'), 'half');
  await db().backupRun.updateMany({ data: { attempts: 3, leasedUntil: new Date(now().getTime() - 1) } });
  await doRuns(neverStopped);
  expect(await db().backupRun.findFirst()).toMatchObject({ failure: 'interrupted', leaseToken: null });
  expect(await filesThere()).toEqual([]);
});

test('a store that stops gives its backup back, though a table is locked, and leaves nothing behind', async () => {
  const locker = new pg.Client(env().databaseUrl);
  await locker.connect();
  await locker.query('BEGIN; LOCK TABLE api_resource IN ACCESS EXCLUSIVE MODE');
  await requestBackup({ actor: ADMIN });
  const stop = new AbortController();
  const working = doRuns(stop.signal);
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'COPY%'`;
  await vi.waitFor(async () => expect((await pool().query(waiting)).rowCount).toBe(1), { timeout: 10_000 });
  stop.abort(new Error('stopping'));
  await working;
  await locker.end();
  expect(await db().backupRun.findFirst()).toMatchObject({ endedAt: null, leaseToken: null, attempts: 0 });
  expect(await filesThere()).toEqual([]);
});

test('a release file that decayed is named as missing and keeps nothing else out of the backup', async () => {
  const { product } = await aResource();
  const [at, location] = [now(), `dd/dd${'0'.repeat(62)}`];
  await mkdir(path.dirname(path.join(env().dataDir, 'artifacts', location)), { recursive: true });
  await writeFile(path.join(env().dataDir, 'artifacts', location), 'decay');
  const file = { fileName: 'a.zip', source: 'local' as const, location, sizeBytes: 5, sha256: location.slice(3) };
  await db().release.create({
    data: {
      productId: product.id,
      version: '9.9.9',
      releasedAt: at,
      createdAt: at,
      artifacts: { create: { ...file, createdAt: at } },
    },
  });
  expect(await aBackup()).toMatchObject({ failure: null, files: 0, missingFiles: 1 });
});

test('while one backup is under way a second is not begun', async () => {
  expect(await requestBackup({ actor: ADMIN })).toMatchObject({ ok: true });
  expect(await requestBackup({ actor: ADMIN })).toEqual({ ok: false, reason: 'backup_under_way' });
});
