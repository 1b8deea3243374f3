import type { Metadata } from 'next';
import { listEntryKinds } from '@/lib/audit/entry-filter';
import { listEntries } from '@/lib/audit/list-entries';
import { nameObjects } from '@/lib/audit/name-objects';
import { readChainStanding } from '@/lib/audit/read-chain-head';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../_texts/text';
import { buttonClass } from '../../../_ui/button-look';
import { PageHeader } from '../../../_ui/page-header';
import type { SearchParams } from '../../../products/catalogue-view';
import { AdminList } from '../../_list/admin-list';
import { isCountedOut } from '../../_list/count-text';
import { listHref, readListView } from '../../_list/list-view';
import { LogTabs } from '../_parts/log-tabs';
import { ChainPanel } from './chain-panel';
import { EntryTable } from './entry-table';
import { ENTRY_FILTERS, entryFilter, entryFilters } from './entry-view';

export const metadata: Metadata = { title: text('logs.audit.title'), referrer: 'same-origin' };

const PATH = '/admin/logs/audit';

/** Who changed what, the newest first, and whether the record of it holds. */
export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin(PATH);
  const view = readListView(PATH, await searchParams, ENTRY_FILTERS);
  const [kinds, standing] = await Promise.all([listEntryKinds(), readChainStanding()]);
  const page = await listEntries(entryFilter(view, kinds), view);
  const objects = await nameObjects(page.rows);
  const exportPath = `${PATH}/export`;
  return (
    <>
      <PageHeader
        title={text('logs.audit.title')}
        text={text('logs.audit.text')}
        actions={
          <a
            href={listHref({ ...view, path: exportPath, filters: { ...view.filters, format: 'json' } })}
            download
            className={buttonClass({ variant: 'secondary', size: 'small' })}
          >
            {text('logs.audit.exportJson')}
          </a>
        }
      />
      <LogTabs current={PATH} />
      <ChainPanel standing={standing} />
      <AdminList
        view={view}
        searchLabel={text('logs.audit.search')}
        filters={entryFilters(kinds)}
        page={page}
        count={isCountedOut(page.count) ? text('logs.audit.many') : text('logs.audit.count', { count: page.count })}
        exportPath={exportPath}
        empty={{ title: text('logs.audit.emptyTitle'), text: text('logs.audit.emptyText') }}
      >
        <EntryTable rows={page.rows} objects={objects} />
      </AdminList>
    </>
  );
}
