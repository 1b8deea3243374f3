import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { env } from '../env';
import { nextAuthOptions } from './next-auth-options';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** next-auth's own endpoints below /api/auth. */
export async function handleAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  // next-auth 4 takes its own address only from this variable; without it the Host header of the request would decide.
  // biome-ignore lint/style/noProcessEnv: written for next-auth, never read
  process.env.NEXTAUTH_URL = env().publicUrl;
  return NextAuth(request, context, nextAuthOptions());
}
