import type { ListedOrder } from '@/lib/orders/list-orders';
import { text } from '../../../../../_texts/text';
import { DateTime } from '../../../../../_ui/date-time';
import { PageHeader } from '../../../../../_ui/page-header';
import { Price } from '../../../../../_ui/price';
import { Table } from '../../../../../_ui/table';
import { OrderStatus } from '../../../../../account/_parts/order-status';

/** The order history, without its ways on. */
export function ViewedOrders({ orders }: { orders: ListedOrder[] }) {
  return (
    <>
      <PageHeader title={text('account.ordersTitle')} />
      {orders.length === 0 ? (
        <p className="text-muted">{text('account.ordersEmptyTitle')}</p>
      ) : (
        <Table
          caption={text('account.ordersCaption')}
          columns={[
            { key: 'number', header: text('account.orderNumber') },
            { key: 'date', header: text('account.orderDate') },
            { key: 'items', header: text('account.orderItems') },
            { key: 'status', header: text('account.orderStatus') },
            { key: 'total', header: text('account.orderTotal'), align: 'end' },
          ]}
          rows={orders.map((order) => ({
            id: order.id,
            cells: {
              number: text('account.order', { number: String(order.number) }),
              date: <DateTime at={order.placedAt} />,
              items: order.items
                .map(({ quantity, productTitle: title }) => text('account.quantityTimes', { quantity, title }))
                .join(', '),
              status: <OrderStatus status={order.status} />,
              total: <Price minorUnits={order.totalAmount} currency={order.currency} />,
            },
          }))}
        />
      )}
    </>
  );
}
