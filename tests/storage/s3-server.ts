import { randomBytes } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  S3Client,
} from '@aws-sdk/client-s3';
import type { S3Settings, StorageSettings } from '@/lib/storage/storage-settings';

/** The server that .ci/s3-suite.mjs has started. */
export function serverSettings(bucket: string, facts: Partial<S3Settings> = {}): S3Settings {
  return {
    endpoint: required('S3_TEST_ENDPOINT'),
    publicEndpoint: undefined,
    region: required('S3_TEST_REGION'),
    bucket,
    accessKeyId: required('S3_TEST_KEY'),
    secretAccessKey: required('S3_TEST_SECRET'),
    forcePathStyle: true,
    ...facts,
  };
}

/** New files go to this bucket. */
export function intoBucket(s3: S3Settings): StorageSettings {
  return { s3, newFiles: 's3' };
}

function client(): S3Client {
  const { endpoint = '', region, accessKeyId, secretAccessKey } = serverSettings('');
  return new S3Client({
    endpoint,
    region,
    forcePathStyle: true,
    credentials: { accessKeyId, secretAccessKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}

export async function aBucket(): Promise<string> {
  const name = `test-${randomBytes(6).toString('hex')}`;
  await client().send(new CreateBucketCommand({ Bucket: name }));
  return name;
}

/** All objects, and all uploads that were begun and neither finished nor withdrawn. */
export async function everythingIn(bucket: string): Promise<string[]> {
  const { Contents = [] } = await client().send(new ListObjectsV2Command({ Bucket: bucket }));
  const { Uploads = [] } = await client().send(new ListMultipartUploadsCommand({ Bucket: bucket }));
  const unfinished = Uploads.map((upload) => `unfinished ${upload.Key}`);
  return [...Contents.map((object) => object.Key ?? ''), ...unfinished].sort();
}

/** The bucket vanishes with all that is in it. */
export async function removeBucket(bucket: string): Promise<void> {
  for (const key of await everythingIn(bucket)) {
    await client().send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
  }
  await client().send(new DeleteBucketCommand({ Bucket: bucket }));
}

function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set: run these tests by "node .ci/s3-suite.mjs"`);
  return value;
}
