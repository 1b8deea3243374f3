import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { listSubscriptions } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { LinkButton } from '../../../_ui/link-button';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import { PageNotice } from '../../../account/_parts/page-notice';
import { one, type SearchParams } from '../../../products/catalogue-view';
import { subscriptionNotices } from '../../_subscriptions/subscription-notices';
import { SubscriptionsBox } from '../../_subscriptions/subscriptions-box';
import { rowNumber } from '../../licences/licence-view';
import { CustomerBadges } from '../customer-badges';
import { AccountBox } from './account-box';
import { ActivationsBox } from './activations-box';
import { ApiPlanBox } from './api-plan-box';
import { CustomerFactsList } from './customer-facts';
import { customerNotices, planNotices } from './customer-notices';
import { DeletedCustomer } from './deleted-customer';
import { DownloadsBox } from './downloads-box';
import { LicencesBox } from './licences-box';
import { MailsBox } from './mails-box';
import { MasterKeyBox } from './master-key-box';
import { OrdersBox } from './orders-box';
import { readEverything } from './read-everything';
import { RefusedMail } from './refused-mail';

export const metadata: Metadata = { title: text('customers.customer'), referrer: 'same-origin' };

type CustomerPageProps = { params: Promise<{ number: string }>; searchParams: Promise<SearchParams> };

/** Everything about one person: the account, the master key, and what was bought, activated, fetched and mailed. */
export default async function CustomerPage({ params, searchParams }: CustomerPageProps) {
  const admin = await requireAdmin('/admin/customers');
  const number = rowNumber((await params).number);
  const at = now();
  const found = number === undefined ? undefined : await readEverything(number, at);
  if (!found) notFound();
  const { customer } = found;
  const subscriptions = await listSubscriptions(customer.id);
  const { notice, note } = await searchParams;
  const path = `/admin/customers/${customer.number}`;
  if (customer.deletedAt) {
    return (
      <DeletedCustomer found={found} subscriptions={subscriptions} at={at}>
        <PageNotice code={notice} known={{ ...customerNotices, ...planNotices, ...subscriptionNotices }} />
      </DeletedCustomer>
    );
  }
  return (
    <>
      <p>
        <Link href="/admin/customers" className="link">
          {text('customers.back')}
        </Link>
      </p>
      <PageHeader
        title={customer.name ?? customer.email}
        actions={
          <>
            <CustomerBadges {...customer} hasFactor={customer.factors.totp + customer.factors.passkey > 0} />
            <LinkButton href={`${path}/view`} variant="secondary" size="small">
              {text('customers.viewAs')}
            </LinkButton>
          </>
        }
      />
      <PageNotice code={notice} known={{ ...customerNotices, ...planNotices, ...subscriptionNotices }} />
      {one(note) === 'key_found' ? (
        <Notice tone="good" isAnswer>
          {text('lists.keyFound')}
        </Notice>
      ) : null}
      <RefusedMail email={customer.email} />
      <CustomerFactsList customer={customer} />
      <div className="grid gap-6 xl:grid-cols-2">
        <AccountBox customer={customer} isOwn={customer.id === admin.id} />
        <MasterKeyBox customer={customer} masterKey={found.masterKey} />
      </div>
      <OrdersBox customer={customer} orders={found.orders} />
      <SubscriptionsBox subscriptions={subscriptions} at={{ place: 'customers', number: customer.number }} />
      <LicencesBox customer={customer} licences={found.licences} at={at} />
      <ActivationsBox customer={customer} activations={found.activations} />
      <ApiPlanBox customer={customer} facts={found.apiPlan} />
      <DownloadsBox customer={customer} downloads={found.downloads} />
      <MailsBox customer={customer} mails={found.mails} />
    </>
  );
}
