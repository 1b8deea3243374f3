import type { DeadJob } from '@/lib/system/dead-jobs';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { exactUtc } from '../../../_ui/format-date';
import { SubmitButton } from '../../../_ui/submit-button';
import { Table } from '../../../_ui/table';
import { runJobAgain } from './actions';
import { kindText } from './job-kind';

/** Jobs that nobody tries any more, each with the way to run it again. */
export function DeadJobs({ jobs }: { jobs: DeadJob[] }) {
  return (
    <section id="given-up" aria-labelledby="given-up-title" className="flex scroll-mt-6 flex-col gap-3">
      <h2 id="given-up-title" className="text-lg">
        {text('system.deadTitle')}
      </h2>
      <p className="max-w-text text-muted">{text('system.deadText')}</p>
      <Table
        caption={text('system.deadCaption')}
        columns={[
          { key: 'kind', header: text('system.kind') },
          { key: 'made', header: text('system.made') },
          { key: 'error', header: text('system.error') },
          { key: 'again', header: text('system.runAgain'), isHeaderHidden: true, align: 'end' },
        ]}
        rows={jobs.map((job) => ({ id: job.id, cells: cellsOf(job) }))}
      />
    </section>
  );
}

function cellsOf({ id, kind, createdAt, lastError }: DeadJob) {
  return {
    kind: kindText(kind),
    made: <DateTime at={createdAt} form="moment" />,
    error: <span className="break-words text-muted text-sm">{lastError}</span>,
    again: (
      <form action={runJobAgain}>
        <input type="hidden" name="id" value={id} />
        <SubmitButton
          variant="secondary"
          size="small"
          pendingText={text('system.runningAgain')}
          aria-label={text('system.runAgainName', { kind: kindText(kind), at: exactUtc(createdAt) })}
        >
          {text('system.runAgain')}
        </SubmitButton>
      </form>
    ),
  };
}
