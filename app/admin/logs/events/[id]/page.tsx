import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireAdmin } from '@/lib/auth/require-admin';
import { readStoredEvent } from '@/lib/orders/list-payment-events';
import { maskPayload } from '@/lib/orders/mask-payload';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { CodeBlock } from '../../_parts/code-block';
import { Facts } from '../../_parts/facts';
import { eventOutcomeText } from '../outcome-text';
import { ReplayButton } from './replay-button';

export const metadata: Metadata = { title: text('logs.events.title'), referrer: 'same-origin' };

/** One payment event: what it was, what it came to, its payload, and the button that runs its handler again. */
export default async function EventPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdmin('/admin/logs/events');
  const event = await readStoredEvent((await params).id);
  if (!event) notFound();
  const { id, type, livemode, receivedAt, processedAt, outcome, orderNumber } = event;
  return (
    <>
      <p>
        <Link href="/admin/logs/events" className="link">
          {text('logs.events.back')}
        </Link>
      </p>
      <PageHeader title={type} />
      <Facts
        label={type}
        facts={[
          [
            text('logs.events.id'),
            <span key="id" className="break-all font-mono text-sm">
              {id}
            </span>,
          ],
          [text('logs.events.received'), <DateTime key="received" at={receivedAt} form="moment" />],
          [
            text('logs.events.processed'),
            processedAt ? <DateTime key="done" at={processedAt} form="moment" /> : undefined,
          ],
          [
            text('logs.events.outcome'),
            outcome === null ? undefined : (
              <span key="outcome" className="inline-block first-letter:uppercase">
                {eventOutcomeText(outcome)}
              </span>
            ),
          ],
          [text('logs.events.order'), <OrderLink key="order" number={orderNumber} />],
          [text('logs.events.mode'), text(livemode ? 'logs.events.live' : 'logs.events.test')],
        ]}
      />
      <section aria-labelledby="replay" className="flex flex-col gap-3">
        <h2 id="replay" className="text-lg">
          {text('logs.events.replayTitle')}
        </h2>
        <p className="max-w-text text-muted">{text('logs.events.replayText')}</p>
        <ReplayButton id={id} label={text('logs.events.replay')} pendingText={text('logs.events.replaying')} />
      </section>
      <section aria-labelledby="payload" className="flex flex-col gap-3">
        <h2 id="payload" className="text-lg">
          {text('logs.events.payload')}
        </h2>
        <p className="max-w-text text-muted">{text('logs.events.payloadText')}</p>
        <CodeBlock
          label={text('logs.events.payload')}
          copyName={text('logs.events.payloadName')}
          code={maskPayload(event.payload)}
        />
      </section>
    </>
  );
}

function OrderLink({ number }: { number: number | null }) {
  if (number === null) return <span className="text-muted">{text('logs.events.noOrder')}</span>;
  return (
    <Link href={`/admin/orders/${number}`} className="link">
      {text('logs.events.orderLink', { number: String(number) })}
    </Link>
  );
}
