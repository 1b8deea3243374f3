import type { Metadata } from 'next';
import { listAccountActivity } from '@/lib/access-keys/list-history';
import { requireCustomer } from '@/lib/auth/require-customer';
import { text } from '../../_texts/text';
import { EmptyState } from '../../_ui/empty-state';
import { PageHeader } from '../../_ui/page-header';
import { one, type SearchParams } from '../../products/catalogue-view';
import { HistoryPager } from '../_history/history-pager';
import { HistoryTable } from '../_history/history-table';

export const metadata: Metadata = { title: text('usage.activityTitle') };

const PATH = '/account/activity';

/** What the person did, and what was done to their account and keys. */
export default async function ActivityPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const customer = await requireCustomer(PATH);
  const page = await listAccountActivity(customer.id, { after: one((await searchParams).after) });
  return (
    <>
      <PageHeader title={text('usage.activityTitle')} text={text('usage.activityText')} />
      {page.rows.length === 0 ? (
        <EmptyState title={text('usage.activityEmptyTitle')} text={text('usage.activityEmptyText')} />
      ) : (
        <HistoryTable entries={page.rows} namesKeys />
      )}
      <HistoryPager path={PATH} page={page} />
    </>
  );
}
