import type { AskToFinishResult } from '../../../../../uploads/ask-to-finish';
import type { BeginUploadResult } from '../../../../../uploads/begin-upload';
import type { ReceiveFileResult } from '../../../../../uploads/receive-file';
import type { ReceivePartResult } from '../../../../../uploads/receive-part';
import type { RefusedProblem, StallProblem } from '../../../../../uploads/upload-state';
import type { FieldFault, ManageRefusal } from '../../refusal';
import type { PlainReason } from './fields';

type ReasonOf<Result extends { ok: boolean }> = Extract<Result, { ok: false; reason: string }>['reason'];

/** Everything that can stand against a file on its way to a version. */
export type FileProblem =
  | ReasonOf<BeginUploadResult>
  | ReasonOf<ReceivePartResult>
  | ReasonOf<ReceiveFileResult>
  | ReasonOf<AskToFinishResult>
  | RefusedProblem
  | StallProblem;

const name = (problem: string): FieldFault => ({ field: 'file_name', problem });
const content = (problem: string): FieldFault => ({ field: 'body', problem });

const SAID: Record<FileProblem, PlainReason | FieldFault> = {
  file_name_empty: name('is missing'),
  file_name_path: name('holds slashes, or is two dots'),
  file_name_invisible: name('holds invisible characters'),
  file_name_too_long: name('is longer than 200 bytes'),
  file_name_reserved: name('cannot be kept by Windows'),
  file_name_invalid: name('cannot be kept by every system'),
  platform_invalid: { field: 'platform', problem: 'is longer than 60 characters, or holds control characters' },
  file_empty: { field: 'size_bytes', problem: 'is 0: the file is empty' },
  file_too_large: { field: 'size_bytes', problem: 'is more than 10737418240' },
  file_size_invalid: { field: 'size_bytes', problem: 'is no number of bytes' },
  hash_invalid: { field: 'sha256', problem: 'is not 64 small hexadecimal digits' },
  hash_differs: { field: 'sha256', problem: 'is not that of what arrived, which was thrown away' },
  size_differs: { field: 'size_bytes', problem: 'is not that of what arrived, which was thrown away' },
  too_few_bytes: { field: 'size_bytes', problem: 'is more than what arrived, which was thrown away' },
  too_many_bytes: { field: 'size_bytes', problem: 'is less than what arrived' },
  broken_off: content('broke off'),
  zip_broken: content('is no whole zip file'),
  zip_empty: content('is a zip without files'),
  zip_too_many_entries: content('is a zip of more than 60000 entries'),
  zip_expands_too_much: content('is a zip that grows beyond all measure'),
  zip_entry_name: content('is a zip with an entry that would be written outside of its folder'),
  zip_encrypted: content('is a zip with a password'),
  part_too_large: 'too_large',
  release_not_found: 'not_found',
  upload_not_found: 'not_found',
  file_name_taken: 'file_name_taken',
  name_in_use: 'upload_in_progress',
  upload_ended: 'upload_ended',
  not_complete: 'upload_incomplete',
  wrong_offset: 'upload_offset_wrong',
  disk_full: 'storage_failed',
  storage_unreachable: 'storage_failed',
  bucket_missing: 'storage_failed',
  access_denied: 'storage_failed',
  storage_not_set_up: 'storage_failed',
  unexpected: 'storage_failed',
};

/** Why a file did not become part of a version, in the words of this API. */
export function refuseFile(problem: FileProblem): { ok: false; refusal: ManageRefusal } {
  const said = SAID[problem];
  if (typeof said === 'string') return { ok: false, refusal: { reason: said } };
  return { ok: false, refusal: { reason: 'invalid_request', errors: [said] } };
}

/** The same for a problem as an upload's row remembers it. */
export function refuseRemembered(problem: string | undefined): { ok: false; refusal: ManageRefusal } {
  const known = Object.keys(SAID).find((one) => one === problem);
  // Found among the keys just now.
  return refuseFile((known ?? 'unexpected') as FileProblem);
}
