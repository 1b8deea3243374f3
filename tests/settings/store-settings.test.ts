import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import {
  readStoreSettings,
  type SettingName,
  type StoreSettingsPatch,
  saveStoreSettings,
} from '@/lib/settings/store-settings';
import { useDatabase } from '../support/database';
import { aCustomer } from '../support/factories';

useDatabase();

const system = { kind: 'system' as const, via: 'test' };
const both = { showProductOrderApiKeys: true, showMasterApiKey: true };

test('a new store shows both keys', async () => {
  expect(await readStoreSettings()).toMatchObject({
    ...both,
    downloadLinkDays: 7,
    messageProfile: '3.0-3.4',
    strictReactivation: false,
    stopOverLimit: false,
    sendApiResourceData: false,
    trustedSources: [],
    paymentGraceDays: 14,
    renewablePeriodDays: 60,
    suspendOnDispute: true,
    manualRenewal: true,
    renewalDiscountPercent: 0,
    renewalOfferDays: 60,
  });
});

test('what is saved is read back, the rest stays', async () => {
  expect(await saveStoreSettings({ showMasterApiKey: false }, system)).toEqual({ ok: true });
  expect(await readStoreSettings()).toMatchObject({ showMasterApiKey: false, showProductOrderApiKeys: true });
  await saveStoreSettings(both, system);
});

test('both keys cannot be hidden at once, and then nothing is saved', async () => {
  const patch = { showProductOrderApiKeys: false, showMasterApiKey: false, storeName: 'Half saved' };
  expect(await saveStoreSettings(patch, system)).toEqual({ ok: false, reason: 'both_keys_hidden' });
  expect(await readStoreSettings()).toMatchObject({ ...both, storeName: 'Latchkey' });
});

test('two admins who each hide one key at the same moment do not hide both', async () => {
  const results = await Promise.all([
    saveStoreSettings({ showProductOrderApiKeys: false }, system),
    saveStoreSettings({ showMasterApiKey: false }, system),
  ]);
  expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
  await saveStoreSettings(both, system);
});

test.each<[SettingName, StoreSettingsPatch]>([
  ['downloadLinkDays', { downloadLinkDays: 0 }],
  ['downloadLinkDays', { downloadLinkDays: 8 }],
  ['downloadLinkDays', { downloadLinkDays: 1.5 }],
  ['storeName', { storeName: ' ' }],
  ['storeName', { storeName: 'Acme\r\nBcc: everybody@example.test' }],
  ['mailSenderName', { mailSenderName: 'Acme\nBcc: everybody@example.test' }],
  ['dateFormat', { dateFormat: ' ' }],
  ['supportAddress', { supportAddress: 'call us' }],
  ['supportAddress', { supportAddress: 'javascript:alert(1)' }],
  ['paymentGraceDays', { paymentGraceDays: -1 }],
  ['renewablePeriodDays', { renewablePeriodDays: 731 }],
  ['renewalDiscountPercent', { renewalDiscountPercent: 91 }],
  ['renewalOfferDays', { renewalOfferDays: 0 }],
  ['requestLogDays', { requestLogDays: 0 }],
  ['downloadLogDays', { downloadLogDays: 0 }],
  ['activationRatePerMinute', { activationRatePerMinute: 0 }],
  ['activationBurst', { activationBurst: Number.POSITIVE_INFINITY }],
  ['trustedSources', { trustedSources: ['192.0.2.7', 'shop.example'] }],
  ['trustedSources', { trustedSources: ['192.0.2.0/24'] }],
  ['trustedSources', { trustedSources: ['fe80::1%eth0'] }],
  ['trustedSources', { trustedSources: [''] }],
  ['docTabs', JSON.parse('{"docTabs":["changelog"]}')],
  ['messageProfile', JSON.parse('{"messageProfile":"1.x"}')],
])('a %s like in %j is refused by name, and nothing is saved', async (name, patch) => {
  const before = await readStoreSettings();
  const refusal = { ok: false, reason: 'setting_invalid', settings: [name] };
  expect(await saveStoreSettings({ dateFormat: 'Y', ...patch }, system)).toEqual(refusal);
  expect(await readStoreSettings()).toEqual(before);
});

test('lists are kept as sets: each address and each page once, pages in the order clients show them', async () => {
  const trustedSources = ['192.0.2.7', ' 2001:0DB8:0:0::1 ', '::ffff:192.0.2.7', '192.0.2.7', '2001:db8::1'];
  await saveStoreSettings({ trustedSources, docTabs: ['faq', 'description', 'faq'] }, system);
  expect(await readStoreSettings()).toMatchObject({
    trustedSources: ['192.0.2.7', '2001:db8::1'],
    docTabs: ['description', 'faq'],
  });
});

test('saving a list with the same members again leaves no trace in the audit', async () => {
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id, via: 'session:test' };
  await saveStoreSettings({ trustedSources: ['192.0.2.8'], docTabs: ['faq'] }, actor);
  await saveStoreSettings({ trustedSources: ['192.0.2.8'], docTabs: ['faq'] }, actor);
  expect(await db().auditEntry.count({ where: { actorId: admin.id } })).toBe(1);
  await saveStoreSettings({ trustedSources: [], docTabs: [] }, system);
});

test('an unknown setting is refused', async () => {
  const patch = JSON.parse('{"isAdmin":true}');
  expect(await saveStoreSettings(patch, system)).toEqual({ ok: false, reason: 'setting_invalid', settings: [] });
});

test('a change is in the audit with who, before and after; saving the same again is not', async () => {
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id, via: 'session:test', address: '192.0.2.7' };
  await saveStoreSettings({ downloadLinkDays: 3 }, actor);
  await saveStoreSettings({ downloadLinkDays: 3 }, actor);
  const rows = await db().auditEntry.findMany({ where: { actorId: admin.id } });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    action: 'settings.save',
    address: '192.0.2.7',
    before: { downloadLinkDays: 7 },
    after: { downloadLinkDays: 3 },
  });
});

test('a row that does not fit counts as not set, so the store stays up', async () => {
  await db().storeSetting.create({ data: { key: 'showMasterApiKey.old', value: 1, updatedAt: new Date() } });
  await db().storeSetting.upsert({
    where: { key: 'storeName' },
    create: { key: 'storeName', value: 17, updatedAt: new Date() },
    update: { value: 17 },
  });
  expect((await readStoreSettings()).storeName).toBe('Latchkey');
});
