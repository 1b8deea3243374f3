import { expect, test } from 'vitest';
import { setClockOffsetMs } from '@/lib/clock';
import { db } from '@/lib/db/client';
import { disconnectDropbox } from '@/lib/downloads/disconnect-dropbox';
import { findDropboxConnection, openDropboxAccess } from '@/lib/downloads/dropbox-connection';
import { askDropboxConsent, finishDropboxConsent } from '@/lib/downloads/dropbox-consent';
import { saveStoreSettings } from '@/lib/settings/store-settings';
import { aCustomer, bySystem } from '../support/factories';
import {
  aConnectedCustomer,
  aSession,
  aStoreWithDropbox,
  askAndDecide,
  lastSave,
  runSteps,
  startASave,
} from './dropbox-store';

const { fake } = await aStoreWithDropbox();

async function aPerson() {
  return aSession((await aCustomer()).id);
}

test('agreeing connects, once: the answer is used up', async () => {
  const me = await aPerson();
  const answer = await askAndDecide(fake, me);
  expect(await finishDropboxConsent(me, answer, bySystem)).toEqual({ ok: true });
  expect(await findDropboxConnection(me.customerId)).toBeDefined();
  expect(await finishDropboxConsent(me, answer, bySystem)).toEqual({ ok: false, reason: 'state_unknown' });
});

test('saying no connects nothing and says so', async () => {
  const me = await aPerson();
  const answer = await askAndDecide(fake, me, 'deny');
  expect(await finishDropboxConsent(me, answer, bySystem)).toEqual({ ok: false, reason: 'consent_denied' });
  expect(await findDropboxConnection(me.customerId)).toBeUndefined();
});

test('an answer counts only in the browser that asked: not for another person, not in another session', async () => {
  const [me, other] = [await aPerson(), await aPerson()];
  const answer = await askAndDecide(fake, me);
  const elsewhere = await aSession(me.customerId);
  for (const who of [other, elsewhere, { ...me, customerId: other.customerId }]) {
    expect(await finishDropboxConsent(who, answer, bySystem)).toEqual({ ok: false, reason: 'state_unknown' });
  }
  expect(await findDropboxConnection(other.customerId)).toBeUndefined();
  // A stranger's attempt does not spoil the real one.
  expect(await finishDropboxConsent(me, answer, bySystem)).toEqual({ ok: true });
});

test('an answer that comes after a quarter of an hour is too late', async () => {
  const me = await aPerson();
  const answer = await askAndDecide(fake, me);
  setClockOffsetMs(16 * 60_000);
  expect(await finishDropboxConsent(me, answer, bySystem)).toEqual({ ok: false, reason: 'state_unknown' });
});

test('a code that Dropbox refuses connects nothing and keeps its words', async () => {
  const me = await aPerson();
  const answer = await askAndDecide(fake, me);
  expect(await finishDropboxConsent(me, { ...answer, code: 'made-up' }, bySystem)).toMatchObject({
    reason: 'dropbox_refused',
    detail: expect.stringContaining("code doesn't exist"),
  });
  expect(await findDropboxConnection(me.customerId)).toBeUndefined();
});

test('the refresh token lies sealed: neither row, nor audit, nor outbox has it in clear', async () => {
  const { customerId } = await aConnectedCustomer(fake);
  const access = await openDropboxAccess(customerId);
  expect(fake.oauth.refreshTokens()).toContain(access?.refreshToken);
  const row = await db().dropboxConnection.findUniqueOrThrow({ where: { customerId } });
  expect(Buffer.from(row.sealedToken).toString('latin1')).not.toContain('refresh-');
  const kept = [await db().auditEntry.findMany(), await db().outboxEntry.findMany()];
  const text = JSON.stringify(kept, (_key, value) => (typeof value === 'bigint' ? String(value) : value));
  expect(text).toContain('dropbox.connect');
  expect(text).not.toContain('refresh-');
});

test('disconnecting deletes our token, ends the consent at Dropbox and what is under way', async () => {
  const mine = await aConnectedCustomer(fake);
  const token = (await openDropboxAccess(mine.customerId))?.refreshToken ?? '';
  fake.files.settings.gate = new Promise(() => {});
  await startASave(mine.which);
  expect(await disconnectDropbox(mine.customerId, bySystem)).toEqual({ ok: true, isDropboxTold: true });
  expect(fake.oauth.isRevoked(token)).toBe(true);
  expect(await db().dropboxConnection.count({ where: { customerId: mine.customerId } })).toBe(0);
  expect(await lastSave(mine.customerId)).toMatchObject({ status: 'failed', failure: 'disconnected' });
  expect(await disconnectDropbox(mine.customerId, bySystem)).toEqual({ ok: false, reason: 'not_connected' });
  await runSteps(60_000);
  fake.files.settings.gate = Promise.resolve();
});

test('disconnecting works while Dropbox is down, and says that Dropbox was not told', async () => {
  const { customerId } = await aConnectedCustomer(fake);
  fake.instead.push({ route: '/oauth2/token', answer: { status: 503, html: '<h1>Unavailable</h1>' } });
  expect(await disconnectDropbox(customerId, bySystem)).toEqual({ ok: true, isDropboxTold: false });
  expect(await findDropboxConnection(customerId)).toBeUndefined();
});

test('a connection made with another app key does not count', async () => {
  const { customerId } = await aConnectedCustomer(fake);
  await saveStoreSettings({ dropboxAppKey: 'anotherappkey99' }, bySystem);
  expect(await findDropboxConnection(customerId)).toBeUndefined();
});

test('without an app key nobody is sent to Dropbox', async () => {
  await saveStoreSettings({ dropboxAppKey: '' }, bySystem);
  expect(await askDropboxConsent(await aPerson())).toEqual({ ok: false, reason: 'dropbox_off' });
});
