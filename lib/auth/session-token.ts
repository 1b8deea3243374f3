import { decode, encode } from 'next-auth/jwt';
import { SESSION_LIFETIME_MS } from '../customers/session';
import { env } from '../env';
import { derivedKey } from '../secrets/keyring';

export const SESSION_SECONDS = SESSION_LIFETIME_MS / 1000;

/** The secret under which next-auth encrypts its tokens: derived, never configured. */
export function sessionSecret(): string {
  return derivedKey('session').toString('base64');
}

/** The cookie of a signed-in browser. On https the browser itself guards its name: set over https, for this host only. */
export function sessionCookie() {
  const secure = env().publicUrl.startsWith('https://');
  return {
    name: secure ? '__Host-latchkey-session' : 'latchkey-session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
  };
}

/** next-auth's encrypted token for a session row. It carries the row's id and nothing else. */
export function encodeSessionToken(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: sessionSecret(), maxAge: SESSION_SECONDS });
}

/** The session row a token names, or undefined when it is not ours, was altered or has run out. */
export async function decodeSessionToken(token: string): Promise<string | undefined> {
  try {
    const claims = await decode({ token, secret: sessionSecret() });
    return typeof claims?.sid === 'string' ? claims.sid : undefined;
  } catch {
    return undefined;
  }
}
