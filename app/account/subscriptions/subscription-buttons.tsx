import type { SubscriptionView } from '@/lib/orders/subscriptions/list-subscriptions';
import { text } from '../../_texts/text';
import { buttonClass } from '../../_ui/button-look';
import { LinkButton } from '../../_ui/link-button';
import { SubmitButton } from '../../_ui/submit-button';
import { keep, openPortal, pause, resume } from './actions';
import type { Standing } from './standing';

type ButtonsProps = { subscription: SubscriptionView; standing: Standing; changeable: readonly string[] };

/** What can be done with a subscription as it stands, the most likely first; cancelling always among it while it runs. */
export function SubscriptionButtons({ subscription, standing, changeable }: ButtonsProps) {
  const { id, items, stripeSubscriptionId } = subscription;
  if (stripeSubscriptionId === null) return null;
  const number = String(subscription.number);
  const isRunning = standing !== 'cancelled';
  const canChange = standing === 'active' || standing === 'trialing';
  const offered = items.filter((item) => canChange && changeable.includes(item.id));
  return (
    <div className="flex flex-wrap gap-2">
      <PayNow subscription={subscription} />
      {standing === 'ending' ? (
        <Do action={keep} id={id} words={['keep', 'keeping', 'keepOf']} number={number} isFirst />
      ) : null}
      {standing === 'paused' ? (
        <Do action={resume} id={id} words={['resume', 'resuming', 'resumeOf']} number={number} isFirst />
      ) : null}
      {offered.map((item) => (
        <LinkButton
          key={item.id}
          href={`/account/subscriptions/${id}/plan?item=${item.id}`}
          variant="secondary"
          size="small"
          aria-label={text('renewals.changePlanOf', { title: item.productTitle })}
        >
          {items.length === 1
            ? text('renewals.changePlan')
            : text('renewals.changePlanOf', { title: item.productTitle })}
        </LinkButton>
      ))}
      <Do action={openPortal} id={id} words={['portal', 'openingPortal', 'portalOf']} number={number} />
      {standing === 'active' ? (
        <Do action={pause} id={id} words={['pause', 'pausing', 'pauseOf']} number={number} />
      ) : null}
      {isRunning && standing !== 'ending' ? (
        <LinkButton
          href={`/account/subscriptions/${id}/cancel`}
          variant="danger"
          size="small"
          aria-label={text('renewals.cancelOf', { number })}
        >
          {text('renewals.cancel')}
        </LinkButton>
      ) : null}
    </div>
  );
}

function PayNow({ subscription: { invoices, number } }: { subscription: SubscriptionView }) {
  const owed = invoices.find(({ status, pageUrl }) => status === 'open' && pageUrl !== null);
  if (!owed?.pageUrl) return null;
  return (
    <a
      href={owed.pageUrl}
      className={buttonClass({ size: 'small' })}
      aria-label={text('renewals.payNowOf', { number: String(number) })}
    >
      {text('renewals.payNow')}
    </a>
  );
}

type Words = 'keep' | 'keeping' | 'keepOf' | 'pause' | 'pausing' | 'pauseOf' | 'resume' | 'resuming' | 'resumeOf';
type PortalWords = 'portal' | 'openingPortal' | 'portalOf';
type Named = Words | PortalWords;

type DoProps = {
  action: (form: FormData) => Promise<void>;
  id: string;
  /** On the button, while it is on its way, and for a screen reader. */
  words: [label: Named, pending: Named, name: Named];
  number: string;
  isFirst?: boolean;
};

function Do({ action, id, words: [label, pending, name], number, isFirst = false }: DoProps) {
  return (
    <form action={action}>
      <input type="hidden" name="subscription" value={id} />
      <SubmitButton
        variant={isFirst ? 'primary' : 'secondary'}
        size="small"
        pendingText={text(`renewals.${pending}`)}
        aria-label={text(`renewals.${name}`, { number })}
      >
        {text(`renewals.${label}`)}
      </SubmitButton>
    </form>
  );
}
