import { z } from 'zod';
import { tryConnection } from '../../../../../customers/try-connection';
import { readShownStorage } from '../../../../../settings/read-storage-settings';
import { saveStorageSettings } from '../../../../../settings/save-storage-settings';
import type { StorageEntry, StorageFault, StorageField, StorageProblem } from '../../../../../settings/storage-entry';
import { tryStorageSettings } from '../../../../../settings/try-storage-settings';
import { type ManageReply, operation } from '../../operation';
import type { FieldFault } from '../../refusal';
import { refuseFields } from './fields';
import { refuseTest, testedSchema } from './test-connections';

const bucketShape = {
  endpoint: z.string().default('').describe('Where the store reaches it; empty: Amazon S3 of the region.'),
  public_endpoint: z.string().default('').describe('Where customers reach it, when that differs.'),
  region: z.string(),
  bucket: z.string(),
  access_key_id: z.string(),
  force_path_style: z.boolean().default(false),
};

const newFiles = z.enum(['local', 's3']).describe('Where new files go. Those that are there stay readable.');

const entrySchema = z.object({
  new_files: newFiles,
  bucket: z
    .object({
      ...bucketShape,
      secret_access_key: z.string().default('').describe('Empty: the one that is there. Never shown again.'),
    })
    .nullable(),
});

const storageSchema = z
  .object({
    new_files: newFiles,
    bucket: z
      .object({
        endpoint: z.string(),
        public_endpoint: z.string(),
        region: z.string(),
        bucket: z.string(),
        access_key_id: z.string(),
        force_path_style: z.boolean(),
      })
      .nullable(),
    files_in_bucket: z.int(),
  })
  .meta({ id: 'StorageSettings' });

function entryOf({ new_files, bucket }: z.output<typeof entrySchema>): StorageEntry {
  return {
    newFiles: new_files,
    endpoint: bucket?.endpoint ?? '',
    publicEndpoint: bucket?.public_endpoint ?? '',
    region: bucket?.region ?? '',
    bucket: bucket?.bucket ?? '',
    accessKeyId: bucket?.access_key_id ?? '',
    secretAccessKey: bucket?.secret_access_key ?? '',
    forcePathStyle: bucket?.force_path_style ?? false,
  };
}

async function tellStorage(): Promise<ManageReply<z.input<typeof storageSchema>>> {
  const { entry, hasSecret, filesInBucket } = await readShownStorage();
  const bucket = {
    endpoint: entry.endpoint,
    public_endpoint: entry.publicEndpoint,
    region: entry.region,
    bucket: entry.bucket,
    access_key_id: entry.accessKeyId,
    force_path_style: entry.forcePathStyle,
  };
  // The row holds nothing else than these two.
  const new_files = entry.newFiles === 's3' ? 's3' : 'local';
  return { ok: true, body: { new_files, bucket: hasSecret ? bucket : null, files_in_bucket: filesInBucket } };
}

const FIELDS: Record<StorageField, string> = {
  newFiles: 'new_files',
  endpoint: 'bucket.endpoint',
  publicEndpoint: 'bucket.public_endpoint',
  region: 'bucket.region',
  bucket: 'bucket.bucket',
  accessKeyId: 'bucket.access_key_id',
  secretAccessKey: 'bucket.secret_access_key',
  forcePathStyle: 'bucket.force_path_style',
};

const SAID: Record<StorageProblem, string> = {
  missing: 'is missing',
  not_an_address: 'is no address of http or https without a path',
  needs_https: 'must be https, or of this machine or its network',
  not_a_region: 'is no name of a region',
  not_a_bucket: 'is no name of a bucket',
  not_a_key_id: 'is no id of an access key',
  secret_of_another_key: 'is needed: another access key has another secret',
  no_bucket_for_new_files: 'says s3, and there is no bucket',
  bucket_in_use: 'holds files of versions, whose downloads would end',
  not_a_choice: 'is neither local nor s3',
};

function faultsOf(faults: readonly StorageFault[]): FieldFault[] {
  return faults.map(({ field, problem }) => ({ field: FIELDS[field], problem: SAID[problem] }));
}

export const readStorageOperation = operation({
  id: 'settings.read_storage',
  area: 'settings',
  access: 'read',
  audience: 'admin',
  method: 'GET',
  path: '/admin/settings/storage',
  summary: 'Read where files lie and where new ones go, without the secret.',
  refusals: [],
  answerSchema: storageSchema,
  handle: tellStorage,
});

export const editStorageOperation = operation({
  id: 'settings.edit_storage',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'PUT',
  path: '/admin/settings/storage',
  summary: 'Set where files lie and where new ones go.',
  description: 'Send it whole. A bucket in which files of versions lie cannot be taken out.',
  refusals: ['etag_mismatch'],
  bodySchema: entrySchema,
  answerSchema: storageSchema,
  handle: async ({ body, caller }) => {
    const saved = await saveStorageSettings(entryOf(body), caller.actor);
    return saved.ok ? tellStorage() : refuseFields(faultsOf(saved.faults));
  },
});

export const testStorageOperation = operation({
  id: 'settings.test_storage',
  area: 'settings',
  access: 'write',
  audience: 'admin',
  method: 'POST',
  path: '/admin/settings/storage/test',
  summary: 'Try storage settings before they are saved, with a tiny file.',
  refusals: [],
  bodySchema: entrySchema,
  answerSchema: testedSchema,
  handle: async ({ body, caller, at }): Promise<ManageReply<z.input<typeof testedSchema>>> => {
    const trial = {
      name: 's3' as const,
      actor: { ...caller.actor, id: caller.customerId },
      run: () => tryStorageSettings(entryOf(body)),
      works: ({ ok }: { ok: boolean }) => ok,
    };
    const test = await tryConnection(trial, at);
    if (!test.ok) return refuseTest(test);
    const { answer } = test;
    if (answer.ok) return { ok: true, body: { works: true, reason: null, detail: '' } };
    if (answer.reason === 'storage_invalid') return refuseFields(faultsOf(answer.faults));
    return { ok: true, body: { works: false, reason: answer.reason, detail: answer.detail } };
  },
});
