import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { now } from '@/lib/clock';
import { db, pool } from '@/lib/db/client';
import { env, setEnv } from '@/lib/env';
import { keyring } from '@/lib/secrets/keyring';
import { KEYRING_CANARY, keyringMarks } from '@/lib/secrets/keyring-marks';
import { doRuns } from '@/lib/system/do-runs';
import { requestBackup } from '@/lib/system/request-run';
import { useDatabase } from '../support/database';

const DAY_MS = 86_400_000;

export const ADMIN = { kind: 'admin', id: '00000000-0000-4000-8000-000000000001', via: 'session:test' } as const;
export const neverStopped = new AbortController().signal;

/** A store three days old with a data folder of its own and a keyring that its database remembers; no run before each test. */
export function useStore(): void {
  useDatabase();
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'latchkey-system-'));
    setEnv({ ...env(), dataDir: folder });
    await pool().query(`UPDATE "_prisma_migrations" SET started_at = now() - interval '3 days'`);
    await db().storeState.create({ data: { key: KEYRING_CANARY, value: keyringMarks(keyring()) } });
  });
  afterAll(() => rm(folder, { recursive: true }));
  beforeEach(async () => {
    await rm(path.join(env().dataDir, 'backups'), { recursive: true, force: true });
    await db().backupRun.deleteMany();
  });
}

/** What lies in the folder of backups. */
export function filesThere(): Promise<string[]> {
  return readdir(path.join(env().dataDir, 'backups'));
}

/** A whole backup; answers its row. */
export async function aBackup() {
  const asked = await requestBackup({ actor: ADMIN });
  if (!asked.ok) throw new Error(asked.reason);
  await doRuns(neverStopped);
  return db().backupRun.findUniqueOrThrow({ where: { id: asked.id } });
}

export function daysLater(days: number, at = now()): Date {
  return new Date(at.getTime() + days * DAY_MS);
}
