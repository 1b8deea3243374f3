import { headers } from 'next/headers';

/** Where a request came from, for limits, sessions and the audit. */
export type RequestFacts = { address: string; userAgent: string };

/**
 * The caller's network address and browser. lib/server puts the address it trusts into X-Forwarded-For before Next sees
 * the request; the last entry is the only one that a caller cannot write.
 */
export async function requestFacts(): Promise<RequestFacts> {
  return factsOf(await headers());
}

/** The same from any request's headers. */
export function factsOf(from: Pick<Headers, 'get'>): RequestFacts {
  return {
    address: from.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '',
    userAgent: from.get('user-agent') ?? '',
  };
}
