import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { migrate } from '@/lib/db/migrate';
import { StartRefused } from '@/lib/errors';

let folder: string;
let url: string;
let name: string;

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  name = `migrate_${randomBytes(6).toString('hex')}`;
  await query(adminUrl(), `CREATE DATABASE ${name}`);
  const own = new URL(adminUrl());
  own.pathname = `/${name}`;
  url = own.href;
});

afterEach(async () => {
  await query(adminUrl(), `DROP DATABASE ${name} WITH (FORCE)`);
  rmSync(folder, { recursive: true });
});

test('migrations are applied once, in the order of their names', async () => {
  write('2_add', 'ALTER TABLE thing ADD COLUMN size int');
  write('1_make', 'CREATE TABLE thing (id int)');
  expect((await migrate(url, { folder })).applied).toEqual(['1_make', '2_add']);
  expect(await migrate(url, { folder })).toEqual({ applied: [], alreadyThere: 2 });
});

test('an applied migration whose file was changed is refused', async () => {
  write('1_make', 'CREATE TABLE thing (id int)');
  await migrate(url, { folder });
  write('1_make', 'CREATE TABLE thing (id bigint)');
  await expect(migrate(url, { folder })).rejects.toThrow(StartRefused);
  await expect(migrate(url, { folder })).rejects.toThrow(/1_make was changed/);
});

test('a failing migration is taken back wholly, those before it stay', async () => {
  write('1_make', 'CREATE TABLE thing (id int)');
  write('2_break', 'CREATE TABLE half (id int); SELECT 1/0;');
  await expect(migrate(url, { folder })).rejects.toThrow(/2_break failed and was taken back: division by zero/);
  const tables = await query(url, `SELECT to_regclass('thing') AS thing, to_regclass('half') AS half`);
  expect(tables).toEqual([{ thing: 'thing', half: null }]);
  write('2_break', 'CREATE TABLE half (id int)');
  expect((await migrate(url, { folder })).applied).toEqual(['2_break']);
});

test('of two runners at once one waits for the other, and each migration is applied once', async () => {
  write('1_make', 'CREATE TABLE thing (id int)');
  write('2_slow', 'SELECT pg_sleep(0.3); CREATE TABLE other (id int);');
  const reports = await Promise.all([migrate(url, { folder }), migrate(url, { folder })]);
  expect(reports.flatMap(({ applied }) => applied).sort()).toEqual(['1_make', '2_slow']);
});

test('a migration that another tool left unfinished is refused', async () => {
  write('1_make', 'CREATE TABLE thing (id int)');
  await migrate(url, { folder });
  await query(url, `UPDATE _prisma_migrations SET finished_at = NULL`);
  await expect(migrate(url, { folder })).rejects.toThrow(/1_make was left unfinished/);
});

test('the ledger is the one that prisma migrate deploy reads: SHA-256 of the file, finished, one step', async () => {
  write('1_make', 'CREATE TABLE thing (id int)');
  await migrate(url, { folder });
  const rows = await query(
    url,
    'SELECT checksum, finished_at IS NOT NULL AS finished, applied_steps_count FROM _prisma_migrations',
  );
  expect(rows).toEqual([
    {
      checksum: 'abe0e34ced5b3337f4f602f6d8e59f30728d8c3f78cec1dd102d3ccfa5b96ea2',
      finished: true,
      applied_steps_count: 1,
    },
  ]);
});

function write(migration: string, sql: string): void {
  mkdirSync(path.join(folder, migration), { recursive: true });
  writeFileSync(path.join(folder, migration, 'migration.sql'), sql);
}

function adminUrl(): string {
  return process.env.TEST_ADMIN_URL ?? '';
}

async function query(on: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(on);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
