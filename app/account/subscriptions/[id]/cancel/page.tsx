import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { requireCustomer } from '@/lib/auth/require-customer';
import { readSubscription, type SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { LinkButton } from '../../../../_ui/link-button';
import { PageHeader } from '../../../../_ui/page-header';
import { SubmitButton } from '../../../../_ui/submit-button';
import { cancel } from '../../actions';
import { standingOf, worksUntil } from '../../standing';

export const metadata: Metadata = { title: text('renewals.cancelTitle') };

const LIST = '/account/subscriptions';

/** The one question before a subscription is cancelled: what stays, and until when. */
export default async function CancelPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const customer = await requireCustomer(`${LIST}/${id}/cancel`);
  const subscription = await readSubscription({ id }, { customerId: customer.id });
  if (!subscription) notFound();
  const standing = standingOf(subscription);
  if (standing === 'cancelled' || standing === 'ending') redirect(LIST);
  return (
    <>
      <PageHeader title={text('renewals.cancelTitle')} text={text('renewals.cancelText')} />
      <WhatStays subscription={subscription} />
      <p className="max-w-text">{text('renewals.cancelAfter')}</p>
      <form action={cancel} className="flex flex-wrap gap-3">
        <input type="hidden" name="subscription" value={id} />
        <LinkButton href={LIST} variant="secondary">
          {text('renewals.cancelNo')}
        </LinkButton>
        <SubmitButton variant="danger" pendingText={text('renewals.cancelling')}>
          {text('renewals.cancelYes')}
        </SubmitButton>
      </form>
    </>
  );
}

function WhatStays({ subscription }: { subscription: SubscriptionView }) {
  const until = worksUntil(subscription);
  return (
    <ul className="flex max-w-text flex-col rounded-md border border-line bg-raised">
      {subscription.items.map(({ id, productTitle: title, planName: plan, resource }) => (
        <li
          key={id}
          className="flex flex-wrap justify-between gap-x-4 border-line px-4 py-3 [&:not(:first-child)]:border-t"
        >
          <span className="font-medium">{text('renewals.containsOne', { title, plan })}</span>
          <span>
            {text('renewals.cancelUntil')} <Until at={resource?.expiresAt ?? until} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Until({ at }: { at: Date | undefined }) {
  return at ? <DateTime at={at} /> : null;
}
