import { Dropbox, DropboxAuth, type files } from 'dropbox';
import { describeRefusal, type Refused, reasonOfSave } from './describe-refusal';
import { reachDropbox } from './reach-dropbox';

/** What opens one person's Dropbox: the refresh token, and the app it was given to. */
export type DropboxAccess = { appKey: string; refreshToken: string };

/** Where Dropbox has put the file. */
type Saved = { ok: true; kind: 'saved'; path: string };

/**
 * Tells Dropbox to fetch a file from an address. It usually answers with a job and fetches afterwards; it follows no
 * redirect of ours, since it is only given addresses that stream. A path that is taken is renamed by Dropbox.
 */
export async function startSave(
  access: DropboxAccess,
  file: { path: string; url: string },
): Promise<Saved | { ok: true; kind: 'started'; jobId: string } | Refused> {
  return refusing(async () => {
    const { result } = await dropboxOf(access).filesSaveUrl(file);
    if (result['.tag'] === 'complete') return savedAs(result);
    return { ok: true, kind: 'started', jobId: result.async_job_id };
  });
}

/** How far Dropbox is with a job it was given. */
export async function checkSave(
  access: DropboxAccess,
  jobId: string,
): Promise<Saved | { ok: true; kind: 'in_progress' } | Refused> {
  return refusing(async () => {
    const { result } = await dropboxOf(access).filesSaveUrlCheckJobStatus({ async_job_id: jobId });
    switch (result['.tag']) {
      case 'complete':
        return savedAs(result);
      case 'in_progress':
        return { ok: true, kind: 'in_progress' };
      case 'failed':
        return { ok: false, reason: reasonOfSave(result.failed), detail: tagsOf(result.failed) };
    }
  });
}

/** Takes the consent back at Dropbox: its refresh token and every access token made from it are worth nothing then. */
export async function revokeAccess(access: DropboxAccess): Promise<{ ok: true } | Refused> {
  return refusing(async () => {
    await dropboxOf(access).authTokenRevoke();
    return { ok: true };
  });
}

/** Each call makes an access token of its own and forgets it: none is stored, none can be stale. */
function dropboxOf({ appKey, refreshToken }: DropboxAccess): Dropbox {
  const reach = reachDropbox();
  // The SDK writes the token as it is into an address, which reachDropbox takes apart again.
  const auth = new DropboxAuth({
    clientId: appKey,
    refreshToken: encodeURIComponent(refreshToken),
    fetch: reach,
  });
  return new Dropbox({ auth, fetch: reach });
}

async function refusing<T>(work: () => Promise<T>): Promise<T | Refused> {
  try {
    return await work();
  } catch (error) {
    return describeRefusal(error);
  }
}

function savedAs(file: files.FileMetadata): Saved {
  return { ok: true, kind: 'saved', path: file.path_display ?? file.path_lower ?? `/${file.name}` };
}

/** "path/insufficient_space", as Dropbox writes it in its summaries. */
function tagsOf(error: files.SaveUrlError): string {
  return error['.tag'] === 'path' ? `path/${error.path['.tag']}` : error['.tag'];
}
