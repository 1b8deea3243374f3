import type { ListedEntry } from '@/lib/audit/list-entries';
import type { NamedObject } from '@/lib/audit/name-objects';
import { text } from '../../../_texts/text';
import { DateTime } from '../../../_ui/date-time';
import { Link } from '../../../_ui/link';
import { Table } from '../../../_ui/table';
import { changeRows, isChanged } from './change-rows';
import { actorText } from './entry-view';
import { objectOf } from './object-href';

/** The entries of a page. */
export function EntryTable({ rows, objects }: { rows: ListedEntry[]; objects: Map<string, NamedObject> }) {
  return (
    <Table
      caption={text('logs.audit.caption')}
      columns={[
        { key: 'action', header: text('logs.audit.action') },
        { key: 'object', header: text('logs.audit.object') },
        { key: 'who', header: text('logs.audit.who') },
        { key: 'change', header: text('logs.audit.change') },
      ]}
      rows={rows.map((entry) => ({
        id: entry.id,
        cells: {
          action: <Name entry={entry} />,
          object: <ObjectLink entry={entry} objects={objects} />,
          who: <span className="break-all">{actorText(entry)}</span>,
          change: <ShortChange entry={entry} />,
        },
      }))}
    />
  );
}

function Name({ entry }: { entry: ListedEntry }) {
  return (
    <span className="flex min-w-0 flex-col">
      <Link href={`/admin/logs/audit/${entry.id}`} className="link break-all">
        {entry.action}
      </Link>
      <span className="font-normal text-muted text-sm">
        <DateTime at={entry.at} form="moment" />
      </span>
    </span>
  );
}

/** The object of an entry, with a link where it has a page. */
export function ObjectLink({ entry, objects }: { entry: ListedEntry; objects: Map<string, NamedObject> }) {
  const { label, href } = objectOf(entry, objects);
  if (href === undefined) return <span className="break-all">{label}</span>;
  return (
    <Link href={href} className="link break-all">
      {label}
    </Link>
  );
}

// One changed field fits into a line; of several only their number.
function ShortChange({ entry }: { entry: ListedEntry }) {
  const changed = changeRows(entry.before, entry.after).filter(isChanged);
  const [only, ...more] = changed;
  if (!only) return <span className="text-muted">{text('logs.audit.noChange')}</span>;
  if (more.length > 0) return <span className="nums">{text('logs.audit.changes', { count: changed.length })}</span>;
  return (
    <span className="line-clamp-2 break-all text-sm">
      <span className="text-muted">{only.field}</span> {only.after || only.before || text('logs.audit.none')}
    </span>
  );
}
