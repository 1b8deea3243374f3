import type { Metadata } from 'next';
import { requireAdmin } from '@/lib/auth/require-admin';
import { type Finding, type LastRun, listFindings, readLastRun } from '@/lib/orders/reconcile/list-findings';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { EmptyState } from '../../_ui/empty-state';
import { Notice } from '../../_ui/notice';
import { PageHeader } from '../../_ui/page-header';
import { SubmitButton } from '../../_ui/submit-button';
import { Table } from '../../_ui/table';
import { one, type SearchParams } from '../../products/catalogue-view';
import { compareWithStripe } from './actions';
import { FindingCard, FindingObject } from './finding-card';
import { noticeOf } from './notice-of';

export const metadata: Metadata = { title: text('reconcile.title'), referrer: 'same-origin' };

const DECIDED = 20;

/** Where store and Stripe differ, what would change, and who decided what. */
export default async function ReconcilePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  await requireAdmin('/admin/reconcile');
  const notice = noticeOf(one((await searchParams).done));
  const [open, decided, last] = await Promise.all([
    listFindings(['open']),
    listFindings(['applied', 'dismissed', 'gone'], DECIDED),
    readLastRun(),
  ]);
  return (
    <>
      <PageHeader title={text('reconcile.title')} text={text('reconcile.text')} />
      {notice ? (
        <Notice tone={notice.tone} isAnswer>
          {notice.said}
        </Notice>
      ) : null}
      <LastComparison last={last} />
      {open.length === 0 && last ? (
        <EmptyState title={text('reconcile.emptyTitle')} text={text('reconcile.emptyText')} />
      ) : null}
      {open.length === 0 ? null : (
        <section aria-labelledby="open" className="flex flex-col gap-8">
          <h2 id="open" className="text-lg">
            {text('reconcile.openTitle')}
          </h2>
          {open.map((finding) => (
            <FindingCard key={finding.id} finding={finding} />
          ))}
        </section>
      )}
      {decided.length === 0 ? null : <Decided findings={decided} />}
    </>
  );
}

function LastComparison({ last }: { last: LastRun | undefined }) {
  return (
    <section aria-labelledby="last" className="flex flex-col gap-3">
      <h2 id="last" className="text-lg">
        {text('reconcile.lastTitle')}
      </h2>
      {last ? (
        <p className="max-w-text text-muted">
          <DateTime at={last.startedAt} form="moment" />
          {': '}
          {text(last.finishedAt ? 'reconcile.finished' : 'reconcile.underWay', { count: last.looked })}
          {last.failed > 0 ? ` ${text('reconcile.failed', { count: last.failed })}` : null}
        </p>
      ) : (
        <p className="max-w-text text-muted">{text('reconcile.never')}</p>
      )}
      <form action={compareWithStripe}>
        <SubmitButton variant="secondary" pendingText={text('reconcile.comparing')}>
          {text('reconcile.compare')}
        </SubmitButton>
      </form>
    </section>
  );
}

function Decided({ findings }: { findings: Finding[] }) {
  return (
    <section aria-labelledby="decided" className="flex flex-col gap-2">
      <h2 id="decided" className="text-lg">
        {text('reconcile.decidedTitle')}
      </h2>
      <Table
        caption={text('reconcile.decidedCaption')}
        columns={[
          { key: 'object', header: text('reconcile.object') },
          { key: 'outcome', header: text('reconcile.outcome') },
          { key: 'why', header: text('reconcile.why') },
          { key: 'who', header: text('reconcile.who') },
          { key: 'when', header: text('reconcile.when'), align: 'end' },
        ]}
        rows={findings.map((finding) => ({
          id: finding.id,
          cells: {
            object: <FindingObject finding={finding} />,
            outcome: finding.state === 'open' ? null : text(`reconcile.state.${finding.state}`),
            why: <span className="break-words">{finding.reason ?? text('reconcile.noReason')}</span>,
            who: <span className="break-all">{finding.decidedBy ?? text('reconcile.bySystem')}</span>,
            when: finding.decidedAt ? <DateTime at={finding.decidedAt} form="moment" /> : null,
          },
        }))}
      />
    </section>
  );
}
