import type { SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../_texts/text';
import { Badge } from '../../_ui/badge';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Notice } from '../../_ui/notice';
import { Price } from '../../_ui/price';
import { SubmitButton } from '../../_ui/submit-button';
import { changeSubscription } from './actions';

/** The page that the box stands on, to which its buttons lead back. */
export type Place = { place: 'orders' | 'customers'; number: number };

/** The subscriptions of an order or a customer as they stand, and what can be done with them; nothing where there are none. */
export function SubscriptionsBox({ subscriptions, at }: { subscriptions: SubscriptionView[]; at: Place }) {
  if (subscriptions.length === 0) return null;
  return (
    <section aria-labelledby="subscriptions" className="flex flex-col gap-2">
      <h2 id="subscriptions" className="text-lg">
        {text('adminSubscriptions.title')}
      </h2>
      <ul className="flex flex-col">
        {subscriptions.map((subscription) => (
          <li key={subscription.id} className="flex flex-col gap-3 border-line border-t py-4">
            <Facts subscription={subscription} at={at} />
            <Buttons subscription={subscription} at={at} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const TONES = {
  trialing: 'good',
  active: 'good',
  past_due: 'bad',
  paused: 'warn',
  ending: 'warn',
  cancelled: 'neutral',
} as const;

function standingOf({ status, isPaused, cancelAt }: SubscriptionView): keyof typeof TONES {
  if (status === 'cancelled' || status === 'past_due') return status;
  if (cancelAt !== null) return 'ending';
  return isPaused ? 'paused' : status;
}

const NOTES = ['price_unknown', 'item_unknown', 'item_removed'] as const;

function Facts({ subscription, at }: { subscription: SubscriptionView; at: Place }) {
  const { number, items, currency, nextPayment, cancelAt, endedAt, stripeSubscriptionId, orderNumber } = subscription;
  const standing = standingOf(subscription);
  const note = NOTES.find((known) => known === subscription.note);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="text-base">{text('adminSubscriptions.name', { number: String(number) })}</h3>
        <Badge tone={TONES[standing]}>{text(`adminSubscriptions.status.${standing}`)}</Badge>
        {at.place === 'customers' && orderNumber !== null ? (
          <Link href={`/admin/orders/${orderNumber}`} className="link">
            {text('adminSubscriptions.order', { number: String(orderNumber) })}
          </Link>
        ) : null}
      </div>
      {note ? <Notice tone="warn">{text(`adminSubscriptions.note.${note}`)}</Notice> : null}
      <dl className="grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        {items.map((item) => (
          <Fact key={item.id} name={`${item.quantity} × ${item.productTitle}, ${item.planName}`}>
            <Price minorUnits={item.unitAmount * item.quantity} currency={currency} />
            {item.resource?.expiresAt ? (
              <>
                {' · '}
                {text('adminSubscriptions.paidUntil')} <DateTime at={item.resource.expiresAt} />
              </>
            ) : null}
          </Fact>
        ))}
        <Fact name={text('adminSubscriptions.nextPayment')}>
          {nextPayment ? (
            <>
              <Price minorUnits={nextPayment.amount} currency={currency} /> · <DateTime at={nextPayment.at} />
            </>
          ) : (
            text('adminSubscriptions.noPayment')
          )}
        </Fact>
        {cancelAt && !endedAt ? (
          <Fact name={text('adminSubscriptions.ends')}>
            <DateTime at={cancelAt} />
          </Fact>
        ) : null}
        {endedAt ? (
          <Fact name={text('adminSubscriptions.ended')}>
            <DateTime at={endedAt} />
          </Fact>
        ) : null}
        {stripeSubscriptionId ? (
          <Fact name={text('adminSubscriptions.atStripe')}>
            <a href={`https://dashboard.stripe.com/subscriptions/${stripeSubscriptionId}`} className="link font-mono">
              {stripeSubscriptionId}
            </a>
          </Fact>
        ) : null}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="text-muted">{name}</dt>
      <dd className="break-words">{children}</dd>
    </div>
  );
}

const VERBS = {
  cancel: 'cancelling',
  keep: 'keeping',
  pause: 'pausing',
  resume: 'resuming',
} as const;

function verbsOf(subscription: SubscriptionView): (keyof typeof VERBS)[] {
  if (subscription.status === 'cancelled' || subscription.stripeSubscriptionId === null) return [];
  // What a deleted account leaves only comes to its end.
  if (subscription.customer.deletedAt !== null) return subscription.cancelAt === null ? ['cancel'] : [];
  if (subscription.cancelAt !== null) return ['keep'];
  if (subscription.isPaused) return ['resume', 'cancel'];
  return subscription.status === 'active' ? ['pause', 'cancel'] : ['cancel'];
}

function Buttons({ subscription, at }: { subscription: SubscriptionView; at: Place }) {
  const number = String(subscription.number);
  return (
    <div className="flex flex-wrap gap-2">
      {verbsOf(subscription).map((verb) => (
        <form key={verb} action={changeSubscription}>
          <input type="hidden" name="subscription" value={subscription.id} />
          <input type="hidden" name="change" value={verb} />
          <input type="hidden" name="place" value={at.place} />
          <input type="hidden" name="number" value={String(at.number)} />
          <SubmitButton
            variant={verb === 'cancel' ? 'danger' : 'secondary'}
            size="small"
            pendingText={text(`adminSubscriptions.${VERBS[verb]}`)}
            aria-label={`${text(`adminSubscriptions.${verb}`)} ${number}`}
          >
            {text(`adminSubscriptions.${verb}`)}
          </SubmitButton>
        </form>
      ))}
    </div>
  );
}
