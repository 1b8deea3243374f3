import type { AddArtifactResult } from '../catalog/add-artifact';
import type { StorageFailure } from '../storage/file-store';
import type { FileNameProblem } from './check-file-name';
import type { ZipProblem } from './check-zip';

/** While an upload is in one of these it holds its file name and its bytes. */
export const OPEN_STATES = ['receiving', 'checking', 'storing', 'stalled'] as const;

export type UploadState = (typeof OPEN_STATES)[number] | 'ready' | 'refused' | 'cancelled' | 'abandoned';

/** Why nothing could be sent at all. */
export type OpenProblem =
  | FileNameProblem
  | 'file_empty'
  | 'file_too_large'
  | 'file_size_invalid'
  | 'disk_full'
  | 'release_not_found'
  | 'file_name_taken'
  /** Another admin, or another file under the same name, is on its way. */
  | 'name_in_use';

/** Why a request with bytes, or a look at an upload, was turned away. */
export type SendProblem =
  /** Not our permit for this upload. */
  | 'permit_invalid'
  | 'signed_out'
  /** Opened again in another window, which sends now. */
  | 'taken_over'
  | 'upload_not_found'
  | 'upload_ended'
  | 'disk_full'
  | 'part_too_large'
  | 'too_many_bytes'
  | 'wrong_offset'
  | 'not_complete'
  | 'hash_invalid';

/** Why a whole file waits: its storage, or its version as it has become meanwhile. */
export type StallProblem = StorageFailure | Extract<AddArtifactResult, { ok: false }>['reason'] | 'unexpected';

/** Why a whole file was thrown away. */
export type RefusedProblem = ZipProblem | 'size_differs' | 'hash_differs';

export type UploadStanding = {
  state: UploadState;
  problem: string | undefined;
  fileName: string;
  sizeBytes: number;
  /** How many bytes have arrived. */
  receivedBytes: number;
  /** How many of them have been handed on to where files are kept. */
  storedBytes: number;
};
