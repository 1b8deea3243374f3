import { exportKeys } from '@/lib/access-keys/export-keys';
import { requireCustomer } from '@/lib/auth/require-customer';
import { requireOwnPage } from '@/lib/auth/require-own-page';
import { sessionActor } from '@/lib/auth/session-actor';
import { now } from '@/lib/clock';
import { csvResponse } from '../../../admin/_list/csv-response';
import { mapPages } from '../../../admin/_list/map-pages';
import { KEYS_PATH, keyFilter, readKeysView } from '../key-view-address';

const COLUMNS =
  'sid,name,kind,prefix,state,access,operations,last_used_at,expires_at,created_at,calls_this_month,note,description';

/** The developer keys as the list is narrowed, as CSV. Asked for as a change is, because it is audited. */
export async function GET(request: Request): Promise<Response> {
  await requireOwnPage();
  const customer = await requireCustomer(KEYS_PATH);
  const view = readKeysView(Object.fromEntries(new URL(request.url).searchParams));
  const wish = { customerId: customer.id, filter: keyFilter(view), actor: await sessionActor(customer) };
  return csvResponse({
    name: 'api-keys',
    columns: COLUMNS.split(','),
    total: undefined,
    pages: mapPages(await exportKeys(wish, now()), (key) => [
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
