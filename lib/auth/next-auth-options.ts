import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { endSession } from '../customers/end-session';
import { readSession, startSession } from '../customers/session';
import { signIn } from '../customers/sign-in';
import { env } from '../env';
import { factsOf } from './request-facts';
import { returnPath } from './return-path';
import { SESSION_SECONDS, sessionCookie, sessionSecret } from './session-token';

/**
 * next-auth 4 with the one way in there is. Credentials work only with its JWT strategy, and a JWT cannot be revoked; so
 * the token carries nothing but the id of a session row, which every read asks for (security.md T13). `onFault` hears what
 * went wrong inside: next-auth itself makes a refusal of everything, and takes the cookie of a session that it could not read.
 */
export function nextAuthOptions(onFault: (error: unknown) => void = () => {}): NextAuthOptions {
  const cookie = sessionCookie();
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    useSecureCookies: cookie.options.secure,
    cookies: { sessionToken: cookie },
    pages: { signIn: '/sign-in', signOut: '/account', error: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: (given, request) => heard(onFault, authorize(given, request)),
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => {
        const sid = user ? user.id : token.sid;
        const isLive = typeof sid === 'string' && (await heard(onFault, readSession(sid))) !== undefined;
        // next-auth answers a failing token with an empty session and takes the cookie away.
        if (!isLive) throw new Error('The session has ended');
        return { sid };
      },
      session: async ({ session, token }) => {
        const customer = typeof token.sid === 'string' ? await heard(onFault, readSession(token.sid)) : undefined;
        return customer ? { ...session, user: { name: customer.name, email: customer.email } } : session;
      },
      redirect: async ({ url }) => env().publicUrl + returnPath(pathOf(url)),
    },
    events: { signOut: async ({ token }) => heard(onFault, endNamedSession(token?.sid)) },
    // An ended session is everyday life; faults reach the log through the request that failed.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  };
}

async function heard<T>(onFault: (error: unknown) => void, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    onFault(error);
    throw error;
  }
}

async function authorize(given: Record<string, string> | undefined, request: { headers?: Record<string, unknown> }) {
  const facts = factsOf(new Headers(textHeaders(request.headers)));
  const email = typeof given?.email === 'string' ? given.email : '';
  const password = typeof given?.password === 'string' ? given.password : '';
  const result = await signIn({ email, password, ...facts });
  // With a second factor the password opens nothing here either; the way in is our own page, which asks for both.
  if (!result.ok || result.needsFactor) return null;
  const session = await startSession({ ...result.entry, by: 'password', ...facts });
  return session ? { id: session.id } : null;
}

function textHeaders(headers: Record<string, unknown> = {}): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

function pathOf(url: string): string {
  const { publicUrl } = env();
  return url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url;
}

async function endNamedSession(sid: unknown): Promise<void> {
  const customer = typeof sid === 'string' ? await readSession(sid) : undefined;
  if (!customer) return;
  const actor = { kind: customer.role, id: customer.id, via: `session:${customer.sessionId}` } as const;
  await endSession({ customerId: customer.id, sessionId: customer.sessionId, actor });
}
