import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { readEntry } from '@/lib/audit/list-entries';
import { nameObjects } from '@/lib/audit/name-objects';
import { requireAdmin } from '@/lib/auth/require-admin';
import { text } from '../../../../_texts/text';
import { DateTime } from '../../../../_ui/date-time';
import { Link } from '../../../../_ui/link';
import { PageHeader } from '../../../../_ui/page-header';
import { Facts } from '../../_parts/facts';
import { changeRows } from '../change-rows';
import { ObjectLink } from '../entry-table';
import { actorText } from '../entry-view';
import { ChangeTable } from './change-table';

export const metadata: Metadata = { title: text('logs.audit.title'), referrer: 'same-origin' };

/** One audit entry: who did what to which object, and what it was before and after. */
export default async function EntryPage({ params }: { params: Promise<{ id: string }> }) {
  await requireAdmin('/admin/logs/audit');
  const entry = await readEntry((await params).id);
  if (!entry) notFound();
  const objects = await nameObjects([entry]);
  const rows = changeRows(entry.before, entry.after);
  return (
    <>
      <p>
        <Link href="/admin/logs/audit" className="link">
          {text('logs.audit.back')}
        </Link>
      </p>
      <PageHeader title={text('logs.audit.entry', { id: entry.id, action: entry.action })} />
      <Facts
        label={text('logs.audit.entryTitle', { id: entry.id })}
        facts={[
          [text('logs.time'), <DateTime key="time" at={entry.at} form="moment" />],
          [
            text('logs.audit.who'),
            <span key="who" className="break-all">
              {actorText(entry)}
            </span>,
          ],
          [text('logs.audit.object'), <ObjectLink key="object" entry={entry} objects={objects} />],
          [
            text('logs.audit.objectId'),
            <span key="id" className="break-all font-mono text-sm">
              {entry.objectId}
            </span>,
          ],
          [text('logs.audit.via'), entry.via],
          [text('logs.address'), entry.address],
          [text('logs.userAgent'), entry.agent],
        ]}
      />
      <section aria-labelledby="diff" className="flex flex-col gap-3">
        <h2 id="diff" className="text-lg">
          {text('logs.audit.diffTitle')}
        </h2>
        {rows.length === 0 ? <p className="text-muted">{text('logs.audit.diffNone')}</p> : <ChangeTable rows={rows} />}
      </section>
    </>
  );
}
