import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { StartRefused } from '@/lib/errors';
import { lockDataFolder } from '@/lib/server/data-folder-lock';
import { clusterPaths } from '@/lib/server/private-postgres/cluster-files';
import { type PrivatePostgres, startPrivatePostgres } from '@/lib/server/private-postgres/start-private-postgres';

let folder: string;
let running: PrivatePostgres | undefined;
let other: ChildProcess | undefined;

beforeEach(() => {
  // 0700 and owned by whoever runs the tests: under root a folder that PostgreSQL's own user cannot walk to.
  folder = mkdtempSync(path.join(os.tmpdir(), 'latchkey-private-'));
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
  other?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('what was written is there after a stop and a start, on the remembered port', async () => {
  const first = await start();
  await query(first, 'CREATE TABLE kept AS SELECT 42 AS answer');
  await first.stop();
  const second = await start();
  expect(await query(second, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  expect(second.urlOf('postgres')).toBe(first.urlOf('postgres'));
});

test('only loopback and only the password in the data folder get in', async () => {
  const store = await start();
  const settings = await query(
    store,
    `SELECT current_setting('listen_addresses') AS at, current_setting('fsync') AS fsync`,
  );
  expect(settings).toEqual([{ at: '127.0.0.1', fsync: 'on' }]);
  const url = new URL(store.urlOf('postgres'));
  url.password = 'guessed';
  await expect(queryUrl(url.href, 'SELECT 1')).rejects.toThrow(/password/);
  expect(statSync(clusterPaths(folder).memory).mode & 0o777).toBe(0o600);
});

test('what a killed store left running is stopped before the next start', async () => {
  const killed = await start();
  await query(killed, 'CREATE TABLE acknowledged AS SELECT 1 AS row');
  const pid = Number(readFileSync(path.join(clusterPaths(folder).cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const next = await start();
  expect(await query(next, 'SELECT row FROM acknowledged')).toEqual([{ row: 1 }]);
  const nowPid = Number(readFileSync(path.join(clusterPaths(folder).cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  expect(nowPid).not.toBe(pid);
});

test('a server that dies is told, with the signal; one that was stopped is not', async () => {
  const lost: string[] = [];
  let tell: () => void = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const onLost = (how: string) => {
    lost.push(how);
    tell();
  };
  await (await startPrivatePostgres({ folder, durable: false, onLost })).stop();
  expect(lost).toEqual([]);
  running = await startPrivatePostgres({ folder, durable: false, onLost });
  const pid = Number(readFileSync(path.join(clusterPaths(folder).cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  await told;
  expect(lost).toEqual(['SIGKILL']);
});

test('a start that is ended while the cluster is made leaves no half of it, and the next one makes it', async () => {
  const ending = new AbortController();
  const starting = startPrivatePostgres({ folder, durable: false, signal: ending.signal });
  ending.abort();
  await expect(starting).rejects.toThrow('The start was stopped.');
  expect(readdirSync(clusterPaths(folder).home)).toEqual([]);
  running = await startPrivatePostgres({ folder, durable: false });
  expect(await query(running, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('the PostgreSQL from npm does the same where the system has none', async () => {
  const store = await startPrivatePostgres({ folder, durable: false, prefer: 'embedded' });
  running = store;
  expect(store.source).toBe('embedded');
  expect(await query(store, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('a cluster of a version that is not installed is refused, not opened by another', async () => {
  await (await start()).stop();
  running = undefined;
  writeFileSync(path.join(clusterPaths(folder).cluster, 'PG_VERSION'), '9\n');
  await expect(start()).rejects.toThrow(/holds a PostgreSQL 9 database/);
});

test('a data folder in use by a live store is refused with its process number', () => {
  const unlock = lockDataFolder(folder);
  expect(() => lockDataFolder(folder)).toThrow(StartRefused);
  expect(() => lockDataFolder(folder)).toThrow(new RegExp(`process ${process.pid}\\) is using the data folder`));
  unlock();
  lockDataFolder(folder)();
});

test('the lock of a store that was killed is taken over, also when its number is in use again', async () => {
  other = spawn('sleep', ['60']);
  const lock = path.join(folder, 'store.lock');
  writeFileSync(lock, JSON.stringify({ pid: other.pid, startedAt: 'another time' }));
  lockDataFolder(folder)();
  other.kill('SIGKILL');
  await new Promise((resolve) => other?.once('exit', resolve));
  writeFileSync(lock, JSON.stringify({ pid: other.pid, startedAt: '' }));
  lockDataFolder(folder)();
  expect(existsSync(lock)).toBe(false);
});

async function start(): Promise<PrivatePostgres> {
  running = await startPrivatePostgres({ folder, durable: true });
  return running;
}

function query(store: PrivatePostgres, sql: string): Promise<unknown[]> {
  return queryUrl(store.urlOf('postgres'), sql);
}

async function queryUrl(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
