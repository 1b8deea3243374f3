import type { KeyOfOwner } from '@/lib/access-keys/list-every-key';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Table } from '../../_ui/table';
import { KeyMarks, KeyStateBadge } from './key-badges';
import { KeyButtons } from './key-buttons';

/** Keys of many owners, masked, each with what an admin may do about it. */
export function KeyTable({ rows }: { rows: KeyOfOwner[] }) {
  return (
    <Table
      caption={text('keyAdmin.caption')}
      columns={[
        { key: 'name', header: text('keyAdmin.name') },
        { key: 'owner', header: text('keyAdmin.owner') },
        { key: 'used', header: text('keyAdmin.lastUsed') },
        { key: 'state', header: text('keyAdmin.state') },
        { key: 'calls', header: text('keyAdmin.calls'), align: 'end' },
        { key: 'actions', header: text('keyAdmin.actions'), isHeaderHidden: true, align: 'end' },
      ]}
      rows={rows.map((row) => ({
        id: row.id,
        cells: {
          name: <Name row={row} />,
          owner: (
            <Link href={`/admin/customers/${row.customerNumber}`} className="link break-words">
              {row.customerEmail}
            </Link>
          ),
          used: row.lastUsedAt ? <DateTime at={row.lastUsedAt} /> : <Never />,
          state: <State row={row} />,
          calls: <span className="nums">{row.callsThisMonth.toLocaleString('en')}</span>,
          actions: <KeyButtons row={row} />,
        },
      }))}
    />
  );
}

function Name({ row }: { row: KeyOfOwner }) {
  return (
    <span className="flex min-w-0 flex-col items-start gap-1">
      <Link href={`/admin/api-keys/${row.sid}`} className="link break-words">
        {row.name}
      </Link>
      <span className="break-all font-mono font-normal text-muted text-sm">{row.prefix}…</span>
      <span className="flex flex-wrap gap-1">
        <KeyMarks row={row} />
      </span>
    </span>
  );
}

function State({ row: { state, expiresAt } }: { row: KeyOfOwner }) {
  return (
    <span className="flex flex-col items-end gap-1 sm:items-start">
      <KeyStateBadge state={state} />
      {expiresAt ? (
        <span className="text-muted text-sm">
          {text('keyAdmin.until')} <DateTime at={expiresAt} />
        </span>
      ) : null}
    </span>
  );
}

function Never() {
  return <span className="text-muted">{text('keyAdmin.never')}</span>;
}
