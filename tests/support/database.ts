import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { closeDb } from '@/lib/db/client';
import { forgetDataKeys } from '@/lib/db/data-keys';
import { readEnv, setEnv } from '@/lib/env';
import { newKeyring, setKeyring } from '@/lib/secrets/keyring';

/**
 * Gives this test file a database of its own, cloned from the migrated template, and an environment that points to it.
 * The private PostgreSQL and the template are made once by global-setup.
 */
export function useDatabase(variables: Record<string, string> = {}): void {
  const name = `test_${randomBytes(8).toString('hex')}`;
  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${name} ${required('TEST_CLONE_OPTIONS')}`);
    setTestEnv({ DATABASE_URL: databaseUrl(name), ...variables });
    setKeyring(newKeyring());
    forgetDataKeys();
    setClockOffsetMs(0);
  });
  afterAll(async () => {
    await closeDb();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

/** Parses and sets the environment that the code under test will read. */
export function setTestEnv(variables: Record<string, string>): void {
  const result = readEnv(variables);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  setEnv(result.env);
}

function databaseUrl(name: string): string {
  const url = new URL(required('TEST_ADMIN_URL'));
  url.pathname = `/${name}`;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client(required('TEST_ADMIN_URL'));
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run the tests through tests/vitest.config.ts`);
  return value;
}
