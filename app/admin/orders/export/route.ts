import { requireAdminChange } from '@/lib/auth/require-admin-change';
import { exportOrders, type ListedAdminOrder } from '@/lib/orders/list-admin-orders';
import { csvResponse } from '../../_list/csv-response';
import { readListView } from '../../_list/list-view';
import { mapPages } from '../../_list/map-pages';
import { ORDER_FILTERS, readOrderFilters } from '../order-filters';

const COLUMNS = ['order', 'placed', 'status', 'customer', 'products', 'total', 'refunded', 'currency'] as const;

/** The orders as the list is narrowed, as CSV. Asked for as a change is, because it is audited. Amounts are minor units. */
export async function GET(request: Request): Promise<Response> {
  const { actor } = await requireAdminChange('/admin/orders');
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { filter } = await readOrderFilters(readListView('/admin/orders', params, ORDER_FILTERS));
  const { total, pages } = await exportOrders(filter, actor);
  return csvResponse({ name: 'orders', columns: COLUMNS, total, pages: mapPages(pages, lineOf) });
}

function lineOf(order: ListedAdminOrder) {
  const { number, placedAt, status, customerEmail, products, totalAmount, refundedAmount, currency } = order;
  const bought = products.join('; ');
  return [number, placedAt.toISOString(), status, customerEmail, bought, totalAmount, refundedAmount, currency];
}
