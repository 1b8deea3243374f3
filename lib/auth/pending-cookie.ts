import { cookies } from 'next/headers';
import { PENDING_SIGN_IN_MS, startPendingSignIn } from '../customers/pending-sign-in';
import type { Entry } from '../customers/session';
import { sessionCookie } from './session-token';

/**
 * Lets this browser, which showed the right password, go on to its second factor. It is not signed in by that. False when the
 * entry came too late.
 */
export async function expectSecondFactor(entry: Entry): Promise<boolean> {
  const pending = await startPendingSignIn(entry);
  if (!pending) return false;
  const { name, options } = pendingCookie();
  (await cookies()).set(name, pending.token, { ...options, maxAge: PENDING_SIGN_IN_MS / 1000 });
  return true;
}

/** The token by which this browser continues a sign-in; empty when there is none. */
export async function pendingToken(): Promise<string> {
  return (await cookies()).get(pendingCookie().name)?.value ?? '';
}

/** Forgets the sign-in of this browser: it is finished or over. */
export async function forgetPendingToken(): Promise<void> {
  const { name, options } = pendingCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

function pendingCookie() {
  const { options } = sessionCookie();
  return { name: options.secure ? '__Host-latchkey-sign-in' : 'latchkey-sign-in', options };
}
