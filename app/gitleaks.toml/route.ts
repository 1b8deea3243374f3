import { scannerRule } from '@/lib/secrets/scanner-rule';
import { storeFacts } from '@/lib/settings/store-facts';

// The store's own address stands in it.
export const dynamic = 'force-dynamic';

// Public: how somebody else's scanner finds keys of this store, which is what their owners want.
export function GET(): Response {
  return new Response(scannerRule(storeFacts().publicUrl), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
