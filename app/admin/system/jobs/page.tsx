import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { now } from '@/lib/clock';
import { type JobQueue, readJobs } from '@/lib/reports/read-jobs';
import { storeFacts } from '@/lib/settings/store-facts';
import { listDeadJobs } from '@/lib/system/dead-jobs';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { EmptyState } from '../../../_ui/empty-state';
import { Link } from '../../../_ui/link';
import { PageHeader } from '../../../_ui/page-header';
import { Table } from '../../../_ui/table';
import { PageNotice } from '../../../account/_parts/page-notice';
import { SystemTabs } from '../_parts/system-tabs';
import { DeadJobs } from './dead-jobs';
import { handledAt, kindText } from './job-kind';
import { RegularWork } from './regular-work';

export const metadata: Metadata = { title: text('system.jobsTitle') };

const NOTICES = {
  job_retried: { tone: 'good', key: 'system.notice.job_retried' },
  job_not_dead: { tone: 'warn', key: 'system.notice.job_not_dead' },
} as const;

type JobsProps = { searchParams: Promise<{ notice?: string | string[] }> };

/** What the store still has to do, what it gave up, and what it does by itself. */
export default async function JobsPage({ searchParams }: JobsProps) {
  await requireAdmin('/admin/system/jobs');
  const [{ notice }, queues, dead] = await Promise.all([searchParams, readJobs(now()), listDeadJobs()]);
  return (
    <>
      <PageHeader title={text('system.jobsTitle')} text={text('system.jobsText')} />
      <SystemTabs current="/admin/system/jobs" />
      <PageNotice code={notice} known={NOTICES} />
      {queues.length === 0 ? (
        <EmptyState title={text('system.jobsEmptyTitle')} text={text('system.jobsEmptyText')} />
      ) : (
        <Queues queues={queues} />
      )}
      {dead.length === 0 ? null : <DeadJobs jobs={dead} />}
      <RegularWork />
    </>
  );
}

function Queues({ queues }: { queues: JobQueue[] }) {
  const mailsWait = !storeFacts().hasMailServer && queues.some(({ kind, waiting }) => kind === 'mail' && waiting > 0);
  return (
    <div className="flex flex-col gap-3">
      <Table
        caption={text('system.jobsCaption')}
        columns={[
          { key: 'kind', header: text('system.kind') },
          { key: 'waiting', header: text('system.waiting'), align: 'end' },
          { key: 'oldest', header: text('system.oldest'), align: 'end' },
          { key: 'later', header: text('system.later'), align: 'end' },
          { key: 'dead', header: text('system.dead'), align: 'end' },
        ]}
        rows={queues.map((queue) => ({ id: queue.kind, cells: cellsOf(queue) }))}
      />
      {mailsWait ? <p className="max-w-text text-muted text-sm">{text('system.mailsWait')}</p> : null}
    </div>
  );
}

function cellsOf({ kind, waiting, oldestDueAt, later, dead }: JobQueue) {
  const href = handledAt(kind);
  const none = <span className="text-muted">{text('system.none')}</span>;
  const count = (value: number) => (value === 0 ? none : <span className="nums">{value.toLocaleString('en')}</span>);
  return {
    kind: kindText(kind),
    waiting: count(waiting),
    oldest: oldestDueAt ? <DateTime at={oldestDueAt} form="moment" /> : none,
    later: count(later),
    dead:
      dead === 0 ? (
        none
      ) : (
        <span className="inline-flex items-center gap-3">
          <Badge tone="bad">{dead.toLocaleString('en')}</Badge>
          <Link href={href} className="link">
            {text('system.handle')}
            <span className="sr-only">: {kindText(kind)}</span>
          </Link>
        </span>
      ),
  };
}
