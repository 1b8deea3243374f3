import type { KeyFilter } from '@/lib/access-keys/key-statement';
import type { DeveloperKey } from '@/lib/access-keys/key-view';
import { listKeys } from '@/lib/access-keys/list-keys';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { now } from '@/lib/clock';
import { csvResponse } from '../../../admin/_list/csv-response';
import { mapPages } from '../../../admin/_list/map-pages';
import { KEYS_PATH, keyFilter, readKeysView } from '../key-view-address';

const COLUMNS =
  'sid,name,kind,prefix,state,access,operations,last_used_at,expires_at,created_at,calls_this_month,note,description';

/** The developer keys as the list is narrowed, as CSV. Nothing in it opens anything. */
export async function GET(request: Request): Promise<Response> {
  await requireOwnPage();
  const customer = await requireCustomer(KEYS_PATH);
  const view = readKeysView(Object.fromEntries(new URL(request.url).searchParams));
  return csvResponse({
    name: 'api-keys',
    columns: COLUMNS.split(','),
    total: undefined,
    pages: mapPages(keyPages(customer.id, keyFilter(view), now()), (key) => [
      key.sid,
      key.name,
      key.kind,
      key.prefix,
      key.state,
      key.access.mode,
      key.access.mode === 'restricted' ? key.access.operations.join(' ') : '',
      key.lastUsedAt,
      key.expiresAt,
      key.createdAt,
      key.callsThisMonth,
      key.note,
      key.description,
    ]),
  });
}

async function* keyPages(customerId: string, filter: KeyFilter, at: Date): AsyncGenerator<DeveloperKey[]> {
  let after: string | undefined;
  do {
    const page = await listKeys({ customerId, filter, page: { after }, size: 100 }, at);
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}
