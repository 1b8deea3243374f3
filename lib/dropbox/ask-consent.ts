import { DropboxAuth } from 'dropbox';
import { z } from 'zod';
import { describeRefusal, type Refused } from './describe-refusal';
import { dropboxOrigins } from './dropbox-origins';
import { reachDropbox } from './reach-dropbox';

/** The one permission that is asked for: to write files. Nothing in the customer's Dropbox can be read with it. */
export const SCOPE = 'files.content.write';

const granted = z.object({ refresh_token: z.string().min(1), scope: z.string() });

/**
 * The page of Dropbox where a person may agree, and the PKCE verifier (RFC 7636, S256) that must be kept until they come
 * back. `offline` asks for a refresh token: a save may wait for its turn longer than an access token lives.
 */
export async function askConsent(question: {
  appKey: string;
  redirectUri: string;
  state: string;
}): Promise<{ url: string; verifier: string }> {
  const auth = new DropboxAuth({ clientId: question.appKey, fetch: reachDropbox() });
  // The SDK writes its arguments into the address as they are.
  const redirectUri = encodeURIComponent(question.redirectUri);
  const state = encodeURIComponent(question.state);
  const address = await auth.getAuthenticationUrl(redirectUri, state, 'code', 'offline', [SCOPE], 'none', true);
  const { pathname, search } = new URL(String(address));
  return { url: dropboxOrigins().web + pathname + search, verifier: auth.getCodeVerifier() };
}

/** Turns the code that came back into a refresh token. A code works once, and only with the verifier of its question. */
export async function redeemCode(answer: {
  appKey: string;
  redirectUri: string;
  code: string;
  verifier: string;
}): Promise<{ ok: true; refreshToken: string } | Refused> {
  const auth = new DropboxAuth({ clientId: answer.appKey, fetch: reachDropbox() });
  auth.setCodeVerifier(answer.verifier);
  try {
    const { result } = await auth.getAccessTokenFromCode(
      encodeURIComponent(answer.redirectUri),
      encodeURIComponent(answer.code),
    );
    const parsed = granted.safeParse(result);
    if (!parsed.success) return { ok: false, reason: 'refused', detail: 'The answer has no refresh token.' };
    if (!parsed.data.scope.split(' ').includes(SCOPE)) {
      return { ok: false, reason: 'permission_missing', detail: `Granted was: ${parsed.data.scope}` };
    }
    return { ok: true, refreshToken: parsed.data.refresh_token };
  } catch (error) {
    return describeRefusal(error);
  }
}
