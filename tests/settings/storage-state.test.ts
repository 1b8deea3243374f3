import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { env } from '@/lib/env';
import { tellReadiness } from '@/lib/health/tell-readiness';
import { answerRequests } from '@/lib/server/answer-requests';
import { saveStorageSettings } from '@/lib/settings/save-storage-settings';
import { forgetStorageState, storageState } from '@/lib/settings/storage-state';
import { aBucket } from '../support/bucket';
import { useDatabase } from '../support/database';
import { bySystem } from '../support/factories';
import { aDataFolder } from '../uploads/support';

useDatabase({ DATA_DIR: aDataFolder() });

const LOCAL = {
  newFiles: 'local',
  endpoint: '',
  publicEndpoint: '',
  region: '',
  bucket: '',
  accessKeyId: '',
  secretAccessKey: '',
  forcePathStyle: false,
};
const at = new Date('2026-11-21T10:00:00Z');
const inMinutes = (minutes: number) => new Date(at.getTime() + minutes * 60_000);
const PATIENT = 30_000;

beforeEach(() => forgetStorageState());
afterEach(async () => void (await saveStorageSettings(LOCAL, bySystem)));

async function aBucketThatIsAway() {
  const { settings, vanish } = await aBucket('');
  await vanish();
  await saveStorageSettings(settings, bySystem);
}

/** A storage that takes every question and never answers; `asked` counts them. */
async function aSilentBucket() {
  const { settings, vanish } = await aBucket('');
  await vanish();
  let asked = 0;
  const server = createServer(() => void asked++);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  return { settings: { ...settings, endpoint: `http://127.0.0.1:${port}` }, asked: () => asked };
}

test('what a try found holds for five minutes, and saving other settings ends it', async () => {
  await aBucketThatIsAway();
  expect(await storageState(PATIENT, at)).toBe('bad');
  expect(await storageState(0, inMinutes(4))).toBe('bad');
  await saveStorageSettings(LOCAL, bySystem);
  expect(await storageState(PATIENT, inMinutes(4))).toBe('good');
  expect(await storageState(0, inMinutes(8))).toBe('good');
});

test('nobody waits for a storage that does not answer, and it is asked once however many want to know', async () => {
  const { settings, asked } = await aSilentBucket();
  await saveStorageSettings(settings, bySystem);
  const states = await Promise.all(Array.from({ length: 20 }, () => storageState(300, at)));
  expect(states).toEqual(Array.from({ length: 20 }, () => 'slow'));
  expect(asked()).toBeLessThanOrEqual(1);
});

test('while a try is young, what was known before is told', async () => {
  expect(await storageState(PATIENT, at)).toBe('good');
  expect(await storageState(0, inMinutes(6))).toBe('good');
});

test('storage makes a store degraded, never unavailable; the database and the jobs do', () => {
  expect(tellReadiness({ isReady: true }, 'good', [])).toEqual({ status: 'ok', httpStatus: 200 });
  for (const storage of ['bad', 'slow'] as const) {
    expect(tellReadiness({ isReady: true }, storage, [])).toEqual({ status: 'degraded', httpStatus: 200 });
    expect(tellReadiness({ isReady: false }, storage, ['s3'])).toEqual({ status: 'unavailable', httpStatus: 503 });
  }
});

test('a probe is told that storage is away, and nothing of where or why', async () => {
  await aBucketThatIsAway();
  await storageState(PATIENT);
  const pages = () => Promise.reject(new Error('not asked'));
  const server = createServer(answerRequests({ env: env(), isDev: false, pages, demoPayments: undefined }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server's address is never a string
  const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`);
  expect([answer.status, await answer.text()]).toEqual([200, '{"status":"degraded"}']);
});
