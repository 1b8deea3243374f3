import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { env } from '../env';
import { nextAuthOptions } from './next-auth-options';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/**
 * next-auth's own endpoints below /api/auth. What it could not look up is answered 503, and the browser's cookie stays as it
 * is.
 */
export async function handleAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  // next-auth 4 takes its own address only from this variable; without it the Host header of the request would decide.
  // biome-ignore lint/style/noProcessEnv: written for next-auth, never read
  process.env.NEXTAUTH_URL = env().publicUrl;
  const faults: unknown[] = [];
  const answer: Response = await NextAuth(
    request,
    context,
    nextAuthOptions((error) => faults.push(error)),
  );
  if (faults.length === 0) return answer;
  console.error('auth.request.failed', faults[0]);
  const headers = { 'retry-after': '10', 'cache-control': 'no-store' };
  return Response.json(
    { error: 'The store could not check that right now. Try again in a minute.' },
    { status: 503, headers },
  );
}
