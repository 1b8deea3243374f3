import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { guardWayOut, type Outcome } from '../guard-way-out';
import { isLocation } from './file-location';
import type { Failed, FileStore, SizeResult } from './file-store';
import { lateStream } from './late-stream';
import { putS3 } from './put-s3';
import { type S3Clients, s3Clients } from './s3-client';
import { s3Failure, statusOf } from './s3-failure';
import type { S3Settings } from './storage-settings';
import type { FilePart } from './stored-file';

/** Somebody waits for these answers, however many requests one takes. */
const ANSWER_MS = 5_000;

type Bucket = { clients: S3Clients; name: string; address: string };

/** Files in a bucket of anything that speaks S3. */
export function s3Bucket(settings: S3Settings): FileStore {
  const bucket = { clients: s3Clients(settings), name: settings.bucket, address: addressOf(settings) };
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

async function sizeOf(bucket: Bucket, location: string): Promise<SizeResult> {
  const { clients, name } = bucket;
  const missing = { ok: false as const, reason: 'file_missing' as const, detail: 'No such object in the bucket.' };
  if (!isLocation(location)) return missing;
  const abortSignal = AbortSignal.timeout(ANSWER_MS);
  try {
    const head = await spared(bucket, () =>
      clients.store.send(new HeadObjectCommand({ Bucket: name, Key: location }), { abortSignal }),
    );
    return { ok: true, sizeBytes: head.ContentLength ?? 0 };
  } catch (error) {
    // A HEAD has no body to tell a missing object from a missing bucket.
    if (statusOf(error) === 404) return (await bucketFailure(bucket, abortSignal)) ?? missing;
    return failed(error);
  }
}

async function bucketFailure(bucket: Bucket, abortSignal: AbortSignal): Promise<Failed | undefined> {
  const { clients, name } = bucket;
  try {
    await spared(bucket, () => clients.store.send(new HeadBucketCommand({ Bucket: name }), { abortSignal }));
    return undefined;
  } catch (error) {
    // A key may be allowed its objects and not the bucket itself.
    return statusOf(error) === 403 ? undefined : failed(error);
  }
}

async function removeS3(bucket: Bucket, location: string): Promise<{ ok: true } | Failed> {
  const { clients, name } = bucket;
  if (!isLocation(location)) return { ok: true };
  const abortSignal = AbortSignal.timeout(ANSWER_MS);
  try {
    await spared(bucket, () =>
      clients.store.send(new DeleteObjectCommand({ Bucket: name, Key: location }), { abortSignal }),
    );
    return { ok: true };
  } catch (error) {
    return statusOf(error) === 404 ? { ok: true } : failed(error);
  }
}

/**
 * What moves no content, and comes before all that does: a bucket that does not answer is not asked for a while. The content
 * itself may be ended by whoever reads it, which says nothing of the bucket.
 */
function spared<T>({ address }: Bucket, ask: () => Promise<T>): Promise<T> {
  return guardWayOut({ name: 's3', address }, ask, isAway);
}

function isAway(outcome: Outcome<unknown>): boolean {
  if ('value' in outcome) return false;
  const status = statusOf(outcome.error);
  return status === undefined ? s3Failure(outcome.error) !== undefined : status >= 500;
}

function addressOf({ endpoint, region, bucket }: S3Settings): string {
  return [endpoint, region, bucket].join(' ');
}

function failed(error: unknown): Failed {
  const failure = s3Failure(error);
  if (failure === undefined) throw error;
  return failure;
}
