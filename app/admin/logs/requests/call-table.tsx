import type { LoggedCall } from '@/lib/request-log/list-calls';
import { text } from '../../../_texts/text';
import { Badge } from '../../../_ui/badge';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';
import { actionText, durationText, outcomeText, outcomeTone, protocolText } from './call-words';

/** The calls of a page. `titleOf` names a product as clients do. */
export function CallTable({ rows, titleOf }: { rows: LoggedCall[]; titleOf: (product: string) => string }) {
  return (
    <Table
      caption={text('logs.requestsCaption')}
      columns={[
        { key: 'call', header: text('logs.call') },
        { key: 'outcome', header: text('logs.outcome') },
        { key: 'product', header: text('logs.product') },
        { key: 'instance', header: text('logs.instance') },
        { key: 'from', header: text('logs.from') },
        { key: 'duration', header: text('logs.duration'), align: 'end' },
      ]}
      rows={rows.map((call) => ({
        id: call.id,
        cells: {
          call: <Name call={call} />,
          outcome: <Badge tone={outcomeTone(call.outcome)}>{outcomeText(call.outcome)}</Badge>,
          product: call.action === 'not_logged' ? '' : <Two first={titleOf(call.product)} second={call.keyHint} />,
          instance: <Two first={call.instance} second={call.version} />,
          from: (
            <span className="flex min-w-0 flex-col items-end sm:items-start">
              <span className="nums break-all">{call.address}</span>
              <span className="text-muted text-sm">{protocolText(call.protocol)}</span>
            </span>
          ),
          duration: <span className="nums whitespace-nowrap">{durationText(call)}</span>,
        },
      }))}
    />
  );
}

function Name({ call }: { call: LoggedCall }) {
  return (
    <span className="flex min-w-0 flex-col">
      <Link href={`/admin/logs/requests/${call.id}`} className="link break-words">
        {actionText(call)}
      </Link>
      <span className="font-normal text-muted text-sm">
        <DateTime at={call.at} form="moment" />
      </span>
    </span>
  );
}

function Two({ first, second }: { first: string; second: string }) {
  return (
    <span className="flex min-w-0 flex-col items-end sm:items-start">
      <span className="line-clamp-2 break-all">{first}</span>
      <span className="break-all font-mono text-muted text-sm">{second}</span>
    </span>
  );
}
