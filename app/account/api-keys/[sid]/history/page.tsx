import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { listKeyHistory } from '@/lib/access-keys/list-history';
import { readKey } from '@/lib/access-keys/list-keys';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { text } from '../../../../_texts/text';
import { EmptyState } from '../../../../_ui/empty-state';
import { one, type SearchParams } from '../../../../products/catalogue-view';
import { HistoryPager } from '../../../_history/history-pager';
import { HistoryTable } from '../../../_history/history-table';

export const metadata: Metadata = { title: text('usage.historyTitle') };

type HistoryPageProps = { params: Promise<{ sid: string }>; searchParams: Promise<SearchParams> };

/** What became of one of the person's own keys, with what each change was before and after. */
export default async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const { sid } = await params;
  const path = `/account/api-keys/${encodeURIComponent(sid)}/history`;
  const customer = await requireCustomer(path);
  const key = await readKey({ customerId: customer.id, sid }, now());
  if (!key) notFound();
  const page = await listKeyHistory({ customerId: customer.id, sid }, { after: one((await searchParams).after) });
  return (
    <section aria-labelledby="history" className="flex flex-col gap-4">
      <h2 id="history" className="text-lg">
        {text('usage.historyTitle')}
      </h2>
      <p className="max-w-text text-muted">{text('usage.historyText')}</p>
      {page.rows.length === 0 ? (
        <EmptyState title={text('usage.historyEmptyTitle')} text={text('usage.historyEmptyText')} />
      ) : (
        <HistoryTable entries={page.rows} />
      )}
      <HistoryPager path={path} page={page} />
    </section>
  );
}
