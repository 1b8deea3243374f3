import { securityText } from '@/lib/settings/security-text';

export const dynamic = 'force-dynamic';

// Public: where to tell about a weakness or a key that leaked (RFC 9116).
export function GET(): Response {
  return new Response(securityText(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
}
