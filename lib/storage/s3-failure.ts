import type { Failed, StorageFailure } from './file-store';

const LONGEST_DETAIL = 600;

const BY_NAME: Record<string, StorageFailure> = {
  NoSuchBucket: 'bucket_missing',
  // Amazon's answers to a wrong region: the key or the address must be mended, and the message says to what.
  AuthorizationHeaderMalformed: 'access_denied',
  PermanentRedirect: 'bucket_missing',
  AllAccessDisabled: 'access_denied',
  RequestTimeTooSkewed: 'access_denied',
  EntityTooLarge: 'disk_full',
  QuotaExceeded: 'disk_full',
  InsufficientStorage: 'disk_full',
  XMinioStorageFull: 'disk_full',
};

/** What the vendor or the network refused, in our words; undefined for a fault of our own, which stays an exception. */
export function s3Failure(error: unknown): Failed | undefined {
  if (!(error instanceof Error)) return undefined;
  const status = statusOf(error);
  if (status === undefined && !isOfTheNetwork(error)) return undefined;
  return { ok: false, reason: reasonOf(error, status), detail: detailOf(error, status) };
}

/** HTTP status of an answer that was a refusal; undefined when there was no answer. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  const metadata: unknown = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

function reasonOf(error: Error, status: number | undefined): StorageFailure {
  const known = BY_NAME[error.name];
  if (known) return known;
  if (status === 401 || status === 403) return 'access_denied';
  if (status === 404) return 'bucket_missing';
  return status === 413 || status === 507 ? 'disk_full' : 'storage_unreachable';
}

// Errors of the file system carry a path; those of sockets, names, certificates and time limits do not.
function isOfTheNetwork(error: Error): boolean {
  if ('path' in error) return false;
  return 'code' in error || error.name === 'TimeoutError' || error.name === 'AbortError' || '$metadata' in error;
}

function detailOf(error: Error, status: number | undefined): string {
  const parts = [error.name === 'Error' ? '' : error.name, saidBy(error)].filter(Boolean).join(': ');
  const text = status === undefined ? parts : `${parts} (HTTP ${status})`;
  return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)} …` : text;
}

/** A failed attempt on several addresses of one name has no message of its own. */
function saidBy(error: Error): string {
  if (error.message !== '') return error.message;
  if (error instanceof AggregateError) {
    return error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join('; ');
  }
  return 'code' in error ? String(error.code) : '';
}
