import { afterEach, expect, test } from 'vitest';
import { now, setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { findDropboxConnection, openDropboxAccess } from '@/lib/downloads/dropbox-connection';
import { endForgottenSaves } from '@/lib/downloads/end-forgotten-saves';
import { saveToDropbox } from '@/lib/downloads/save-to-dropbox';
import { bySystem } from '../support/factories';
import { aConnectedCustomer, aStoreWithDropbox, lastSave, runSteps, startASave } from './dropbox-store';

const { fake } = await aStoreWithDropbox();
const MINUTE_MS = 60_000;
const { settings } = fake.files;
let release: () => void = () => {};

afterEach(async () => {
  release();
  await fake.files.settled();
  Object.assign(settings, { space: Number.POSITIVE_INFINITY, gate: Promise.resolve(), answersAtOnce: false });
  settings.folders.clear();
  fake.instead.length = 0;
});

function holdJobs() {
  settings.gate = new Promise((resolve) => {
    release = () => resolve();
  });
}

async function endedLater(customerId: string) {
  release();
  await fake.files.settled();
  await runSteps(MINUTE_MS);
  return lastSave(customerId);
}

test.each([true, false])('a full Dropbox fails the save with its reason (answered at once: %s)', async (atOnce) => {
  const mine = await aConnectedCustomer(fake);
  Object.assign(settings, { space: 3, answersAtOnce: atOnce });
  await startASave(mine.which);
  expect(await endedLater(mine.customerId)).toMatchObject({
    status: 'failed',
    failure: 'dropbox_full',
    failureDetail: expect.stringContaining('path'),
  });
});

test('a folder in the way is told; a retry after it is gone succeeds', async () => {
  const mine = await aConnectedCustomer(fake);
  settings.folders.add(`/${mine.title}/acme-1.0.0.zip`);
  await startASave(mine.which);
  expect(await endedLater(mine.customerId)).toMatchObject({ failure: 'in_the_way' });
  settings.folders.clear();
  setClockOffsetMs(0);
  await startASave(mine.which);
  expect(await endedLater(mine.customerId)).toMatchObject({ status: 'saved' });
});

test('a right that ends before the save starts stops it: Dropbox is not even asked', async () => {
  const mine = await aConnectedCustomer(fake);
  await saveToDropbox(mine.which, bySystem);
  await db().apiResource.update({ where: { id: mine.apiResourceId }, data: { revokedAt: now() } });
  fake.calls.length = 0;
  await runSteps();
  expect(await lastSave(mine.customerId)).toMatchObject({ status: 'failed', failure: 'not_entitled' });
  expect(fake.calls).toEqual([]);
});

test('a right that ends before Dropbox fetches: it gets nothing, and the reason is ours', async () => {
  const mine = await aConnectedCustomer(fake);
  holdJobs();
  await startASave(mine.which);
  await db().apiResource.update({ where: { id: mine.apiResourceId }, data: { revokedAt: now() } });
  expect(await endedLater(mine.customerId)).toMatchObject({
    failure: 'not_entitled',
    failureDetail: 'download_failed',
  });
});

test('a link that ran out before Dropbox fetched it fails; a retry makes a fresh one', async () => {
  const mine = await aConnectedCustomer(fake);
  holdJobs();
  await startASave(mine.which);
  setClockOffsetMs(61 * MINUTE_MS);
  release();
  await fake.files.settled();
  await runSteps(61 * MINUTE_MS);
  expect(await lastSave(mine.customerId)).toMatchObject({ failure: 'could_not_fetch' });
  settings.gate = Promise.resolve();
  await saveToDropbox(mine.which, bySystem);
  await runSteps(62 * MINUTE_MS);
  await fake.files.settled();
  await runSteps(63 * MINUTE_MS);
  expect((await lastSave(mine.customerId)).status).toBe('saved');
});

test('a consent taken back at Dropbox fails the save and is forgotten here, so that the page offers to connect', async () => {
  const mine = await aConnectedCustomer(fake);
  await saveToDropbox(mine.which, bySystem);
  fake.oauth.revoke((await openDropboxAccess(mine.customerId))?.refreshToken ?? '');
  await runSteps();
  expect(await lastSave(mine.customerId)).toMatchObject({
    failure: 'connection_ended',
    failureDetail: '400 invalid_grant: refresh token is invalid or revoked',
  });
  expect(await findDropboxConnection(mine.customerId)).toBeUndefined();
  expect(await saveToDropbox(mine.which, bySystem)).toEqual({ ok: false, reason: 'not_connected' });
});

test('a job that Dropbox no longer knows fails the save', async () => {
  const mine = await aConnectedCustomer(fake);
  holdJobs();
  await startASave(mine.which);
  fake.files.forgetJobs();
  await runSteps(MINUTE_MS);
  expect(await lastSave(mine.customerId)).toMatchObject({ failure: 'job_unknown' });
});

test('a job that never ends is given up after Dropbox’s own quarter of an hour', async () => {
  const mine = await aConnectedCustomer(fake);
  holdJobs();
  await startASave(mine.which);
  for (let minute = 1; minute <= 15; minute++) await runSteps(minute * MINUTE_MS);
  expect((await lastSave(mine.customerId)).status).toBe('saving');
  await runSteps(17 * MINUTE_MS);
  expect(await lastSave(mine.customerId)).toMatchObject({ status: 'failed', failure: 'timed_out' });
});

test('a busy Dropbox is left alone as long as it asks, then asked again', async () => {
  const mine = await aConnectedCustomer(fake);
  const json = { error_summary: 'too_many_requests/..', error: { reason: { '.tag': 'too_many_requests' } } };
  fake.instead.push({ route: '/files/save_url', answer: { status: 429, json }, headers: { 'retry-after': '120' } });
  expect(await startASave(mine.which)).toMatchObject({ status: 'queued', failureDetail: '429 too_many_requests/..' });
  fake.calls.length = 0;
  await runSteps(100_000);
  expect(fake.calls).toEqual([]);
  await runSteps(125_000);
  await fake.files.settled();
  await runSteps(200_000);
  expect(await lastSave(mine.customerId)).toMatchObject({ status: 'saved', failureDetail: null });
});

test('a Dropbox that stays down fails the save in the end, with what it said', async () => {
  const mine = await aConnectedCustomer(fake);
  await saveToDropbox(mine.which, bySystem);
  for (let minute = 0; minute <= 17; minute++) {
    fake.instead.push({ route: '/files/save_url', answer: { status: 503, html: '<h1>Unavailable</h1>' } });
    await runSteps(minute * MINUTE_MS);
  }
  expect(await lastSave(mine.customerId)).toMatchObject({ failure: 'dropbox_busy', failureDetail: '503' });
});

test('a save that no job cares for any more is ended, so that the file can be saved again', async () => {
  const mine = await aConnectedCustomer(fake);
  await saveToDropbox(mine.which, bySystem);
  expect(await endForgottenSaves(now())).toBe(0);
  await db().outboxEntry.updateMany({ data: { deadAt: now() } });
  expect(await endForgottenSaves(now())).toBe(1);
  expect(await lastSave(mine.customerId)).toMatchObject({ failure: 'timed_out' });
  expect(await saveToDropbox(mine.which, bySystem)).toEqual({ ok: true, isNew: true });
});
