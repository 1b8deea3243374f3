import type { Metadata } from 'next';
import { listEveryKey } from '@/lib/access-keys/list-every-key';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { text } from '../../_texts/text';
import { LinkButton } from '../../_ui/link-button';
import { PageHeader } from '../../_ui/page-header';
import { PageNotice } from '../../account/_parts/page-notice';
import type { SearchParams } from '../../products/catalogue-view';
import { AdminList } from '../_list/admin-list';
import { isCountedOut } from '../_list/count-text';
import { readListView } from '../_list/list-view';
import { KEY_FILTERS, keyFilter, keyFilters } from './key-filters';
import { keyNotices } from './key-notices';
import { KeyTable } from './key-table';
import { KeyTabs } from './key-tabs';

export const metadata: Metadata = { title: text('keyAdmin.title'), referrer: 'same-origin' };

const PATH = '/admin/api-keys';

/** The developer keys of all accounts, the newest first. None of them can be read here. */
export default async function EveryKeyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const params = await searchParams;
  const view = readListView(PATH, params, KEY_FILTERS);
  const page = await listEveryKey({ filter: keyFilter(view), page: view }, now());
  return (
    <>
      <PageHeader title={text('keyAdmin.title')} text={text('keyAdmin.text')} />
      <KeyTabs current={PATH} />
      <PageNotice code={params.notice} known={keyNotices} />
      <AdminList
        view={view}
        searchLabel={text('keyAdmin.search')}
        filters={keyFilters(page.rows[0]?.customerEmail)}
        page={page}
        count={isCountedOut(page.count) ? text('keyAdmin.countMore') : text('keyAdmin.count', { count: page.count })}
        empty={{
          title: text('keyAdmin.emptyTitle'),
          text: text('keyAdmin.emptyText'),
          action: <LinkButton href={`${PATH}/policy`}>{text('keyAdmin.emptyAction')}</LinkButton>,
        }}
      >
        <KeyTable rows={page.rows} />
      </AdminList>
    </>
  );
}
