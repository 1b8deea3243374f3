import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { listProductNames } from '@/lib/catalog/list-product-names';
import { exportLicences } from '@/lib/licensing/export-lists';
import { csvResponse } from '../../_list/csv-response';
import { readListView } from '../../_list/list-view';
import { mapPages } from '../../_list/map-pages';
import { LICENCE_FILTERS, licenceFilter } from '../licence-view';

const COLUMNS =
  'licence,state,product,plan,product_id,customer,order,activation_limit,activations,over_limit,expires_at,created_at,key';

/** The licence list as it is narrowed, as CSV. Asked for as a change is, because it is audited. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireAdminChange('/admin/licences');
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const view = readListView('/admin/licences', params, LICENCE_FILTERS);
  const { total, pages } = await exportLicences(licenceFilter(view, await listProductNames()), actor);
  return csvResponse({
    name: 'licences',
    columns: COLUMNS.split(','),
    total,
    pages: mapPages(pages, (row) => [
      row.number,
      row.state,
      row.productTitle,
      row.planName,
      row.planNumber,
      row.customerEmail,
      row.orderNumber,
      row.activationLimit,
      row.activationCount,
      row.overLimit,
      row.expiresAt,
      row.createdAt,
      row.keyHint,
    ]),
  });
}
