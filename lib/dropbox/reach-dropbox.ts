import { dropboxOrigins } from './dropbox-origins';

/** Well below a job's lease; Dropbox answers these calls in well under a second. */
const PATIENCE_MS = 10_000;
const TOKEN_PATH = '/oauth2/token';

/**
 * The `fetch` that the SDK is given. The SDK writes codes, verifiers and refresh tokens into the address of the token
 * endpoint, where every proxy on the way may log them; they go into the body here, which RFC 6749 asks for. And its
 * `domain` options always speak https, so a stand-in on this machine is reached here too.
 */
export async function reachDropbox(address: string, options: RequestInit = {}): Promise<Response> {
  const { pathname, search } = new URL(address);
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const { api } = dropboxOrigins();
  if (pathname !== TOKEN_PATH) {
    return fetch(api + pathname + search, { ...options, signal, redirect: 'error' });
  }
  return fetch(api + TOKEN_PATH, { method: 'POST', body: new URLSearchParams(search), signal, redirect: 'error' });
}
