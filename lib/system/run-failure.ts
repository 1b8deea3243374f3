/** Why a backup or a drill came to nothing. */
export const RUN_FAILURES = [
  /** The disk has less room than the store itself needs to go on. */
  'disk_full',
  'folder_not_writable',
  /** Read back, the archive was not what it says. */
  'damaged',
  'not_a_backup',
  'schema_unknown',
  'database_not_empty',
  /** The archive is not where it was put. */
  'backup_gone',
  'may_not_create_databases',
  /** The present keyring does not open what was restored. */
  'keyring_differs',
  /** Restored, but not a store that the doctor would call well. */
  'inconsistent',
  /** The process ended during each of its attempts. */
  'interrupted',
  'failed',
] as const;

export type RunFailure = (typeof RUN_FAILURES)[number];

export type Failed = { failure: RunFailure; detail: string };

/** The failure that an exception stands for. */
export function failureOf(error: unknown): RunFailure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    // PostgreSQL: no space left on its own disk.
    case '53100':
      return 'disk_full';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
      return 'folder_not_writable';
    // PostgreSQL: the role may not.
    case '42501':
      return 'may_not_create_databases';
    default:
      return 'failed';
  }
}

/** A column's text as the failure it names. */
export function readFailure(text: string | null): RunFailure | undefined {
  if (text === null) return undefined;
  return RUN_FAILURES.find((one) => one === text) ?? 'failed';
}
