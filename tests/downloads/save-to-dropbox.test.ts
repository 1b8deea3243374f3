import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { readDropboxOffer } from '@/lib/downloads/read-dropbox-offer';
import { saveToDropbox } from '@/lib/downloads/save-to-dropbox';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { bySystem } from '../support/factories';
import { aConnectedCustomer, aStoreWithDropbox, lastSave, runSteps, startASave } from './dropbox-store';

const { fake, links } = await aStoreWithDropbox();

test('a file goes queued, saving, saved, and arrives byte for byte', async () => {
  const content = 'x'.repeat(300_000);
  const mine = await aConnectedCustomer(fake, content);
  let release: () => void = () => {};
  fake.files.settings.gate = new Promise((resolve) => {
    release = () => resolve();
  });
  expect(await saveToDropbox(mine.which, bySystem)).toEqual({ ok: true, isNew: true });
  expect((await shown(mine)).status).toBe('queued');
  await runSteps();
  expect((await shown(mine)).status).toBe('saving');
  await runSteps(10_000);
  expect((await shown(mine)).status).toBe('saving');
  release();
  await fake.files.settled();
  await runSteps(60_000);
  const path = `/${mine.title}/acme-1.0.0.zip`;
  expect(await shown(mine)).toMatchObject({ status: 'saved', path, isRenamed: false });
  expect(fake.files.folder.get(path)).toEqual({ sha256: mine.download.sha256, size: content.length });
});

test('a file of the same name stays, and the new one’s name is told', async () => {
  const mine = await aConnectedCustomer(fake);
  fake.files.folder.set(`/${mine.title.toUpperCase()}/ACME-1.0.0.zip`, { sha256: 'theirs', size: 1 });
  await startASave(mine.which);
  await fake.files.settled();
  await runSteps(60_000);
  expect(await shown(mine)).toMatchObject({
    path: expect.stringMatching(/acme-1\.0\.0 \(\d\)\.zip$/),
    isRenamed: true,
  });
});

test('Dropbox may answer at once, without a job', async () => {
  const mine = await aConnectedCustomer(fake);
  fake.files.settings.answersAtOnce = true;
  expect(await startASave(mine.which)).toMatchObject({ status: 'saved', dropboxJobId: null });
  fake.files.settings.answersAtOnce = false;
});

test('pressing twice saves once; after the end the file can be saved again', async () => {
  const mine = await aConnectedCustomer(fake);
  const both = await Promise.all([saveToDropbox(mine.which, bySystem), saveToDropbox(mine.which, bySystem)]);
  expect(both.map((one) => one.ok && one.isNew).sort()).toEqual([false, true]);
  await runSteps();
  await fake.files.settled();
  await runSteps(60_000);
  expect(await saveToDropbox(mine.which, bySystem)).toEqual({ ok: true, isNew: true });
});

test('an access token that died between two steps is no trouble: each step makes its own', async () => {
  const mine = await aConnectedCustomer(fake);
  await startASave(mine.which);
  fake.laterBy(5 * 3_600_000);
  await fake.files.settled();
  await runSteps(60_000);
  expect((await lastSave(mine.customerId)).status).toBe('saved');
});

test('the link told to Dropbox needs no cookie, carries no token, and is not in any row', async () => {
  const mine = await aConnectedCustomer(fake);
  links.length = 0;
  await startASave(mine.which);
  await fake.files.settled();
  expect(links).toHaveLength(1);
  expect(links[0]).toMatch(/^\/downloads\/[\w-]+$/);
  const rows = [await db().dropboxSave.findMany(), await db().outboxEntry.findMany()];
  expect(JSON.stringify(rows)).not.toContain(links[0]?.split('/')[2]);
});

test('a stranger’s file, right or made-up id is not there', async () => {
  const [mine, other] = [await aConnectedCustomer(fake), await aConnectedCustomer(fake)];
  const refused = { ok: false, reason: 'not_entitled' };
  for (const which of [
    { ...mine.which, artifactId: other.artifactId },
    { ...mine.which, apiResourceId: other.apiResourceId },
    { ...other.which, customerId: mine.customerId },
    { ...mine.which, artifactId: 'x' },
  ]) {
    expect(await saveToDropbox(which, bySystem)).toEqual(refused);
  }
  expect((await readDropboxOffer(mine.customerId)).kind).toBe('connected');
  await startASave(other.which);
  const offer = await readDropboxOffer(mine.customerId);
  expect('saves' in offer && offer.saves.size).toBe(0);
});

test('who asked, when it started and how it ended is in the audit', async () => {
  const mine = await aConnectedCustomer(fake);
  const actor = { kind: 'customer', id: mine.customerId, via: 'session:test' } as const;
  await saveToDropbox(mine.which, actor);
  await runSteps();
  await fake.files.settled();
  await runSteps(60_000);
  const { id } = await lastSave(mine.customerId);
  const entries = await db().auditEntry.findMany({ where: { objectId: id }, orderBy: { id: 'asc' } });
  expect(entries.map(({ action, actorKind }) => [action, actorKind])).toEqual([
    ['dropbox_save.request', 'customer'],
    ['dropbox_save.start', 'system'],
    ['dropbox_save.end', 'system'],
  ]);
});

test('without an app key nothing of Dropbox is offered', async () => {
  const mine = await aConnectedCustomer(fake);
  await saveStoreSettings({ dropboxAppKey: '' }, bySystem);
  expect(await readDropboxOffer(mine.customerId)).toEqual({ kind: 'off' });
  expect(await saveToDropbox(mine.which, bySystem)).toEqual({ ok: false, reason: 'not_connected' });
});

async function shown(mine: { customerId: string; artifactId: string }) {
  const offer = await readDropboxOffer(mine.customerId);
  const save = 'saves' in offer ? offer.saves.get(mine.artifactId) : undefined;
  if (!save) throw new Error('The page shows no save of this file');
  return save;
}
