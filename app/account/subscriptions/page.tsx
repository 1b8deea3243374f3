import type { Metadata } from 'next';
import { requireCustomer } from '@/lib/auth/require-customer';
import type { SignedInCustomer } from '@/lib/customers/session';
import { listRenewals } from '@/lib/orders/list-renewals';
import { listPlanChoices } from '@/lib/orders/subscriptions/change-subscription-plan';
import { listSubscriptions, type SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../_texts/text';
import { EmptyState } from '../../_ui/empty-state';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import type { SearchParams } from '../../products/catalogue-view';
import { PageNotice } from '../_parts/page-notice';
import { NOTICES } from './notices';
import { RenewalsSection } from './renewals-section';
import { SubscriptionCard } from './subscription-card';

export const metadata: Metadata = { title: text('renewals.title') };

/** What the signed-in customer pays for over time, and the fixed terms that can be renewed. */
export default async function SubscriptionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const customer = await requireCustomer('/account/subscriptions');
  const { notice } = await searchParams;
  const [subscriptions, renewals] = await Promise.all([
    listSubscriptions(customer.id),
    listRenewals({ customerId: customer.id }),
  ]);
  const changeable = await readChangeable(customer, subscriptions);
  if (subscriptions.length === 0 && renewals.length === 0) return <Nothing notice={notice} />;
  return (
    <>
      <PageNotice code={notice} known={NOTICES} />
      <PageHeader title={text('renewals.title')} text={text('renewals.text')} />
      {subscriptions.length === 0 ? null : (
        <section aria-labelledby="subscriptions" className="flex flex-col gap-4">
          <h2 id="subscriptions" className="text-lg">
            {text('renewals.subscriptions')}
          </h2>
          <ul className="flex flex-col gap-5">
            {subscriptions.map((subscription) => (
              <SubscriptionCard key={subscription.id} subscription={subscription} changeable={changeable} />
            ))}
          </ul>
        </section>
      )}
      {renewals.length === 0 ? null : <RenewalsSection renewals={renewals} />}
    </>
  );
}

/** The items for which there is more than the plan they have. */
async function readChangeable(
  { id, role }: Pick<SignedInCustomer, 'id' | 'role'>,
  subscriptions: SubscriptionView[],
): Promise<string[]> {
  const asked = { owner: { customerId: id }, actor: { kind: role, id } };
  const items = subscriptions
    .filter(({ status }) => status !== 'cancelled')
    .flatMap(({ id: subscriptionId, items }) => items.map((item) => ({ subscriptionId, itemId: item.id })));
  const choices = await Promise.all(items.map((item) => listPlanChoices({ ...asked, ...item })));
  return items.flatMap(({ itemId }, i) => (choices[i]?.some(({ isPresent }) => !isPresent) ? [itemId] : []));
}

function Nothing({ notice }: { notice: string | string[] | undefined }) {
  return (
    <>
      <PageNotice code={notice} known={NOTICES} />
      <PageHeader title={text('renewals.title')} />
      <EmptyState
        title={text('renewals.emptyTitle')}
        text={text('renewals.emptyText')}
        action={<LinkButton href="/products">{text('account.browse')}</LinkButton>}
      />
    </>
  );
}
