import { postmanCollection } from '@/lib/protocols/v1/manage/handle';
import { storeFacts } from '@/lib/settings/store-facts';

// The store's own address stands in it.
export const dynamic = 'force-dynamic';

// Public, like the OpenAPI document that it is made from.
export function GET(): Response {
  return Response.json(postmanCollection(storeFacts().publicUrl), { headers: { 'cache-control': 'no-store' } });
}
