import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ListedAdminOrder, listAdminOrders } from '@/lib/orders/list-admin-orders';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { Price } from '../../_ui/price';
import { Table } from '../../_ui/table';
import { OrderStatus } from '../../account/_parts/order-status';
import type { SearchParams } from '../../products/catalogue-view';
import { AdminList } from '../_list/admin-list';
import { readListView } from '../_list/list-view';
import { ORDER_FILTERS, readOrderFilters } from './order-filters';

export const metadata: Metadata = { title: text('orders.title') };

const PATH = '/admin/orders';
const COUNTED = 10_000;

/** Every order of the store, newest first, to be found by number, buyer, host, key or state. */
export default async function OrdersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const view = readListView(PATH, await searchParams, ORDER_FILTERS);
  const { filter, filters } = await readOrderFilters(view);
  const page = await listAdminOrders(filter, { after: view.after, before: view.before });
  const { count } = page;
  return (
    <>
      <PageHeader title={text('orders.title')} text={text('orders.listText')} actions={<EnterOrder />} />
      <AdminList
        view={view}
        searchLabel={text('orders.search')}
        filters={filters}
        page={page}
        count={count > COUNTED ? text('orders.countMany', { count: COUNTED }) : text('orders.count', { count })}
        exportPath={`${PATH}/export`}
        empty={{ title: text('orders.emptyTitle'), text: text('orders.emptyText'), action: <EnterOrder /> }}
      >
        <OrdersTable orders={page.rows} />
      </AdminList>
    </>
  );
}

function EnterOrder() {
  return (
    <LinkButton href={`${PATH}/new`} variant="secondary">
      {text('orders.new')}
    </LinkButton>
  );
}

function OrdersTable({ orders }: { orders: ListedAdminOrder[] }) {
  return (
    <Table
      caption={text('orders.caption')}
      columns={[
        { key: 'number', header: text('orders.number') },
        { key: 'customer', header: text('orders.customer') },
        { key: 'product', header: text('orders.product') },
        { key: 'placed', header: text('orders.placed') },
        { key: 'status', header: text('orders.status') },
        { key: 'total', header: text('orders.total'), align: 'end' },
      ]}
      rows={orders.map((order) => ({
        id: order.id,
        cells: {
          number: (
            <Link href={`${PATH}/${order.number}`} className="link nums">
              {text('orders.order', { number: String(order.number) })}
            </Link>
          ),
          customer: <span className="break-all">{order.customerEmail}</span>,
          product: productsText(order.products),
          placed: <DateTime at={order.placedAt} />,
          status: <OrderStatus status={order.status} />,
          total: <Total order={order} />,
        },
      }))}
    />
  );
}

function productsText([first = '', ...more]: string[]): string {
  return more.length === 0 ? first : `${first} ${text('orders.moreProducts', { count: more.length })}`;
}

function Total({ order }: { order: ListedAdminOrder }) {
  const { totalAmount, refundedAmount, currency } = order;
  return (
    <span className="inline-flex flex-col items-end">
      <Price minorUnits={totalAmount} currency={currency} />
      {refundedAmount > 0 ? (
        <span className="text-muted text-sm">
          <Price minorUnits={-refundedAmount} currency={currency} />
        </span>
      ) : null}
    </span>
  );
}
