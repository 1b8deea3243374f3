import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { isLocation } from './file-location';
import type { Failed, FileStore, SizeResult } from './file-store';
import { lateStream } from './late-stream';
import { putS3 } from './put-s3';
import { type S3Clients, s3Clients } from './s3-client';
import { s3Failure, statusOf } from './s3-failure';
import type { S3Settings } from './storage-settings';
import type { FilePart } from './stored-file';

/** Somebody waits for these answers. */
const ANSWER_MS = 10_000;

type Bucket = { clients: S3Clients; name: string };

/** Files in a bucket of anything that speaks S3. */
export function s3Bucket(settings: S3Settings): FileStore {
  const bucket = { clients: s3Clients(settings), name: settings.bucket };
  const size = (location: string) => sizeOf(bucket, location);
  return {
    put: (file, how = {}) => putS3({ client: bucket.clients.store, bucket: bucket.name, size }, file, how),
    size,
    read: (location, part) => {
      if (!isLocation(location)) throw new Error('Not a location of the bucket');
      return lateStream((signal) => get(bucket, { location, part, signal }));
    },
    remove: (location) => removeS3(bucket, location),
  };
}

async function get(
  { clients, name }: Bucket,
  { location, part, signal }: { location: string; part: FilePart | undefined; signal: AbortSignal },
): Promise<Readable> {
  const range = part ? { Range: `bytes=${part.first}-${part.last}` } : {};
  const command = new GetObjectCommand({ Bucket: name, Key: location, ...range });
  const { Body } = await clients.store.send(command, { abortSignal: signal });
  if (Body instanceof Readable) return Body;
  throw new Error('The bucket answered without a content');
}

async function sizeOf({ clients, name }: Bucket, location: string): Promise<SizeResult> {
  const missing = { ok: false as const, reason: 'file_missing' as const, detail: 'No such object in the bucket.' };
  if (!isLocation(location)) return missing;
  const abortSignal = AbortSignal.timeout(ANSWER_MS);
  try {
    const head = await clients.store.send(new HeadObjectCommand({ Bucket: name, Key: location }), { abortSignal });
    return { ok: true, sizeBytes: head.ContentLength ?? 0 };
  } catch (error) {
    // A HEAD has no body to tell a missing object from a missing bucket.
    if (statusOf(error) === 404) return (await bucketFailure({ clients, name })) ?? missing;
    return failed(error);
  }
}

async function bucketFailure({ clients, name }: Bucket): Promise<Failed | undefined> {
  try {
    await clients.store.send(new HeadBucketCommand({ Bucket: name }), { abortSignal: AbortSignal.timeout(ANSWER_MS) });
    return undefined;
  } catch (error) {
    // A key may be allowed its objects and not the bucket itself.
    return statusOf(error) === 403 ? undefined : failed(error);
  }
}

async function removeS3({ clients, name }: Bucket, location: string): Promise<{ ok: true } | Failed> {
  if (!isLocation(location)) return { ok: true };
  const abortSignal = AbortSignal.timeout(ANSWER_MS);
  try {
    await clients.store.send(new DeleteObjectCommand({ Bucket: name, Key: location }), { abortSignal });
    return { ok: true };
  } catch (error) {
    return statusOf(error) === 404 ? { ok: true } : failed(error);
  }
}

function failed(error: unknown): Failed {
  const failure = s3Failure(error);
  if (failure === undefined) throw error;
  return failure;
}
