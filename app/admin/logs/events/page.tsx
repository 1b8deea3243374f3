import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ListedPaymentEvent, listEventTypes, listPaymentEvents } from '@/lib/orders/list-payment-events';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { Table } from '../../../_ui/table';
import type { SearchParams } from '../../../products/catalogue-view';
import { AdminList } from '../../_list/admin-list';
import { isCountedOut } from '../../_list/count-text';
import { readListView } from '../../_list/list-view';
import { LogTabs } from '../_parts/log-tabs';
import { sinceFilter, sinceOf } from '../_parts/since-filter';
import { eventOutcomeText } from './outcome-text';

export const metadata: Metadata = { title: text('logs.events.title'), referrer: 'same-origin' };

const PATH = '/admin/logs/events';

/** What the payment provider told the store, the newest first. */
export default async function EventsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const view = readListView(PATH, await searchParams, ['type', 'since']);
  const types = await listEventTypes();
  const type = types.find((one) => one === view.filters.type);
  const page = await listPaymentEvents({ text: view.q, ...(type ? { type } : {}), ...sinceOf(view) }, view);
  return (
    <>
      <PageHeader title={text('logs.events.title')} text={text('logs.events.text')} />
      <LogTabs current={PATH} />
      <AdminList
        view={view}
        searchLabel={text('logs.events.search')}
        filters={[
          {
            name: 'type',
            label: text('logs.events.type'),
            any: text('logs.events.anyType'),
            options: types.map((value) => ({ value, label: value })),
          },
          sinceFilter,
        ]}
        page={page}
        count={isCountedOut(page.count) ? text('logs.events.many') : text('logs.events.count', { count: page.count })}
        empty={{ title: text('logs.events.emptyTitle'), text: text('logs.events.emptyText') }}
      >
        <EventTable rows={page.rows} />
      </AdminList>
    </>
  );
}

function EventTable({ rows }: { rows: ListedPaymentEvent[] }) {
  return (
    <Table
      caption={text('logs.events.caption')}
      columns={[
        { key: 'type', header: text('logs.events.type') },
        { key: 'outcome', header: text('logs.events.outcome') },
        { key: 'order', header: text('logs.events.order') },
        { key: 'received', header: text('logs.events.received'), align: 'end' },
      ]}
      rows={rows.map((event) => ({
        id: event.id,
        cells: {
          type: (
            <Link href={`/admin/logs/events/${event.id}`} className="link break-all">
              {event.type}
            </Link>
          ),
          outcome: event.outcome === null ? '' : <Outcome of={event.outcome} />,
          order: <OrderOf event={event} />,
          received: <DateTime at={event.receivedAt} form="moment" />,
        },
      }))}
    />
  );
}

function OrderOf({ event: { orderNumber } }: { event: ListedPaymentEvent }) {
  if (orderNumber === null) return <span className="text-muted">{text('logs.events.noOrder')}</span>;
  return (
    <Link href={`/admin/orders/${orderNumber}`} className="link nums whitespace-nowrap">
      {text('logs.events.orderLink', { number: String(orderNumber) })}
    </Link>
  );
}

function Outcome({ of }: { of: string }) {
  return <span className="inline-block first-letter:uppercase">{eventOutcomeText(of)}</span>;
}
