import type { ListedCustomer } from '@/lib/customers/list-customers';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Table } from '../../_ui/table';
import { CustomerBadges } from './customer-badges';

/** The people of a page, each a link to everything about them. */
export function CustomerTable({ rows }: { rows: ListedCustomer[] }) {
  return (
    <Table
      caption={text('customers.caption')}
      columns={[
        { key: 'customer', header: text('customers.customer') },
        { key: 'company', header: text('customers.company') },
        { key: 'orders', header: text('customers.orders'), align: 'end' },
        { key: 'licences', header: text('customers.licences'), align: 'end' },
        { key: 'since', header: text('customers.since'), align: 'end' },
      ]}
      rows={rows.map((customer) => ({
        id: customer.id,
        cells: {
          customer: <Person customer={customer} />,
          company: customer.company ? <span className="break-words">{customer.company}</span> : null,
          orders: <span className="nums">{customer.orders}</span>,
          licences: <span className="nums">{customer.licences}</span>,
          since: <DateTime at={customer.createdAt} />,
        },
      }))}
    />
  );
}

function Person({ customer }: { customer: ListedCustomer }) {
  const { number, name, email } = customer;
  return (
    <span className="flex min-w-0 flex-col items-start gap-0.5">
      <Link href={`/admin/customers/${number}`} className="link break-all">
        {name ?? email}
      </Link>
      <span className="break-all font-normal text-muted text-sm">
        {name === null ? text('customers.numbered', { number: String(number) }) : email}
      </span>
      <span className="flex flex-wrap gap-1.5 empty:hidden">
        <CustomerBadges {...customer} />
      </span>
    </span>
  );
}
