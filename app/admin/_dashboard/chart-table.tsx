import type { ReactNode } from 'react';
import { text } from '../../_texts/text';

export type TableColumns = { key: string; header: string; isNumber: boolean }[];

/** What a chart shows, as a table: opened by a press, scrolled in itself. */
export function ChartTable({
  chart,
  columns,
  rows,
}: {
  chart: string;
  columns: TableColumns;
  rows: { id: string; cells: ReactNode[] }[];
}) {
  return (
    <details className="group">
      <summary className="link inline-block py-1 text-sm">
        {text('dashboard.table')}
        <span className="sr-only">: {chart}</span>
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls in itself must be reached by the keyboard */}
      <section tabIndex={0} aria-label={text('dashboard.tableOf', { chart })} className="max-h-80 overflow-auto">
        <table className="w-full border-collapse text-sm">
          <caption className="sr-only">{chart}</caption>
          <thead className="sticky top-0 bg-paper">
            <tr className="border-line border-b">
              {columns.map(({ key, header, isNumber }) => (
                <th
                  key={key}
                  scope="col"
                  className={`py-2 pe-4 align-bottom font-medium text-muted ${isNumber ? 'text-end' : 'text-start'}`}
                >
                  {header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, cells: [name, ...values] }) => (
              <tr key={id} className="border-line border-b">
                <th scope="row" className="whitespace-nowrap py-1.5 pe-4 text-start font-normal">
                  {name}
                </th>
                {values.map((value, index) => (
                  <td key={columns[index + 1]?.key} className={cellLook(columns[index + 1]?.isNumber)}>
                    {value}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

function cellLook(isNumber: boolean | undefined): string {
  return `whitespace-nowrap py-1.5 pe-4 ${isNumber ? 'nums text-end' : 'text-start'}`;
}
