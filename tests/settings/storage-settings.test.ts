import { expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { readShownStorage, readStorageSettings } from '@/lib/settings/read-storage-settings';
import { saveStorageSettings } from '@/lib/settings/save-storage-settings';
import type { StorageEntry, StorageField, StorageProblem } from '@/lib/settings/storage-entry';
import { readStoreSettings } from '@/lib/settings/store-settings';
import { tryStorageSettings } from '@/lib/settings/try-storage-settings';
import { useDatabase } from '../support/database';
import { aCustomer, aProduct, bySystem } from '../support/factories';

useDatabase();

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const NOTHING: StorageEntry = {
  newFiles: 'local',
  endpoint: '',
  publicEndpoint: '',
  region: '',
  bucket: '',
  accessKeyId: '',
  secretAccessKey: '',
  forcePathStyle: false,
};
const BUCKET: StorageEntry = {
  newFiles: 's3',
  endpoint: 'https://s3.example.com/',
  publicEndpoint: '',
  region: 'eu-central-1',
  bucket: 'releases',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: SECRET,
  forcePathStyle: true,
};
const KEPT: StorageEntry = { ...BUCKET, secretAccessKey: '' };

const save = (entry: StorageEntry) => saveStorageSettings(entry, bySystem);
const faultsOf = async (entry: StorageEntry) => {
  const result = await save(entry);
  return result.ok ? [] : result.faults;
};

test('a new store keeps files in the local folder', async () => {
  expect(await readStorageSettings()).toEqual({ newFiles: 'local', s3: undefined });
  expect(await faultsOf(KEPT)).toEqual([{ field: 'secretAccessKey', problem: 'missing' }]);
});

test('a saved bucket is read back with its secret, which lies sealed and is shown to nobody', async () => {
  expect(await save(BUCKET)).toEqual({ ok: true, isChanged: true });
  expect(await readStorageSettings()).toEqual({
    newFiles: 's3',
    s3: {
      endpoint: 'https://s3.example.com',
      publicEndpoint: undefined,
      region: 'eu-central-1',
      bucket: 'releases',
      accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
      secretAccessKey: SECRET,
      forcePathStyle: true,
    },
  });
  const shown = await readShownStorage();
  expect(shown).toMatchObject({ hasSecret: true, entry: { bucket: 'releases', secretAccessKey: '' } });
  const row = await db().storeSetting.findUniqueOrThrow({ where: { key: 'storage' } });
  expect(JSON.stringify([shown, row])).not.toContain(SECRET);
});

test('an empty secret keeps the one that is there, also when an address changes', async () => {
  await save(BUCKET);
  expect(await save(KEPT)).toEqual({ ok: true, isChanged: false });
  await save({ ...KEPT, publicEndpoint: 'https://files.example.com' });
  expect((await readStorageSettings()).s3).toMatchObject({
    publicEndpoint: 'https://files.example.com',
    secretAccessKey: SECRET,
  });
});

test('the audit tells who changed what, and that a secret was replaced, never the secret', async () => {
  const admin = await aCustomer({ role: 'admin' });
  const actor = { kind: 'admin' as const, id: admin.id, via: 'session:test' };
  await save(BUCKET);
  await saveStorageSettings({ ...BUCKET, secretAccessKey: 'another-secret', bucket: 'others' }, actor);
  await saveStorageSettings({ ...KEPT, bucket: 'others' }, actor);
  const rows = await db().auditEntry.findMany({ where: { actorId: admin.id } });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    action: 'storage_settings.save',
    before: { s3: { bucket: 'releases' } },
    after: { s3: { bucket: 'others' }, isSecretReplaced: true },
  });
  expect(JSON.stringify(rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
    /another-secret|sealedSecret/,
  );
});

test.each<[string, Partial<StorageEntry>, StorageField, StorageProblem]>([
  ['no bucket', { bucket: '' }, 'bucket', 'missing'],
  ['no region', { region: ' ' }, 'region', 'missing'],
  ['no key', { accessKeyId: '' }, 'accessKeyId', 'missing'],
  [
    'another key without its secret',
    { accessKeyId: 'AKIAOTHER', secretAccessKey: '' },
    'secretAccessKey',
    'secret_of_another_key',
  ],
  ['an endpoint that is no address', { endpoint: 's3.example.com' }, 'endpoint', 'not_an_address'],
  ['an endpoint with a path', { endpoint: 'https://s3.example.com/releases' }, 'endpoint', 'not_an_address'],
  ['an endpoint with a login', { endpoint: 'https://me:it@s3.example.com' }, 'endpoint', 'not_an_address'],
  ['another protocol', { publicEndpoint: 'ftp://s3.example.com' }, 'publicEndpoint', 'not_an_address'],
  ['a plain public endpoint', { publicEndpoint: 'http://s3.example.com' }, 'publicEndpoint', 'needs_https'],
  ['a plain endpoint without a public one', { endpoint: 'http://s3.example.com' }, 'publicEndpoint', 'needs_https'],
  ['a bucket with a slash', { bucket: 'releases/2026' }, 'bucket', 'not_a_bucket'],
  ['a region with a space', { region: 'eu central' }, 'region', 'not_a_region'],
  ['a key of two lines', { accessKeyId: 'AK\nIA' }, 'accessKeyId', 'not_a_key_id'],
  ['no such place', { newFiles: 'ftp' }, 'newFiles', 'not_a_choice'],
])('%s is refused by its field, and nothing is saved', async (_what, change, field, problem) => {
  await save(BUCKET);
  const before = await readStorageSettings();
  expect(await faultsOf({ ...BUCKET, ...change })).toContainEqual({ field, problem });
  expect(await tryStorageSettings({ ...BUCKET, ...change })).toMatchObject({ ok: false, reason: 'storage_invalid' });
  expect(await readStorageSettings()).toEqual(before);
});

test('half a bucket is told all that is missing at once', async () => {
  await save(NOTHING);
  const faults = await faultsOf({ ...NOTHING, endpoint: 'https://s3.example.com' });
  const missing = ['region', 'bucket', 'accessKeyId', 'secretAccessKey'];
  expect(faults).toEqual(missing.map((field) => ({ field, problem: 'missing' })));
  expect(await faultsOf({ ...NOTHING, newFiles: 's3' })).toEqual([
    { field: 'newFiles', problem: 'no_bucket_for_new_files' },
  ]);
});

test.each(['http://127.0.0.1:9000', 'http://192.168.1.20:9000', 'http://localhost:9000'])(
  'a plain endpoint of this machine or its network is fine: %s',
  async (endpoint) => {
    expect(await save({ ...BUCKET, endpoint })).toMatchObject({ ok: true });
  },
);

test('a bucket that holds files of releases is not taken out', async () => {
  await save(BUCKET);
  const { id: productId } = await aProduct();
  const at = new Date('2026-11-01T00:00:00Z');
  const release = await db().release.create({ data: { productId, version: '1.0.0', releasedAt: at, createdAt: at } });
  const artifact = await db().artifact.create({
    data: {
      releaseId: release.id,
      fileName: 'a.zip',
      source: 's3',
      location: 'ab/ab',
      sizeBytes: 1,
      sha256: 'ab'.repeat(32),
      createdAt: at,
    },
  });
  expect(await faultsOf(NOTHING)).toEqual([{ field: 'bucket', problem: 'bucket_in_use' }]);
  expect((await readShownStorage()).filesInBucket).toBe(1);
  expect(await save({ ...KEPT, newFiles: 'local' })).toMatchObject({ ok: true });
  await db().artifact.delete({ where: { id: artifact.id } });
  expect(await save(NOTHING)).toEqual({ ok: true, isChanged: true });
  expect(await readStorageSettings()).toEqual({ newFiles: 'local', s3: undefined });
});

test('a secret that was altered does not open', async () => {
  await save(BUCKET);
  const row = await db().storeSetting.findUniqueOrThrow({ where: { key: 'storage' } });
  const altered = JSON.stringify(row.value).replace(/(?<="sealedSecret":"[^"]{30})./, (one) =>
    one === 'A' ? 'B' : 'A',
  );
  await db().storeSetting.update({ where: { key: 'storage' }, data: { value: JSON.parse(altered) } });
  await expect(readStorageSettings()).rejects.toThrow();
  await save(BUCKET);
});

test('the sealed row is no store setting: the others are read as before', async () => {
  await save(BUCKET);
  expect(JSON.stringify(await readStoreSettings())).not.toContain('sealedSecret');
});
