import type { ReactNode } from 'react';
import type { SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { SubscriptionsBox } from '../../_subscriptions/subscriptions-box';
import { CustomerBadges } from '../customer-badges';
import { DownloadsBox } from './downloads-box';
import { LicencesBox } from './licences-box';
import { OrdersBox } from './orders-box';
import type { readEverything } from './read-everything';

type DeletedCustomerProps = {
  found: NonNullable<Awaited<ReturnType<typeof readEverything>>>;
  subscriptions: SubscriptionView[];
  at: Date;
  /** What the last press came to. */
  children: ReactNode;
};

/** What is left of a customer who deleted their account: orders, and licences that stopped. Nothing can be done for it. */
export function DeletedCustomer({ found, subscriptions, at, children }: DeletedCustomerProps) {
  const { customer, orders, licences, downloads } = found;
  const { number, createdAt, deletedAt } = customer;
  return (
    <>
      <p>
        <Link href="/admin/customers" className="link">
          {text('customers.back')}
        </Link>
      </p>
      <PageHeader
        title={text('customers.deletedTitle', { number: String(number) })}
        actions={<CustomerBadges {...customer} hasFactor={false} />}
      />
      {children}
      <Notice>{text('customers.deletedText')}</Notice>
      <dl className="grid grid-cols-1 gap-x-8 gap-y-4 border-line border-y py-4 sm:grid-cols-2 lg:grid-cols-3">
        <Fact name={text('customers.customer')}>
          <span className="nums">{number}</span>
        </Fact>
        <Fact name={text('customers.since')}>
          <DateTime at={createdAt} />
        </Fact>
        {deletedAt ? (
          <Fact name={text('customers.deletedOn')}>
            <DateTime at={deletedAt} form="moment" />
          </Fact>
        ) : null}
      </dl>
      {orders.rows.length > 0 ? <OrdersBox customer={customer} orders={orders} /> : null}
      <SubscriptionsBox subscriptions={subscriptions} at={{ place: 'customers', number }} />
      {licences.rows.length > 0 ? <LicencesBox customer={customer} licences={licences} at={at} /> : null}
      {downloads.rows.length > 0 ? <DownloadsBox customer={customer} downloads={downloads} /> : null}
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col items-start gap-1">
      <dt className="text-muted text-sm">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
