import { stat, truncate } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { mayCreateDatabases } from '@/lib/backup/in-scratch-database';
import { now } from '@/lib/clock';
import { db, pool } from '@/lib/db/client';
import { env } from '@/lib/env';
import { activate } from '@/lib/licensing/activate';
import { readTodos } from '@/lib/reports/read-todos';
import { keyring, newKeyring, setKeyring } from '@/lib/secrets/keyring';
import { backupFile } from '@/lib/system/backup-folder';
import { doRuns } from '@/lib/system/do-runs';
import { planRuns } from '@/lib/system/plan-runs';
import { requestDrill } from '@/lib/system/request-run';
import { AT, aCall } from '../support/client-calls';
import { everyRow } from '../support/every-row';
import { aResource } from '../support/factories';
import { ADMIN, aBackup, daysLater, neverStopped, useStore } from './support';

useStore();
const ROLE = `drill_${process.pid}`;
afterAll(() => onServer(`DROP ROLE IF EXISTS ${ROLE}`));

async function aDrill() {
  expect(await requestDrill({ actor: ADMIN })).toMatchObject({ ok: true });
  await doRuns(neverStopped);
  return db().backupRun.findFirstOrThrow({ where: { kind: 'drill' }, orderBy: { requestedAt: 'desc' } });
}

const kinds = async () => (await readTodos(now())).map(({ kind }) => kind);

async function databases(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>('SELECT datname AS name FROM pg_database ORDER BY 1');
  return rows.map(({ name }) => name).filter((name) => name.startsWith('latchkey_drill_'));
}

test('a rehearsed restore has every row and opens with the keyring; of the store’s own it writes only what came of it', async () => {
  const { key, productNumber } = await aResource();
  await activate([aCall(key, productNumber, 'laptop')], { at: AT, strict: false });
  const backup = await aBackup();
  await requestDrill({ actor: ADMIN });
  const before = await everyRow();
  await doRuns(neverStopped);
  const after = await everyRow();
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(changed).toEqual(['audit_entry', 'backup_run']);
  expect(await db().backupRun.findFirst({ where: { kind: 'drill' } })).toMatchObject({
    failure: null,
    backupId: backup.id,
    tables: backup.tables,
    rows: backup.rows,
  });
  expect(await databases()).toEqual([]);
});

test('a backup that lost its end fails its rehearsal, and an admin is told', async () => {
  const { fileName } = await aBackup();
  const file = backupFile(fileName ?? '');
  await truncate(file, Math.floor((await stat(file)).size / 2));
  expect(await aDrill()).toMatchObject({ failure: 'damaged' });
  expect(await databases()).toEqual([]);
  expect(await kinds()).toContain('drill_failed');
  await aBackup();
  expect(await aDrill()).toMatchObject({ failure: null });
  expect(await kinds()).not.toContain('drill_failed');
});

test('a backup that another keyring has to open fails its rehearsal', async () => {
  const own = keyring();
  await aBackup();
  try {
    setKeyring(newKeyring());
    expect(await aDrill()).toMatchObject({ failure: 'keyring_differs' });
  } finally {
    setKeyring(own);
  }
});

test('a licence whose counter is wrong fails the rehearsal, as the doctor would say', async () => {
  const { resourceId, resourceNumber } = await aResource();
  await pool().query('UPDATE api_resource SET activation_count = 3 WHERE id = $1', [resourceId]);
  await aBackup();
  const drill = await aDrill();
  await pool().query('UPDATE api_resource SET activation_count = 0 WHERE id = $1', [resourceId]);
  expect(drill).toMatchObject({ failure: 'inconsistent', detail: `licence ${resourceNumber} counts 3 and has 0` });
});

test('a restore is rehearsed once a week by itself, and again with the next backup when it failed', async () => {
  const drills = () => db().backupRun.count({ where: { kind: 'drill' } });
  const atTen = new Date(`${now().toISOString().slice(0, 10)}T10:00:00Z`);
  const end = (kind: string, data: object) =>
    db().backupRun.updateMany({ where: { kind, endedAt: null }, data: { endedAt: atTen, ...data } });
  const night = async (days: number, outcome: object) => {
    await planRuns(daysLater(days, atTen));
    await end('backup', { fileName: 'a.tar', sizeBytes: 1 });
    await planRuns(daysLater(days, atTen));
    await end('drill', outcome);
    return drills();
  };
  expect(await night(0, { failure: 'failed' })).toBe(1);
  await planRuns(atTen);
  expect(await drills()).toBe(1);
  expect([await night(1, {}), await night(7, {}), await night(8, {}), await night(9, {})]).toEqual([2, 2, 3, 3]);
});

test('a role that may not create databases is known before it is tried', async () => {
  await onServer(`CREATE ROLE ${ROLE} LOGIN PASSWORD 'only for this test' NOCREATEDB`);
  const url = new URL(env().databaseUrl ?? '');
  [url.username, url.password] = [ROLE, 'only for this test'];
  expect([await mayCreateDatabases(url.href), await mayCreateDatabases(env().databaseUrl ?? '')]).toEqual([
    false,
    true,
  ]);
});

test('two days without a whole backup wait for an admin', async () => {
  expect(await kinds()).toContain('backup_overdue');
  await aBackup();
  expect(await kinds()).not.toContain('backup_overdue');
  await db().backupRun.updateMany({ data: { requestedAt: daysLater(-2.1) } });
  expect(await kinds()).toContain('backup_overdue');
});

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(process.env.TEST_ADMIN_URL);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
