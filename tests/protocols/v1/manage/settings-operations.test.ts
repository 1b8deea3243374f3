import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { DEFAULT_SETTINGS } from '@/lib/settings/setting-fields';
import { readStoreSettings, saveStoreSettings } from '@/lib/settings/store-settings';
import { aBucket } from '../../../support/bucket';
import { useDatabase } from '../../../support/database';
import { aProduct, bySystem } from '../../../support/factories';
import { aDataFolder } from '../../../uploads/support';
import { aCaller, auditOf } from './admin-calls';

useDatabase({ DATA_DIR: aDataFolder() });

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const BUCKET = {
  endpoint: 'https://s3.example.com',
  region: 'eu-central-1',
  bucket: 'releases',
  access_key_id: 'AKIAIOSFODNN7EXAMPLE',
  secret_access_key: SECRET,
  force_path_style: true,
};

test('every setting is read under its name, and none is in two operations', async () => {
  const { call } = await aCaller();
  const [settings, policy] = [await call('GET', '/admin/settings'), await call('GET', '/admin/api-key-policy')];
  const told = [...Object.values(settings.json), ...Object.values(policy.json)];
  const kept = Object.values(await readStoreSettings());
  const sorted = (values: unknown[]) => values.map((value) => JSON.stringify(value)).sort();
  expect(sorted(told)).toEqual(sorted(kept));
  expect(settings.json).toMatchObject({ payment_grace_days: 14, doc_tabs: [], message_profile: '3.0-3.4' });
});

test('what a key changes holds at once, the rest stays, and the audit names the key', async () => {
  const { call, sid } = await aCaller();
  const patch = { payment_grace_days: 21, doc_tabs: ['faq', 'description'], trusted_sources: ['::ffff:203.0.113.9'] };
  const { json } = await call('PATCH', '/admin/settings', patch);
  const kept = { payment_grace_days: 21, doc_tabs: ['description', 'faq'], trusted_sources: ['203.0.113.9'] };
  expect(json).toMatchObject({ ...kept, request_log_days: DEFAULT_SETTINGS.requestLogDays });
  expect(await readStoreSettings()).toMatchObject({ paymentGraceDays: 21, docTabs: ['description', 'faq'] });
  expect((await auditOf('store')).at(-1)).toMatchObject({ action: 'settings.save', via: `key:${sid}` });
  await saveStoreSettings({ trustedSources: [] }, bySystem);
});

test('a value that does not fit, an unknown name, and hiding both kinds of key are refused', async () => {
  const { call } = await aCaller();
  for (const [body, field] of [
    [{ payment_grace_days: 91 }, 'payment_grace_days'],
    [{ trusted_sources: ['somewhere'] }, 'trusted_sources.0'],
    [{ mfa_required_for: 'none' }, 'body'],
    [{ show_master_api_key: false, show_product_order_api_keys: false }, 'show_master_api_key'],
  ] as const) {
    const { status, json } = await call('PATCH', '/admin/settings', body);
    expect([status, json.errors?.[0]?.field]).toEqual([400, field]);
  }
  expect(await readStoreSettings()).toMatchObject({ mfaRequiredFor: 'pair', showMasterApiKey: true });
});

test('legal pages are written by key; what is left out stays, and a text with a key in it is refused', async () => {
  const { call, sid } = await aCaller();
  const { json } = await call('PATCH', '/admin/settings/legal', { terms: '## Our terms' });
  expect(json).toEqual({ terms: '## Our terms', refunds: '', privacy: '', imprint: '' });
  expect((await auditOf('terms')).at(-1)).toMatchObject({ action: 'legal_page.save', via: `key:${sid}` });
  const long = await call('PATCH', '/admin/settings/legal', { privacy: 'x'.repeat(50_001) });
  expect([long.status, long.json.errors?.[0]?.field]).toEqual([400, 'privacy']);
  await call('PATCH', '/admin/settings/legal', { imprint: 'Acme', terms: '' });
  expect((await call('GET', '/admin/settings/legal')).json).toMatchObject({ terms: '', imprint: 'Acme' });
});

test('a bucket is set by key, and its secret is never told again', async () => {
  const { call, sid } = await aCaller();
  const saved = await call('PUT', '/admin/settings/storage', { new_files: 's3', bucket: BUCKET });
  const { secret_access_key: _, ...shown } = BUCKET;
  expect(saved.json).toMatchObject({ new_files: 's3', bucket: shown, files_in_bucket: 0 });
  const read = await call('GET', '/admin/settings/storage');
  expect(read.json).toEqual(saved.json);
  expect(saved.text + read.text).not.toContain('secret');
  expect((await auditOf('storage')).at(-1)).toMatchObject({ via: `key:${sid}` });
  const { secret_access_key: __, ...kept } = { ...BUCKET, access_key_id: 'AKIAOTHER' };
  const refused = await call('PUT', '/admin/settings/storage', { new_files: 's3', bucket: kept });
  expect(refused.json.errors).toMatchObject([{ field: 'bucket.secret_access_key' }]);
  await call('PUT', '/admin/settings/storage', { new_files: 'local', bucket: null });
});

test('a bucket in which files of versions lie is not taken out', async () => {
  const { call } = await aCaller();
  await call('PUT', '/admin/settings/storage', { new_files: 's3', bucket: BUCKET });
  const { id: productId } = await aProduct();
  const at = new Date(0);
  const release = await db().release.create({ data: { productId, version: '1.0.0', releasedAt: at, createdAt: at } });
  const file = { fileName: 'a.bin', source: 's3' as const, location: 'aa/aa', sizeBytes: 1, sha256: 'a'.repeat(64) };
  const artifact = await db().artifact.create({ data: { ...file, releaseId: release.id, createdAt: at } });
  const refused = await call('PUT', '/admin/settings/storage', { new_files: 'local', bucket: null });
  expect(refused.json.errors).toMatchObject([{ field: 'bucket.bucket' }]);
  await db().artifact.delete({ where: { id: artifact.id } });
  expect((await call('PUT', '/admin/settings/storage', { new_files: 'local', bucket: null })).status).toBe(200);
});

test('storage is tried before it is saved: the folder works, a bucket that is away says so', async () => {
  const { call } = await aCaller();
  const local = await call('POST', '/admin/settings/storage/test', { new_files: 'local', bucket: null });
  expect(local.json).toEqual({ works: true, reason: null, detail: '' });
  const { settings, vanish } = await aBucket('');
  await vanish();
  const bucket = { ...BUCKET, endpoint: settings.endpoint };
  const away = await call('POST', '/admin/settings/storage/test', { new_files: 's3', bucket });
  expect(away.json).toMatchObject({ works: false, reason: 'storage_unreachable' });
  expect(away.text).not.toContain(SECRET);
  const wrong = await call('POST', '/admin/settings/storage/test', {
    new_files: 's3',
    bucket: { ...BUCKET, region: '' },
  });
  expect(wrong.json.errors).toMatchObject([{ field: 'bucket.region' }]);
});

test('tests of mail, payments and Dropbox say what they found, and are few', async () => {
  const { call } = await aCaller();
  const mail = await call('POST', '/admin/settings/mail/test');
  expect(mail.json).toEqual({ works: false, reason: 'no_mail_server', detail: '' });
  expect((await call('POST', '/admin/settings/payments/test')).json).toMatchObject({ works: true });
  expect((await call('POST', '/admin/settings/dropbox/test', {})).json).toMatchObject({ reason: 'no_key' });
  for (let more = 0; more < 9; more++) await call('POST', '/admin/settings/mail/test');
  const often = await call('POST', '/admin/settings/mail/test');
  expect([often.status, often.json.code, Number(often.headers['retry-after']) > 0]).toEqual([
    429,
    'rate_limited',
    true,
  ]);
});
