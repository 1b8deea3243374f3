import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readAnyKey } from '@/lib/access-keys/list-every-key';
import { listKeyFlags } from '@/lib/access-keys/list-flags';
import { listKeyCalls } from '@/lib/access-keys/list-key-calls';
import { readKeyUsage } from '@/lib/access-keys/read-usage';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { text } from '../../../_texts/text';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { PageNotice } from '../../../account/_parts/page-notice';
import { CallsChart } from '../../../account/api-keys/[sid]/usage/calls-chart';
import { FlagsBanner } from '../../../account/api-keys/[sid]/usage/flags-banner';
import { RecentRequests } from '../../../account/api-keys/[sid]/usage/recent-requests';
import type { SearchParams } from '../../../products/catalogue-view';
import { KeyMarks, KeyStateBadge } from '../key-badges';
import { KeyButtons } from '../key-buttons';
import { keyNotices } from '../key-notices';
import { KeyFacts } from './key-facts';

export const metadata: Metadata = { title: text('keyAdmin.title'), referrer: 'same-origin' };

const DAYS = 30;
const DAY_MS = 86_400_000;
const RECENT = 25;

type KeyPageProps = { params: Promise<{ sid: string }>; searchParams: Promise<SearchParams> };

/** One key of anybody: what it is, how it is used, and the two things an admin can do about it. */
export default async function AnyKeyPage({ params, searchParams }: KeyPageProps) {
  await requireAdmin('/admin/api-keys');
  const at = now();
  const row = await readAnyKey((await params).sid, at);
  if (!row) notFound();
  const [usage, calls, flags] = await Promise.all([
    readKeyUsage(row.id, { days: DAYS, at }),
    listKeyCalls(row.id, RECENT),
    listKeyFlags(row.sid, new Date(at.getTime() - DAYS * DAY_MS)),
  ]);
  return (
    <>
      <p>
        <Link href="/admin/api-keys" className="link">
          {text('keyAdmin.back')}
        </Link>
      </p>
      <PageHeader title={row.name} actions={<KeyButtons row={row} />} />
      <PageNotice code={(await searchParams).notice} known={keyNotices} />
      <div className="flex flex-wrap gap-2">
        <KeyStateBadge state={row.state} />
        <KeyMarks row={row} />
      </div>
      <FlagsBanner flags={flags} />
      <KeyFacts row={row} />
      <CallsChart usage={usage} />
      <RecentRequests calls={calls} />
      <p>
        <Link href={`/admin/logs/audit?q=${row.sid}`} className="link">
          {text('keyAdmin.audit')}
        </Link>
      </p>
    </>
  );
}
