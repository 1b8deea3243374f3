import type { ReactNode } from 'react';
import { unreachable } from '@/lib/errors';
import type { Obstacle } from '@/lib/personal-data/find-obstacles';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Notice } from '../../_ui/notice';
import { SubmitButton } from '../../_ui/submit-button';
import { closePaymentPagesAction } from './actions';

/** What has to be settled before the account can be deleted, each with the way there. */
export function ObstacleList({ obstacles }: { obstacles: Obstacle[] }) {
  return (
    <Notice tone="warn" title={text('personalData.obstaclesTitle')}>
      <ul className="flex flex-col gap-4">
        {obstacles.map((obstacle) => (
          <li key={JSON.stringify(obstacle)} className="flex flex-col items-start gap-1.5">
            <Told obstacle={obstacle} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Told({ obstacle }: { obstacle: Obstacle }): ReactNode {
  switch (obstacle.kind) {
    case 'administrator':
      return text('personalData.obstacle.administrator');
    case 'subscription_renews':
    case 'invoice_owed':
      return (
        <>
          {text(`personalData.obstacle.${obstacle.kind}`, { product: obstacle.productTitle })}
          <Link href="/account/subscriptions" className="link">
            {text('personalData.obstacle.subscriptionLink')}
          </Link>
        </>
      );
    case 'payment_unsettled':
      return (
        <>
          {text('personalData.obstacle.payment_unsettled', { number: String(obstacle.orderNumber) })}
          <Link href={`/account/orders/${obstacle.orderId}`} className="link">
            {text('personalData.obstacle.orderLink')}
          </Link>
        </>
      );
    case 'payment_open':
      return <PaymentOpen {...obstacle} />;
    default:
      return unreachable(obstacle);
  }
}

function PaymentOpen({ payUrl, until }: Extract<Obstacle, { kind: 'payment_open' }>) {
  return (
    <>
      <span>
        {text('personalData.obstacle.payment_open')} <DateTime at={until} form="moment" />.
      </span>
      {payUrl === null ? null : (
        <a href={payUrl} className="link">
          {text('personalData.obstacle.payLink')}
        </a>
      )}
      <form action={closePaymentPagesAction}>
        <SubmitButton variant="secondary" size="small" pendingText={text('personalData.closingPages')}>
          {text('personalData.closePages')}
        </SubmitButton>
      </form>
    </>
  );
}
