import type { Readable } from 'node:stream';
import type { FilePart, StoredFile } from './stored-file';

/** Why a store of files cannot do what it is asked. */
export type StorageFailure =
  | 'disk_full'
  | 'storage_unreachable'
  | 'bucket_missing'
  | 'access_denied'
  | 'storage_not_set_up';

/** `detail` is what the system or the vendor said, for the admin's eyes; it never holds the secret. */
export type Failed<Reason extends string = StorageFailure> = { ok: false; reason: Reason; detail: string };

/** A file on this machine and what it is said to be. */
export type SourceFile = { path: string; sizeBytes: number; sha256: string };

export type PutOptions = {
  /** Called with the bytes sent so far. */
  onProgress?: (bytes: number) => void;
  /** Ends the work; `put` then rejects with its reason, and nothing is left behind. */
  signal?: AbortSignal;
};

/** `content_differs`: the file is not what it was said to be; nothing was kept. */
export type PutResult = { ok: true; stored: StoredFile } | Failed<StorageFailure | 'content_differs'>;

export type SizeResult = { ok: true; sizeBytes: number } | Failed<StorageFailure | 'file_missing'>;

/**
 * A place that keeps files under the SHA-256 of their content. Every driver keeps the same promises, and one suite of tests
 * holds them to it (tests/storage/contract.ts): a file appears whole or not at all, equal content is one file, and a
 * location that the driver would not have given is a missing file.
 */
export type FileStore = {
  put: (file: SourceFile, how?: PutOptions) => Promise<PutResult>;
  size: (location: string) => Promise<SizeResult>;
  /** The content or a part of it, read only as fast as it is taken. What fails on the way fails the stream. */
  read: (location: string, part?: FilePart) => Readable;
  /** The same part without garbage, where the driver can: a chunk is good until the next one is asked for. */
  readInPlace?: (location: string, part: FilePart) => AsyncIterable<Uint8Array>;
  /** For probes only: artifacts are never deleted. An absent file is fine. */
  remove: (location: string) => Promise<{ ok: true } | Failed>;
};
