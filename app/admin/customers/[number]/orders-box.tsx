import type { CustomerFacts } from '@/lib/customers/read-customer';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Price } from '../../../_ui/price';
import { Table } from '../../../_ui/table';
import { OrderStatus } from '../../../account/_parts/order-status';
import { countOf, ListBox } from './list-box';
import { type readEverything, SHOWN } from './read-everything';

type Found = NonNullable<Awaited<ReturnType<typeof readEverything>>>;

/** The newest orders of this customer. */
export function OrdersBox({ customer, orders }: { customer: CustomerFacts; orders: Found['orders'] }) {
  return (
    <ListBox
      id="orders"
      title={text('customers.orders')}
      count={countOf(orders)}
      all={{ href: `/admin/orders?customer=${customer.number}`, label: text('customers.allOrders') }}
      {...(orders.rows.length === 0 ? { empty: <NoOrders /> } : {})}
    >
      <Table
        caption={text('customers.ordersCaption', { email: customer.email })}
        columns={[
          { key: 'number', header: text('customers.order') },
          { key: 'product', header: text('customers.product') },
          { key: 'placed', header: text('customers.placed') },
          { key: 'status', header: text('customers.status') },
          { key: 'total', header: text('customers.total'), align: 'end' },
        ]}
        rows={orders.rows.slice(0, SHOWN).map((order) => ({
          id: order.id,
          cells: {
            number: (
              <Link href={`/admin/orders/${order.number}`} className="link nums whitespace-nowrap">
                {text('orders.order', { number: String(order.number) })}
              </Link>
            ),
            product: order.products.join(', '),
            placed: <DateTime at={order.placedAt} />,
            status: <OrderStatus status={order.status} />,
            total: <Price minorUnits={order.totalAmount} currency={order.currency} />,
          },
        }))}
      />
    </ListBox>
  );
}

function NoOrders() {
  return (
    <p>
      {text('customers.noOrders')}{' '}
      <Link href="/admin/orders/new" className="link">
        {text('customers.enterOrder')}
      </Link>
    </p>
  );
}
