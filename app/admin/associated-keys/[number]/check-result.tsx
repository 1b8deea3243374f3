import { stock as words } from '../../../_texts/en/stock';
import { fillText, type Plural } from '../../../_texts/fill-text';
import { Table } from '../../../_ui/table';
import type { RowGroup } from '../group-rows';
import type { Grouped, ShownReport } from './stock-answer';

/** What the check of a list found: the counts, then the rows that are left out and those to look at. */
export function CheckResult({ report }: { report: ShownReport }) {
  const { rows, good, left } = report;
  const counts = [count(words.rows, rows), count(words.good, good), ...(left > 0 ? [count(words.left, left)] : [])];
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-text">
        <strong className="font-semibold">{counts.join(', ')}.</strong>{' '}
        {report.form === 'csv' ? words.formCsv : words.formLines}
      </p>
      <Noted caption={words.problemsCaption} found={report.problems} sayWhy={(note) => words[`problem.${note}`]} />
      <Noted caption={words.warningsCaption} found={report.warnings} sayWhy={(note) => words[`warning.${note}`]} />
    </div>
  );
}

type NotedProps<Note> = { caption: string; found: Grouped<Note>; sayWhy: (note: Note) => string };

function Noted<Note extends string>({ caption, found, sayWhy }: NotedProps<Note>) {
  if (found.groups.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      <Table
        caption={caption}
        isCaptionHidden={false}
        columns={[
          { key: 'row', header: words.row },
          { key: 'key', header: words.key },
          { key: 'why', header: words.why },
        ]}
        rows={found.groups.map((group) => ({
          id: `${group.from}-${group.note}`,
          cells: { row: rowsOf(group), key: <Hint group={group} />, why: sayWhy(group.note) },
        }))}
      />
      {found.more > 0 ? <p className="text-muted text-sm">{count(words.more, found.more)}</p> : null}
    </div>
  );
}

function rowsOf({ from, to }: RowGroup<string>) {
  const range = from === to ? String(from) : fillText(words.rowRange, { from: String(from), to: String(to) });
  return <span className="nums whitespace-nowrap">{range}</span>;
}

/** Of several rows no hint helps, and a short key has none. */
function Hint({ group: { from, to, hint } }: { group: RowGroup<string> }) {
  if (from !== to || hint === '…') return <span className="text-muted">–</span>;
  return <span className="whitespace-nowrap font-mono text-sm">{hint}</span>;
}

function count(forms: Plural, value: number): string {
  return fillText(forms, { count: value });
}
