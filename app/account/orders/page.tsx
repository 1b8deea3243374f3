import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import { type ListedOrder, listOrders } from '@/lib/orders/list-orders';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { EmptyState } from '../../_ui/empty-state';
import { Link } from '../../_ui/link';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { Price } from '../../_ui/price';
import { Table, type TableRow } from '../../_ui/table';
import { OrderStatus } from '../_parts/order-status';

export const metadata: Metadata = { title: text('account.ordersTitle') };

type Column = 'number' | 'date' | 'items' | 'status' | 'total' | 'invoice';

/** The signed-in customer's orders. */
export default async function OrdersPage() {
  const customer = await requireCustomer('/account/orders');
  const orders = await listOrders({ customerId: customer.id });
  return (
    <>
      <PageHeader title={text('account.ordersTitle')} />
      {orders.length === 0 ? <NoOrders /> : <OrdersTable orders={orders} />}
    </>
  );
}

function NoOrders() {
  return (
    <EmptyState
      title={text('account.ordersEmptyTitle')}
      text={text('account.ordersEmptyText')}
      action={
        <span className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <LinkButton href="/products">{text('account.browse')}</LinkButton>
          <Link href="/help/keys-missing" className="link">
            {text('orderView.noOrderHelp')}
          </Link>
        </span>
      }
    />
  );
}

function OrdersTable({ orders }: { orders: ListedOrder[] }) {
  const columns = [
    { key: 'number' as const, header: text('account.orderNumber') },
    { key: 'date' as const, header: text('account.orderDate') },
    { key: 'items' as const, header: text('account.orderItems') },
    { key: 'status' as const, header: text('account.orderStatus') },
    { key: 'total' as const, header: text('account.orderTotal'), align: 'end' as const },
    { key: 'invoice' as const, header: text('invoices.link'), align: 'end' as const },
  ];
  return <Table<Column> caption={text('account.ordersCaption')} columns={columns} rows={orders.map(toRow)} />;
}

function toRow(order: ListedOrder): TableRow<Column> {
  return {
    id: order.id,
    cells: {
      number: (
        <Link href={`/account/orders/${order.id}`} className="text-brass underline underline-offset-2">
          {text('account.order', { number: String(order.number) })}
        </Link>
      ),
      date: <DateTime at={order.placedAt} />,
      items: order.items
        .map(({ quantity, productTitle }) => text('account.quantityTimes', { quantity, title: productTitle }))
        .join(', '),
      status: <OrderStatus status={order.status} />,
      total: <Price minorUnits={order.totalAmount} currency={order.currency} />,
      invoice: order.paidAt ? <InvoiceLink order={order} /> : null,
    },
  };
}

function InvoiceLink({ order }: { order: ListedOrder }) {
  return (
    <Link
      href={`/account/orders/${order.id}/invoice`}
      className="link"
      aria-label={text('invoices.linkOf', { number: String(order.number) })}
    >
      {text('invoices.link')}
    </Link>
  );
}
