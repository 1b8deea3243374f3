import { cookies } from 'next/headers';
import { cache } from 'react';
import { readSession, type SignedInCustomer } from '../customers/session';
import { decodeSessionToken, sessionCookie } from './session-token';

/** Who this browser is signed in as, or undefined. The session row is read on every request (once within it). */
export const currentCustomer = cache(async (): Promise<SignedInCustomer | undefined> => {
  const sessionId = await cookieSessionId();
  return sessionId === undefined ? undefined : readSession(sessionId);
});

/** The session row that this browser's cookie names, whether it still lives or not. */
export async function cookieSessionId(): Promise<string | undefined> {
  const token = (await cookies()).get(sessionCookie().name)?.value;
  return token === undefined ? undefined : decodeSessionToken(token);
}
