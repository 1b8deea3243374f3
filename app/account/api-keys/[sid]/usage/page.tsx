import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readKey } from '@/lib/access-keys/list-keys';
import { requireCustomer } from '@/lib/auth/require-customer';
import { now } from '@/lib/clock';
import { text } from '../../../../_texts/text';
import type { SearchParams } from '../../../../products/catalogue-view';
import { PageNotice } from '../../../_parts/page-notice';
import { readUsagePage, readUsageRange } from './read-usage-page';
import { UsageView } from './usage-view';

export const metadata: Metadata = { title: text('usage.title') };

type UsagePageProps = { params: Promise<{ sid: string }>; searchParams: Promise<SearchParams> };

/** The usage of one of the person's own keys. */
export default async function UsagePage({ params, searchParams }: UsagePageProps) {
  const { sid } = await params;
  const customer = await requireCustomer(`/account/api-keys/${encodeURIComponent(sid)}/usage`);
  const at = now();
  const key = await readKey({ customerId: customer.id, sid }, at);
  if (!key) notFound();
  const { days, notice } = await searchParams;
  const facts = await readUsagePage({ key, role: customer.role }, { range: readUsageRange(days), at });
  return (
    <>
      <PageNotice
        code={notice}
        known={{
          restricted: { tone: 'good', key: 'usage.suggestDone' },
          networks: { tone: 'good', key: 'usage.networksDone' },
          not_restricted: { tone: 'warn', key: 'usage.suggestGone' },
        }}
      />
      <UsageView facts={facts} />
    </>
  );
}
