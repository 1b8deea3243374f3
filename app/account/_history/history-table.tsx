import type { HistoryEntry } from '@/lib/access-keys/list-history';
import { text } from '../../_texts/text';
import { DateTime } from '../../_ui/date-time';
import { Link } from '../../_ui/link';
import { Table } from '../../_ui/table';
import type { ChangeRow } from '../../admin/logs/audit/change-rows';
import { actionText, whoText } from './action-text';
import { fieldText, toldRows } from './told-rows';

type HistoryTableProps = {
  entries: HistoryEntry[] /** Whether the rows are about more than one key. */;
  namesKeys?: boolean;
};

/** What was done, by whom, and field by field what it was before and after. */
export function HistoryTable({ entries, namesKeys = false }: HistoryTableProps) {
  return (
    <Table
      caption={text('usage.historyCaption')}
      columns={[
        { key: 'change', header: text('usage.change') },
        { key: 'who', header: text('usage.who') },
        { key: 'what', header: text('usage.what') },
      ]}
      rows={entries.map((entry) => ({
        id: entry.id,
        cells: {
          change: <Change entry={entry} namesKey={namesKeys} />,
          who: <Who entry={entry} />,
          what: <Difference rows={toldRows(entry)} />,
        },
      }))}
    />
  );
}

function Change({ entry, namesKey }: { entry: HistoryEntry; namesKey: boolean }) {
  return (
    <span className="flex min-w-0 flex-col sm:min-w-44">
      <span>{actionText(entry.action)}</span>
      {namesKey && entry.objectKind === 'access_key' ? <KeyName entry={entry} /> : null}
      <span className="font-normal text-muted text-sm">
        <DateTime at={entry.at} form="moment" />
      </span>
    </span>
  );
}

function KeyName({ entry: { keyName, objectId, hasKeyPage } }: { entry: HistoryEntry }) {
  const name = text('usage.activityKey', { name: keyName ?? objectId });
  if (!hasKeyPage) return <span className="break-words font-normal text-muted text-sm">{name}</span>;
  return (
    <Link href={`/account/api-keys/${objectId}`} className="link break-words font-normal text-sm">
      {name}
    </Link>
  );
}

function Who({ entry }: { entry: HistoryEntry }) {
  return (
    <span className="flex min-w-0 flex-col sm:max-w-56">
      <span className="break-words">{whoText(entry)}</span>
      {entry.address === undefined ? null : (
        <span className="break-all font-mono text-muted text-sm">{entry.address}</span>
      )}
    </span>
  );
}

function Difference({ rows }: { rows: ChangeRow[] }) {
  if (rows.length === 0) return <span className="text-muted">{text('usage.whatNone')}</span>;
  return (
    <dl className="flex min-w-0 flex-col gap-1 text-sm">
      {rows.map(({ field, before, after }) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{fieldText(field)}</dt>
          <dd className="min-w-0 break-words">
            {before === undefined ? null : (
              <>
                <Side name={text('usage.before')} value={before} look="text-muted line-through" />
                <span aria-hidden="true" className="px-1 text-muted">
                  →
                </span>
              </>
            )}
            <Side name={text('usage.after')} value={after} look="font-medium" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Side({ name, value, look }: { name: string; value: string | undefined; look: string }) {
  return (
    <>
      <span className="sr-only">{name}: </span>
      {value ? <span className={look}>{value}</span> : <span className="text-muted">{text('usage.none')}</span>}
    </>
  );
}
