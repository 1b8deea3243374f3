import type { SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { recurring as words } from '../../_texts/en/recurring';
import { fillText } from '../../_texts/fill-text';
import { DateTime } from '../../_ui/date-time';
import { formatPrice } from '../../_ui/format-price';
import { Link } from '../../_ui/link';

/** What is paid again, when, and where it is changed; nothing where nothing recurs. */
export function Renews({ subscriptions }: { subscriptions: SubscriptionView[] }) {
  const due = subscriptions.flatMap(({ id, currency, interval, status, nextPayment }) => {
    if (!nextPayment) return [];
    const amount = formatPrice(nextPayment.amount, currency);
    const every = fillText(interval === 'month' ? words.everyMonth : words.everyYear, { amount });
    const from = status === 'trialing' ? words.fromTrial : words.from;
    return [{ id, every, from, at: nextPayment.at }];
  });
  if (due.length === 0) return null;
  return (
    <section aria-labelledby="renews" className="flex flex-col gap-2">
      <h2 id="renews" className="text-lg">
        {words.thanksTitle}
      </h2>
      {due.map(({ id, every, from, at }) => (
        <p key={id}>
          {every}. {from} <DateTime at={at} />.
        </p>
      ))}
      <p className="text-muted">{words.thanksText}</p>
      <p>
        <Link href="/account/subscriptions" className="link">
          {words.thanksLink}
        </Link>
      </p>
    </section>
  );
}
