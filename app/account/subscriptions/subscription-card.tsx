import type { ReactNode } from 'react';
import type { SubscriptionItemView, SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { formatPrice } from '../../_ui/format-price';
import { Invoices } from './invoices';
import { type Standing, standingOf, worksUntil } from './standing';
import { SubscriptionButtons } from './subscription-buttons';

const TONES = {
  active: 'good',
  trialing: 'good',
  past_due: 'bad',
  paused: 'neutral',
  ending: 'warn',
  cancelled: 'neutral',
} as const;

type SubscriptionCardProps = {
  subscription: SubscriptionView;
  /** The items that have another plan to change to. */
  changeable: readonly string[];
};

/** One subscription: how it stands in plain words, what it costs and contains, and what can be done with it. */
export function SubscriptionCard({ subscription, changeable }: SubscriptionCardProps) {
  const standing = standingOf(subscription);
  const title = `subscription-${subscription.number}`;
  return (
    <li>
      <article aria-labelledby={title} className="flex flex-col gap-5 rounded-md border border-line bg-raised p-5">
        <div className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <h3 id={title} className="text-lg">
              {subscription.items.map(contentOf).join(' + ')}
            </h3>
            <Badge tone={TONES[standing]}>{text(`renewals.state.${standing}`)}</Badge>
          </div>
          <p className="text-muted text-sm">{text('renewals.subscription', { number: String(subscription.number) })}</p>
          <p className="max-w-text">{text(`renewals.says.${standing}`)}</p>
        </div>
        <Facts subscription={subscription} standing={standing} />
        <SubscriptionButtons subscription={subscription} standing={standing} changeable={changeable} />
        <Invoices subscription={subscription} />
      </article>
    </li>
  );
}

function Facts({ subscription, standing }: { subscription: SubscriptionView; standing: Standing }) {
  const { nextPayment, currency, interval, items, trialEndsAt, resumesAt, endedAt } = subscription;
  const each = items.reduce((sum, { unitAmount, quantity }) => sum + unitAmount * quantity, 0);
  const until = standing === 'cancelled' ? undefined : worksUntil(subscription);
  const isOpenEnded = standing === 'active' || standing === 'trialing';
  return (
    <dl className="flex flex-col gap-2">
      {items.length > 1 ? (
        <Fact label={text('renewals.contains')}>
          <ul className="flex flex-col gap-1">
            {items.map((item) => (
              <li key={item.id}>{contentOf(item)}</li>
            ))}
          </ul>
        </Fact>
      ) : null}
      <Fact label={text('renewals.price')}>
        {text(`renewals.each.${interval}`, { price: formatPrice(each, currency) })}
      </Fact>
      {nextPayment ? (
        <Fact label={text('renewals.nextPayment')}>
          <DateTime at={nextPayment.at} />, <span className="nums">{formatPrice(nextPayment.amount, currency)}</span>
        </Fact>
      ) : null}
      <Dated label={text('renewals.trialUntil')} at={standing === 'trialing' ? trialEndsAt : undefined} />
      <Dated label={text('renewals.worksUntil')} at={isOpenEnded ? undefined : until} />
      <Dated label={text('renewals.resumesOn')} at={resumesAt} />
      <Dated label={text('renewals.endedOn')} at={endedAt} />
    </dl>
  );
}

function contentOf({ quantity, productTitle: title, planName: plan }: SubscriptionItemView): string {
  if (quantity === 1) return text('renewals.containsOne', { title, plan });
  return text('renewals.containsItem', { quantity, title, plan });
}

function Dated({ label, at }: { label: string; at: Date | null | undefined }) {
  if (!at) return null;
  return (
    <Fact label={label}>
      <DateTime at={at} />
    </Fact>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-line border-t pt-2 sm:grid-cols-[10rem_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
