import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type ListedEndpoint, listEndpoints } from '@/lib/webhooks/list-endpoints';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { EmptyState } from '../../../_ui/empty-state';
import { Link } from '../../../_ui/link';
import { LinkButton } from '../../../_ui/link-button';
import { PageHeader } from '../../../_ui/page-header';
import { Table } from '../../../_ui/table';
import type { SearchParams } from '../../../products/catalogue-view';
import { DoneNotice } from '../_parts/done-notice';
import { EndpointState } from '../_parts/endpoint-state';
import { WebhookTabs } from '../_parts/webhook-tabs';

export const metadata: Metadata = { title: text('webhooks.title') };

const PATH = '/admin/webhooks/out';

/** Who is told what happens in the store. */
export default async function EndpointsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const endpoints = await listEndpoints();
  return (
    <>
      <PageHeader title={text('webhooks.title')} text={text('webhooks.outText')} actions={<Add />} />
      <WebhookTabs current={PATH} />
      <DoneNotice searchParams={searchParams} />
      {endpoints.length === 0 ? (
        <EmptyState title={text('webhooks.emptyTitle')} text={text('webhooks.emptyText')} action={<Add />} />
      ) : (
        <EndpointTable endpoints={endpoints} />
      )}
      <p>
        <Link href="/developers/webhooks" className="link">
          {text('webhooks.readMore')}
        </Link>
      </p>
    </>
  );
}

function Add() {
  return (
    <LinkButton href={`${PATH}/new`} variant="secondary">
      {text('webhooks.add')}
    </LinkButton>
  );
}

function EndpointTable({ endpoints }: { endpoints: ListedEndpoint[] }) {
  return (
    <Table
      caption={text('webhooks.outCaption')}
      columns={[
        { key: 'address', header: text('webhooks.address') },
        { key: 'events', header: text('webhooks.events') },
        { key: 'state', header: text('webhooks.standing') },
        { key: 'waiting', header: text('webhooks.unsettled'), align: 'end' },
        { key: 'failed', header: text('webhooks.failedCount'), align: 'end' },
        { key: 'last', header: text('webhooks.lastDelivered'), align: 'end' },
      ]}
      rows={endpoints.map((endpoint) => ({
        id: endpoint.id,
        cells: {
          address: <Address endpoint={endpoint} />,
          events:
            endpoint.eventTypes.length === 0
              ? text('webhooks.allEvents')
              : text('webhooks.someEvents', { count: endpoint.eventTypes.length }),
          state: <EndpointState endpoint={endpoint} />,
          waiting: <span className="nums">{endpoint.waiting}</span>,
          failed: <span className="nums">{endpoint.failed}</span>,
          last: endpoint.lastDeliveredAt ? (
            <DateTime at={endpoint.lastDeliveredAt} form="moment" />
          ) : (
            <span className="text-muted">{text('webhooks.never')}</span>
          ),
        },
      }))}
    />
  );
}

function Address({ endpoint: { id, url, description } }: { endpoint: ListedEndpoint }) {
  return (
    <span className="flex min-w-0 flex-col">
      <Link href={`${PATH}/${id}`} className="link break-all">
        {url}
      </Link>
      {description ? <span className="font-normal text-muted text-sm">{description}</span> : null}
    </span>
  );
}
