import { text } from '../../../../_texts/text';
import { classNames } from '../../../../_ui/class-names';
import { Table } from '../../../../_ui/table';
import { type ChangeRow, isChanged } from '../change-rows';

/** Before and after, field by field. What changed is struck out on one side and strong on the other. */
export function ChangeTable({ rows }: { rows: ChangeRow[] }) {
  return (
    <Table
      caption={text('logs.audit.diffCaption')}
      columns={[
        { key: 'field', header: text('logs.audit.field') },
        { key: 'before', header: text('logs.audit.before') },
        { key: 'after', header: text('logs.audit.after') },
      ]}
      rows={rows.map((row) => ({
        id: row.field,
        cells: {
          field: <span className="break-all font-mono text-sm">{row.field}</span>,
          before: <Side value={row.before} look={isChanged(row) ? 'text-muted line-through' : 'text-muted'} />,
          after: <Side value={row.after} look={isChanged(row) ? 'font-medium' : 'text-muted'} />,
        },
      }))}
    />
  );
}

function Side({ value, look }: { value: string | undefined; look: string }) {
  if (value === undefined || value === '') return <span className="text-muted">{text('logs.audit.none')}</span>;
  return <span className={classNames('whitespace-pre-wrap break-all', look)}>{value}</span>;
}
