import type { RecentCall } from '@/lib/access-keys/list-key-calls';
import { text } from '../../../../_texts/text';
import { CopyButton } from '../../../../_ui/copy-button';
import { DateTime } from '../../../../_ui/date-time';
import { Table } from '../../../../_ui/table';
import { StatusText } from './usage-parts';

/** The last calls of a key, one a row. */
export function RecentRequests({ calls }: { calls: RecentCall[] }) {
  return (
    <section aria-labelledby="recent" className="flex min-w-0 flex-col gap-2">
      <h2 id="recent" className="text-lg">
        {text('usage.recentTitle')}
      </h2>
      <p className="max-w-text text-muted">
        {calls.length === 0 ? text('usage.recentNone') : text('usage.recentText', { count: calls.length })}
      </p>
      {calls.length === 0 ? null : (
        <Table
          caption={text('usage.recentTitle')}
          columns={[
            { key: 'request', header: text('usage.request') },
            { key: 'answer', header: text('usage.answer') },
            { key: 'from', header: text('usage.from') },
            { key: 'took', header: text('usage.took'), align: 'end' },
            { key: 'copy', header: text('usage.requestId', { id: '' }), isHeaderHidden: true, align: 'end' },
          ]}
          rows={calls.map((call) => ({ id: call.requestId, cells: cellsOf(call) }))}
        />
      )}
    </section>
  );
}

function cellsOf({ at, requestId, method, path, status, outcome, address, userAgent, durationUs }: RecentCall) {
  return {
    request: (
      <span className="flex min-w-0 flex-col">
        <span className="break-all font-mono text-sm">
          {method} {path}
        </span>
        <span className="font-normal text-muted text-sm">
          <DateTime at={at} form="moment" />
        </span>
      </span>
    ),
    answer: (
      <span className="flex flex-wrap items-center gap-x-2">
        <StatusText status={status} />
        <span className="break-all text-muted text-sm">{outcome}</span>
      </span>
    ),
    from: (
      <span className="flex min-w-0 flex-col">
        <span className="break-all font-mono text-sm">{address}</span>
        <span className="line-clamp-1 break-all text-muted text-sm">{userAgent}</span>
      </span>
    ),
    took: (
      <span className="nums whitespace-nowrap text-muted">{text('usage.ms', { ms: milliseconds(durationUs) })}</span>
    ),
    copy: <CopyButton name={text('usage.requestId', { id: requestId })} value={requestId} />,
  };
}

function milliseconds(us: number): string {
  return us < 10_000 ? (us / 1000).toFixed(1) : String(Math.round(us / 1000));
}
