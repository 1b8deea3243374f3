// biome-ignore-all lint/a11y/noRedundantRoles: browsers drop the roles of a table that is laid out as blocks
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names';
import { Link } from './link';

export type TableColumn<Key extends string> = {
  key: Key;
  header: string;
  align?: 'start' | 'end';
  /** Its header is only for screen readers (buttons at the end of a row). */
  isHeaderHidden?: boolean;
  /** Where a press on the header leads, and how the rows are ordered by it now. */
  sort?: { href: string; now?: 'ascending' | 'descending' };
};

export type TableRow<Key extends string> = {
  id: string;
  cells: Record<Key, ReactNode>;
  /** Belongs to the row and takes the whole width below it, for example its activations. */
  detail?: ReactNode;
  /** Stands out: it is what the page was opened for. */
  isMarked?: boolean;
};

const MARKED = 'bg-brass/10';

type TableProps<Key extends string> = {
  /** What the table lists; read out, and shown unless the heading above already says it. */
  caption: string;
  isCaptionHidden?: boolean;
  columns: TableColumn<Key>[];
  /** The first column names the row. */
  rows: TableRow<Key>[];
};

/**
 * A real table. Up to 640 px each row becomes a card with the column's name beside each fact. The roles are spelled out
 * because browsers drop them from a table that is laid out as blocks.
 */
export function Table<Key extends string>({ caption, isCaptionHidden = true, columns, rows }: TableProps<Key>) {
  return (
    <table role="table" className="block w-full border-collapse text-start sm:table">
      <caption
        className={classNames('block text-start sm:table-caption', isCaptionHidden ? 'sr-only' : 'pb-2 text-muted')}
      >
        {caption}
      </caption>
      <thead role="rowgroup" className="sr-only sm:not-sr-only sm:table-header-group">
        <tr role="row" className="border-line border-b">
          {columns.map((column) => (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              {...(column.sort?.now ? { 'aria-sort': column.sort.now } : {})}
              className={classNames(
                'py-2.5 font-medium text-muted text-sm [&:not(:first-child)]:ps-4',
                column.align === 'end' ? 'text-end' : 'text-start',
              )}
            >
              <Header column={column} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="block sm:table-row-group">
        {rows.map((row) => (
          <Row key={row.id} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function Header({ column: { header, isHeaderHidden, sort } }: { column: TableColumn<string> }) {
  if (isHeaderHidden) return <span className="sr-only">{header}</span>;
  if (!sort) return header;
  const Arrow = sort.now === 'ascending' ? ArrowUp : sort.now === 'descending' ? ArrowDown : ArrowUpDown;
  return (
    <Link
      href={sort.href}
      scroll={false}
      className={classNames(
        'inline-flex min-h-6 items-center gap-1 rounded-sm hover:text-ink hover:underline',
        sort.now !== undefined && 'text-ink',
      )}
    >
      {header}
      <Arrow aria-hidden="true" className="size-3.5 shrink-0" strokeWidth={1.75} />
    </Link>
  );
}

function Row<Key extends string>({ row, columns }: { row: TableRow<Key>; columns: TableColumn<Key>[] }) {
  return (
    <>
      <tr
        role="row"
        className={classNames(
          'block py-4 sm:table-row sm:py-0',
          row.detail === undefined && 'border-line border-b',
          row.isMarked && MARKED,
        )}
      >
        {columns.map((column, index) => {
          const Cell = index === 0 ? 'th' : 'td';
          return (
            <Cell
              key={column.key}
              role={index === 0 ? 'rowheader' : 'cell'}
              {...(index === 0 ? { scope: 'row' as const } : {})}
              className={cellClass(index === 0, column)}
            >
              {index === 0 || column.isHeaderHidden ? null : (
                <span aria-hidden="true" className="shrink-0 text-muted text-sm sm:hidden">
                  {column.header}
                </span>
              )}
              <span className="min-w-0 sm:contents">{row.cells[column.key]}</span>
            </Cell>
          );
        })}
      </tr>
      {row.detail === undefined ? null : (
        <tr role="row" className={classNames('block border-line border-b sm:table-row', row.isMarked && MARKED)}>
          <td role="cell" colSpan={columns.length} className="block pb-4 sm:table-cell">
            {row.detail}
          </td>
        </tr>
      )}
    </>
  );
}

function cellClass(isFirst: boolean, column: { align?: 'start' | 'end' }): string {
  return classNames(
    'flex items-center justify-between gap-4 py-1 align-middle sm:table-cell sm:h-14 sm:py-2.5',
    isFirst ? 'pb-2 text-start font-medium text-lg sm:text-base' : 'font-normal sm:ps-4',
    column.align === 'end' ? 'sm:text-end' : 'text-start',
  );
}
