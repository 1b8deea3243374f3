import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { listAskedNames } from '@/lib/catalog/list-asked-names';
import { listCalls } from '@/lib/request-log/list-calls';
import { text } from '../../../_texts/text';
import { LinkButton } from '../../../_ui/link-button';
import { Notice } from '../../../_ui/notice';
import { PageHeader } from '../../../_ui/page-header';
import type { SearchParams } from '../../../products/catalogue-view';
import { AdminList } from '../../_list/admin-list';
import { isCountedOut } from '../../_list/count-text';
import { readListView } from '../../_list/list-view';
import { LogTabs } from '../_parts/log-tabs';
import { CALL_FILTERS, callFilter, callFilters } from './call-filters';
import { CallTable } from './call-table';
import { namesByNumber, titleOf } from './product-names';

export const metadata: Metadata = { title: text('logs.requestsTitle'), referrer: 'same-origin' };

const PATH = '/admin/logs/requests';

/** What client software asked and what it was told, the newest first. */
export default async function RequestsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const view = readListView(PATH, await searchParams, CALL_FILTERS);
  const products = await listAskedNames();
  const page = await listCalls(callFilter(view, namesByNumber(products)), view);
  return (
    <>
      <PageHeader title={text('logs.requestsTitle')} text={text('logs.requestsText')} />
      <LogTabs current={PATH} />
      <AdminList
        view={view}
        searchLabel={text('logs.requestsSearch')}
        filters={callFilters(products)}
        page={page}
        count={isCountedOut(page.count) ? text('logs.requestsMany') : text('logs.requestsCount', { count: page.count })}
        exportPath={`${PATH}/export`}
        empty={{
          title: text('logs.requestsEmptyTitle'),
          text: text('logs.requestsEmptyText'),
          action: <LinkButton href="/developers/api">{text('logs.requestsEmptyAction')}</LinkButton>,
        }}
      >
        {view.filters.key === undefined || view.note ? null : <Notice>{text('logs.byKeyEnd')}</Notice>}
        <CallTable rows={page.rows} titleOf={(asked) => titleOf(products, asked)} />
      </AdminList>
    </>
  );
}
