import { requireAdmin } from '@/lib/auth/require-admin';
import { eachAdminOrder, type ListedAdminOrder, listAdminOrders } from '@/lib/orders/list-admin-orders';
import type { OrderFilter } from '@/lib/orders/order-filter';
import { csvResponse } from '../../_list/csv-response';
import { readListView } from '../../_list/list-view';
import { ORDER_FILTERS, readOrderFilters } from '../order-filters';

const COLUMNS = ['order', 'placed', 'status', 'customer', 'products', 'total', 'refunded', 'currency'] as const;
const COUNTED = 10_000;

/** The orders as the list is narrowed, as CSV. Amounts are minor units, instants ISO 8601. */
export async function GET(request: Request): Promise<Response> {
  await requireAdmin('/admin/orders');
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { filter } = await readOrderFilters(readListView('/admin/orders', params, ORDER_FILTERS));
  const { count } = await listAdminOrders(filter, {});
  return csvResponse({
    name: 'orders',
    columns: COLUMNS,
    total: count > COUNTED ? undefined : count,
    pages: pagesOf(filter),
  });
}

async function* pagesOf(filter: OrderFilter) {
  for await (const orders of eachAdminOrder(filter)) yield orders.map(lineOf);
}

function lineOf(order: ListedAdminOrder) {
  const { number, placedAt, status, customerEmail, products, totalAmount, refundedAmount, currency } = order;
  const bought = products.join('; ');
  return [number, placedAt.toISOString(), status, customerEmail, bought, totalAmount, refundedAmount, currency];
}
