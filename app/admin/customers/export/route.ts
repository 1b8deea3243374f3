import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { exportCustomers } from '@/lib/customers/list-customers';
import { csvResponse } from '../../_list/csv-response';
import { readListView } from '../../_list/list-view';
import { mapPages } from '../../_list/map-pages';
import { CUSTOMER_FILTERS, customerFilter } from '../customer-filters';

const COLUMNS = 'customer,email,name,company,role,disabled_at,second_factor,orders,licences,created_at,deleted_at';

/** The customer list as it is narrowed, as CSV. Asked for as a change is, because it is audited. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireAdminChange('/admin/customers');
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const view = readListView('/admin/customers', params, CUSTOMER_FILTERS);
  const { total, pages } = await exportCustomers(customerFilter(view), actor);
  return csvResponse({
    name: 'customers',
    columns: COLUMNS.split(','),
    total,
    pages: mapPages(pages, (row) => [
      row.number,
      row.email,
      row.name,
      row.company,
      row.role,
      row.disabledAt,
      row.hasFactor ? 'yes' : 'no',
      row.orders,
      row.licences,
      row.createdAt,
      row.deletedAt,
    ]),
  });
}
