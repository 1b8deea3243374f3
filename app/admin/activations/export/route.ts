import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { listProductNames } from '@/lib/catalog/list-product-names';
import { now } from '@/lib/clock';
import { exportActivations } from '@/lib/licensing/export-lists';
import { csvResponse } from '../../_list/csv-response';
import { readListView } from '../../_list/list-view';
import { mapPages } from '../../_list/map-pages';
import { ACTIVATION_FILTERS, activationFilter } from '../activation-view';

const COLUMNS =
  'where,instance,product,product_id,licence,customer,version,address,first_seen,last_seen,over_limit,key';

/** The activation list as it is narrowed, as CSV. Asked for as a change is, because it is audited. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireAdminChange('/admin/activations');
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const view = readListView('/admin/activations', params, ACTIVATION_FILTERS);
  const filter = activationFilter(view, await listProductNames(), now());
  const { total, pages } = await exportActivations(filter, actor);
  return csvResponse({
    name: 'activations',
    columns: COLUMNS.split(','),
    total,
    pages: mapPages(pages, (row) => [
      row.label,
      row.instance,
      row.productTitle,
      row.planNumber,
      row.licenceNumber,
      row.customerEmail,
      row.version,
      row.address,
      row.activatedAt,
      row.lastSeenAt,
      row.overLimit ? 'yes' : 'no',
      row.keyHint,
    ]),
  });
}
