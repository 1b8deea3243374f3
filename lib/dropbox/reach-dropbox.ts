import { guardWayOut } from '../guard-way-out';
import { dropboxOrigins } from './dropbox-origins';

/** How long one thing that Dropbox is asked may take, with the access token it needs: Dropbox answers in well under a second. */
export const PATIENCE_MS = 5_000;
const TOKEN_PATH = '/oauth2/token';

/**
 * The `fetch` that the SDK is given for one thing it is asked, whose time begins now. The SDK writes codes, verifiers and
 * refresh tokens into the address of the token endpoint, where every proxy on the way may log them; they go into the body
 * here, which RFC 6749 asks for. And its `domain` options always speak https, so a stand-in on this machine is reached here
 * too.
 */
export function reachDropbox(): typeof fetch {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const { api } = dropboxOrigins();
  // The SDK gives an address as a text, as it says in its own types.
  return (address, options = {}) => {
    const { pathname, search } = new URL(String(address));
    const ask = () =>
      pathname === TOKEN_PATH
        ? fetch(api + TOKEN_PATH, { method: 'POST', body: new URLSearchParams(search), signal, redirect: 'error' })
        : fetch(api + pathname + search, { ...options, signal, redirect: 'error' });
    return guardWayOut({ name: 'dropbox', address: api }, ask, (outcome) =>
      'error' in outcome ? true : outcome.value.status >= 500,
    );
  };
}
