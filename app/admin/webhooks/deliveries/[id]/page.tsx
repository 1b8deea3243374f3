import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ReadDelivery, readDelivery } from '@/lib/webhooks/list-deliveries';
import { wireIdOf } from '@/lib/webhooks/signing-secret';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { SubmitButton } from '../../../../_ui/submit-button';
import type { SearchParams } from '../../../../products/catalogue-view';
import { CodeBlock } from '../../../logs/_parts/code-block';
import { Facts } from '../../../logs/_parts/facts';
import { DeliveryBadge } from '../../_parts/delivery-table';
import { DoneNotice } from '../../_parts/done-notice';
import { sendAgain } from './actions';
import { AttemptTable } from './attempt-table';

export const metadata: Metadata = { title: text('webhooks.tab.deliveries'), referrer: 'same-origin' };

type DeliveryPageProps = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** One message for one endpoint: every attempt, what is sent, and the button that sends it again. */
export default async function DeliveryPage({ params, searchParams }: DeliveryPageProps) {
  await requireAdmin('/admin/webhooks/deliveries');
  const delivery = await readDelivery({ id: (await params).id });
  if (!delivery) notFound();
  return (
    <>
      <p>
        <Link href="/admin/webhooks/deliveries" className="link">
          {text('webhooks.deliveryBack')}
        </Link>
      </p>
      <PageHeader title={delivery.type} />
      <DoneNotice searchParams={searchParams} />
      <DeliveryFacts delivery={delivery} />
      <section aria-labelledby="attempts" className="flex flex-col gap-3">
        <h2 id="attempts" className="text-lg">
          {text('webhooks.attemptsTitle')}
        </h2>
        <AttemptTable attempts={delivery.tries} />
      </section>
      <section aria-labelledby="replay" className="flex flex-col items-start gap-3">
        <h2 id="replay" className="text-lg">
          {text('webhooks.replayTitle')}
        </h2>
        <p className="max-w-text text-muted">{text('webhooks.replayText')}</p>
        <form action={sendAgain}>
          <input type="hidden" name="id" value={delivery.id} />
          <SubmitButton variant="secondary" pendingText={text('webhooks.replaying')}>
            {text('webhooks.replay')}
          </SubmitButton>
        </form>
      </section>
      <section aria-labelledby="body" className="flex flex-col gap-3">
        <h2 id="body" className="text-lg">
          {text('webhooks.body')}
        </h2>
        <p className="max-w-text text-muted">{text('webhooks.bodyText')}</p>
        <CodeBlock
          label={text('webhooks.body')}
          copyName={text('webhooks.bodyName')}
          code={JSON.stringify(JSON.parse(delivery.body), null, 2)}
        />
      </section>
    </>
  );
}

function DeliveryFacts({ delivery }: { delivery: ReadDelivery }) {
  const { url, endpointId, messageId, happenedAt, createdAt, endedAt, nextAt } = delivery;
  const moment = (at: Date | null) => (at ? <DateTime key={at.getTime()} at={at} form="moment" /> : undefined);
  return (
    <Facts
      label={delivery.type}
      facts={[
        [text('webhooks.standing'), <DeliveryBadge key="state" of={delivery} />],
        [
          text('webhooks.endpoint'),
          <Link key="endpoint" href={`/admin/webhooks/out/${endpointId}`} className="link break-all">
            {url}
          </Link>,
        ],
        [
          text('webhooks.messageId'),
          <span key="id" className="break-all font-mono text-sm">
            {wireIdOf(messageId)}
          </span>,
        ],
        [text('webhooks.happened'), moment(happenedAt)],
        [text('webhooks.made'), moment(createdAt)],
        [text('webhooks.ended'), moment(endedAt)],
        [text('webhooks.nextAttempt'), moment(nextAt)],
      ]}
    />
  );
}
