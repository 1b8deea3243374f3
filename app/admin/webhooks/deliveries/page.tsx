import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { CHOSEN_TYPES } from '@/lib/webhooks/event-types';
import { DELIVERY_STATES, listDeliveries } from '@/lib/webhooks/list-deliveries';
import { type ListedEndpoint, listEndpoints } from '@/lib/webhooks/list-endpoints';
import { text } from '../../../_texts/text';
import { PageHeader } from '../../../_ui/page-header';
import type { SearchParams } from '../../../products/catalogue-view';
import { AdminList } from '../../_list/admin-list';
import { isCountedOut } from '../../_list/count-text';
import type { ListFilter } from '../../_list/list-filter';
import { type ListView, readListView } from '../../_list/list-view';
import { DeliveryTable } from '../_parts/delivery-table';
import { WebhookTabs } from '../_parts/webhook-tabs';

export const metadata: Metadata = { title: text('webhooks.tab.deliveries'), referrer: 'same-origin' };

const PATH = '/admin/webhooks/deliveries';
const TYPES = [...CHOSEN_TYPES, 'webhook.test'];

/** What was sent to whom, the newest first. */
export default async function DeliveriesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const view = readListView(PATH, await searchParams, ['state', 'type', 'endpoint']);
  const endpoints = await listEndpoints();
  const page = await listDeliveries(filterOf(view, endpoints), { after: view.after, before: view.before });
  const { count } = page;
  return (
    <>
      <PageHeader title={text('webhooks.tab.deliveries')} text={text('webhooks.deliveriesText')} />
      <WebhookTabs current={PATH} />
      <AdminList
        view={view}
        searchLabel={text('webhooks.deliveriesSearch')}
        filters={filters(endpoints)}
        page={page}
        count={isCountedOut(count) ? text('webhooks.deliveriesMany') : text('webhooks.deliveriesCount', { count })}
        empty={{ title: text('webhooks.deliveriesEmptyTitle'), text: text('webhooks.deliveriesEmptyText') }}
      >
        <DeliveryTable rows={page.rows} />
      </AdminList>
    </>
  );
}

/** What the address narrows by; what stands there and is nothing known narrows nothing. */
function filterOf({ q, filters: { state, type, endpoint } }: ListView, endpoints: ListedEndpoint[]) {
  const knownState = DELIVERY_STATES.find((one) => one === state);
  const knownType = TYPES.find((one) => one === type);
  const known = endpoints.find(({ id }) => id === endpoint);
  return {
    text: q,
    ...(knownState ? { state: knownState } : {}),
    ...(knownType ? { type: knownType } : {}),
    ...(known ? { endpointId: known.id } : {}),
  };
}

function filters(endpoints: ListedEndpoint[]): ListFilter[] {
  return [
    {
      name: 'state',
      label: text('webhooks.standing'),
      any: text('webhooks.anyState'),
      options: DELIVERY_STATES.map((value) => ({ value, label: text(`webhooks.delivery.${value}`) })),
    },
    {
      name: 'type',
      label: text('webhooks.event'),
      any: text('webhooks.anyEvent'),
      options: TYPES.map((value) => ({ value, label: value })),
    },
    {
      name: 'endpoint',
      label: text('webhooks.endpoint'),
      any: text('webhooks.anyEndpoint'),
      options: endpoints.map(({ id, url, description }) => ({ value: id, label: description || new URL(url).host })),
    },
  ];
}
