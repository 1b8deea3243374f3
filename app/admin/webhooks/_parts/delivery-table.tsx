import type { ListedDelivery } from '@/lib/webhooks/list-deliveries';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';
import { failureText } from './failure-text';

type DeliveryTableProps = { rows: ListedDelivery[]; isEndpointKnown?: boolean };

/** Deliveries, each with how it stands and what was answered last. */
export function DeliveryTable({ rows, isEndpointKnown = false }: DeliveryTableProps) {
  const endpoint = isEndpointKnown ? [] : [{ key: 'endpoint' as const, header: text('webhooks.endpoint') }];
  return (
    <Table
      caption={text('webhooks.deliveriesCaption')}
      columns={[
        { key: 'event', header: text('webhooks.event') },
        ...endpoint,
        { key: 'state', header: text('webhooks.standing') },
        { key: 'answer', header: text('webhooks.answer') },
        { key: 'attempts', header: text('webhooks.attempts'), align: 'end' },
        { key: 'made', header: text('webhooks.made'), align: 'end' },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          event: (
            <Link href={`/admin/webhooks/deliveries/${row.id}`} className="link break-words font-mono text-sm">
              {row.type}
            </Link>
          ),
          endpoint: <span className="break-all text-sm">{new URL(row.url).host}</span>,
          state: <DeliveryBadge of={row} />,
          answer: <LastAnswer of={row} />,
          attempts: <span className="nums">{row.attempts}</span>,
          made: <DateTime at={row.createdAt} form="moment" />,
        },
      }))}
    />
  );
}

/** How a delivery stands, in a word. */
export function DeliveryBadge({ of: { state, attempts } }: { of: Pick<ListedDelivery, 'state' | 'attempts'> }) {
  if (state === 'delivered') return <Badge tone="good">{text('webhooks.delivery.delivered')}</Badge>;
  if (state === 'failed') return <Badge tone="bad">{text('webhooks.delivery.failed')}</Badge>;
  return attempts > 0 ? (
    <Badge tone="warn">{text('webhooks.delivery.retrying')}</Badge>
  ) : (
    <Badge>{text('webhooks.delivery.waiting')}</Badge>
  );
}

function LastAnswer({ of: { lastStatus, lastFailure } }: { of: ListedDelivery }) {
  if (lastFailure !== null) return <span className="text-sm">{failureText(lastFailure, lastStatus)}</span>;
  if (lastStatus === null) return <span className="text-muted text-sm">{text('webhooks.noAnswer')}</span>;
  return <span className="nums text-sm">HTTP {lastStatus}</span>;
}
