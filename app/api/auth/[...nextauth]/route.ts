import type { NextRequest } from 'next/server';
import { handleAuth } from '@/lib/auth/next-auth-route';
import { isUsedEndpoint } from './used-endpoints';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

// Public: signing in and out, and asking who is signed in.
async function answer(request: NextRequest, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params;
  if (!isUsedEndpoint(request.method, nextauth)) return new Response('Not found\n', { status: 404 });
  return handleAuth(request, context);
}

export { answer as GET, answer as POST };
