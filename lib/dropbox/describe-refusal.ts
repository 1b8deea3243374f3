import { type auth, DropboxResponseError, type files } from 'dropbox';
import { unreachable } from '../errors';
import { WayOutClosed } from '../guard-way-out';
import { PATIENCE_MS } from './reach-dropbox';

/** Why Dropbox did not do what it was asked. */
export type DropboxRefusal =
  /** The consent was taken back, its token is no longer good, or the account is closed. */
  | 'connection_ended'
  /** Dropbox does not know the app key. */
  | 'app_unknown'
  | 'permission_missing'
  | 'dropbox_full'
  | 'name_refused'
  /** A folder lies where the file should go. A file of the same name is no trouble: Dropbox picks another name. */
  | 'in_the_way'
  /** Dropbox got no file from the address it was told. */
  | 'could_not_fetch'
  | 'job_unknown'
  /** For now: too many calls, a fault on their side, no answer. */
  | 'dropbox_busy'
  | 'refused';

export type Refused = {
  ok: false;
  reason: DropboxRefusal;
  /** Dropbox's own words, for people; never a token. */
  detail: string;
  /** How long Dropbox asks to be left alone. */
  retryAfterMs?: number;
};

type ErrorBody = {
  /** An object with a tag from the API, a word from the token endpoint. */
  error?: { '.tag'?: string; path?: files.WriteError; reason?: { '.tag'?: string } } | string;
  error_summary?: string;
  error_description?: string;
};

const LONGEST = 300;

/** What an error of the SDK, or of the network below it, means to us. */
export function describeRefusal(thrown: unknown): Refused {
  if (!(thrown instanceof DropboxResponseError)) {
    return { ok: false, reason: 'dropbox_busy', detail: describeFault(thrown) };
  }
  const body = bodyOf(thrown.error);
  const detail = `${thrown.status} ${wordsOf(thrown.error, body)}`.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const retryAfterMs = retryAfter(thrown.headers);
  return {
    ok: false,
    reason: reasonOf(thrown.status, body),
    detail,
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

/** The error that `files/save_url` or its job came to. */
export function reasonOfSave(error: files.SaveUrlError): DropboxRefusal {
  switch (error['.tag']) {
    case 'path':
      return reasonOfWrite(error.path);
    case 'download_failed':
    case 'invalid_url':
      return 'could_not_fetch';
    case 'not_found':
    case 'other':
      return 'refused';
    default:
      return unreachable(error);
  }
}

const WRITE_REASONS: Record<files.WriteError['.tag'], DropboxRefusal> = {
  malformed_path: 'name_refused',
  conflict: 'in_the_way',
  no_write_permission: 'permission_missing',
  insufficient_space: 'dropbox_full',
  disallowed_name: 'name_refused',
  team_folder: 'refused',
  operation_suppressed: 'refused',
  too_many_write_operations: 'dropbox_busy',
  access_restricted: 'permission_missing',
  team_folder_insufficient_space: 'dropbox_full',
  member_folder_insufficient_space: 'dropbox_full',
  upload_traffic_limit_reached: 'dropbox_full',
  other: 'refused',
};

function reasonOfWrite(error: files.WriteError): DropboxRefusal {
  // A tag that a later Dropbox invents is in no table of today.
  const known: Partial<Record<string, DropboxRefusal>> = WRITE_REASONS;
  return known[error['.tag']] ?? 'refused';
}

const AUTH_REASONS: Record<auth.AuthError['.tag'], DropboxRefusal> = {
  invalid_access_token: 'connection_ended',
  expired_access_token: 'connection_ended',
  user_suspended: 'connection_ended',
  invalid_select_user: 'connection_ended',
  invalid_select_admin: 'connection_ended',
  missing_scope: 'permission_missing',
  route_access_denied: 'permission_missing',
  other: 'refused',
};

const TAGS: Record<string, DropboxRefusal> = {
  ...AUTH_REASONS,
  download_failed: 'could_not_fetch',
  invalid_url: 'could_not_fetch',
  invalid_async_job_id: 'job_unknown',
  internal_error: 'dropbox_busy',
};

function reasonOf(status: number, body: ErrorBody): DropboxRefusal {
  if (status === 429 || status >= 500) return 'dropbox_busy';
  // The token endpoint answers with words (RFC 6749); some of its answers carry the sentence in the same field.
  if (typeof body.error === 'string') {
    if (body.error.startsWith('invalid_grant')) return 'connection_ended';
    return body.error.startsWith('invalid_client') ? 'app_unknown' : 'refused';
  }
  const tag = body.error?.['.tag'] ?? '';
  if (tag === 'path' && body.error?.path) return reasonOfWrite(body.error.path);
  return TAGS[tag] ?? (status === 401 ? 'connection_ended' : 'refused');
}

function bodyOf(error: unknown): ErrorBody {
  // Every member is looked at before it is used; texts and other shapes have none of them.
  return typeof error === 'object' && error !== null ? (error as ErrorBody) : {};
}

function wordsOf(error: unknown, body: ErrorBody): string {
  if (typeof error === 'string') return error.startsWith('<') ? '' : error;
  const word = typeof body.error === 'string' ? body.error : '';
  return body.error_summary ?? [word, body.error_description].filter(Boolean).join(': ');
}

function describeFault(thrown: unknown): string {
  if (!(thrown instanceof Error)) return 'No answer.';
  if (thrown instanceof WayOutClosed) return thrown.message;
  if (thrown.name === 'TimeoutError') return `No answer in ${PATIENCE_MS / 1_000} seconds.`;
  const { cause } = thrown;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return `No answer${code === '' ? '' : ` (${code})`}.`;
}

function retryAfter(headers: unknown): number | undefined {
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
