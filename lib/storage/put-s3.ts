import { Readable } from 'node:stream';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { ContentDiffers, confirmContent, contentDiffers, readChecked } from './checked-content';
import { locationOf } from './file-location';
import type { PutOptions, PutResult, SizeResult, SourceFile } from './file-store';
import { s3Failure } from './s3-failure';

const MIB = 1024 * 1024;
/** The least that S3 allows, so that little is held in memory; one is on its way while the next is read. */
const LEAST_PART_BYTES = 5 * MIB;
const PARTS_AT_ONCE = 1;
const MOST_PARTS = 10_000;

type Target = { client: S3Client; bucket: string; size: (location: string) => Promise<SizeResult> };

/**
 * Sends a file in parts. Its hash is taken while it is read, and the upload is completed only when it fits: whatever ends it
 * earlier (a wrong hash, an abort, a refusal) also withdraws the parts.
 */
export async function putS3(target: Target, file: SourceFile, how: PutOptions): Promise<PutResult> {
  const location = locationOf(file.sha256);
  const stored = { source: 's3' as const, location, sizeBytes: file.sizeBytes, sha256: file.sha256 };
  try {
    how.signal?.throwIfAborted();
    const there = await target.size(location);
    if (there.ok && there.sizeBytes === file.sizeBytes) {
      await confirmContent(file, how.signal);
      how.onProgress?.(file.sizeBytes);
      return { ok: true, stored };
    }
    // Every other refusal is told better by the upload itself: a HEAD answers without words, and says 403 of an object that
    // is not there yet to a key that may not list.
    if (!there.ok && there.reason === 'storage_unreachable') return { ...there, reason: there.reason };
    await send(target, { file, location, how });
    return await arrived(target, stored);
  } catch (error) {
    if (how.signal?.aborted) throw how.signal.reason;
    if (error instanceof ContentDiffers) return contentDiffers(error);
    const failure = s3Failure(error);
    if (failure === undefined) throw error;
    return failure;
  }
}

async function send(
  { client, bucket }: Target,
  { file, location, how }: { file: SourceFile; location: string; how: PutOptions },
): Promise<void> {
  const upload = new Upload({
    client,
    partSize: partBytes(file.sizeBytes),
    queueSize: PARTS_AT_ONCE,
    params: {
      Bucket: bucket,
      Key: location,
      Body: Readable.from(readChecked(file, how.signal), { objectMode: false, highWaterMark: 256 * 1024 }),
      ContentType: 'application/octet-stream',
      Metadata: { sha256: file.sha256 },
    },
  });
  upload.on('httpUploadProgress', ({ loaded }) => how.onProgress?.(loaded ?? 0));
  // Not `upload.abort()`: that answers before the parts are withdrawn. An aborted signal fails the reading instead.
  await upload.done();
}

/** What the bucket says it has must be what was sent. */
async function arrived(target: Target, stored: Extract<PutResult, { ok: true }>['stored']): Promise<PutResult> {
  const there = await target.size(stored.location);
  if (there.ok && there.sizeBytes === stored.sizeBytes) return { ok: true, stored };
  if (there.ok) {
    const detail = `The bucket keeps ${there.sizeBytes} bytes where ${stored.sizeBytes} were sent.`;
    return { ok: false, reason: 'content_differs', detail };
  }
  const detail = `The file was sent, but cannot be found in the bucket: ${there.detail}`;
  return { ok: false, reason: there.reason === 'file_missing' ? 'storage_unreachable' : there.reason, detail };
}

function partBytes(sizeBytes: number): number {
  return Math.max(LEAST_PART_BYTES, Math.ceil(sizeBytes / MOST_PARTS / MIB) * MIB);
}
