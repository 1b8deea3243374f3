import { cookies } from 'next/headers';
import { endSession } from '../customers/end-session';
import type { ProofKind } from '../customers/proof';
import { type Entry, readSession, startSession } from '../customers/session';
import { cookieSessionId } from './current-customer';
import { requestFacts } from './request-facts';
import { sessionActor } from './session-actor';
import { encodeSessionToken, SESSION_SECONDS, sessionCookie } from './session-token';

/**
 * Signs this browser in, from a server action or route: a new session row and next-auth's cookie for it. A session the
 * browser had before ends, so no id from before the sign-in is good after it. `by`: what
 * the sign-in took; left out for a browser that has just paid for this account. False when the entry came too late.
 */
export async function startBrowserSession(entry: Entry, by?: ProofKind): Promise<boolean> {
  await endBrowserSession();
  const { address, userAgent } = await requestFacts();
  const session = await startSession({ ...entry, address, userAgent, ...(by === undefined ? {} : { by }) });
  if (session) await continueBrowserSession(session.id);
  return session !== undefined;
}

/** Goes on under this session id, which may be a new one after a proof (`proveSession` of lib/customers/session). */
export async function continueBrowserSession(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await encodeSessionToken(sessionId), { ...options, maxAge: SESSION_SECONDS });
}

/** Signs this browser out: the row ends, so a copy of the cookie is worth nothing, and the cookie goes. */
export async function endBrowserSession(): Promise<void> {
  const sessionId = await cookieSessionId();
  if (sessionId === undefined) return;
  const customer = await readSession(sessionId);
  if (customer) await endSession({ customerId: customer.id, sessionId, actor: await sessionActor(customer) });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
