import type { KeyListReport } from '@/lib/licensing/add-associated-keys';
import type { RowProblem, RowWarning } from '@/lib/licensing/check-key-list';
import { groupRows, type RowGroup } from '../group-rows';

export type Grouped<Note> = { groups: RowGroup<Note>[]; more: number };

/** A report as the browser gets it: counts, rows by number and hint, never a key. */
export type ShownReport = Pick<KeyListReport, 'form' | 'rows' | 'good' | 'fingerprint'> & {
  left: number;
  problems: Grouped<RowProblem>;
  warnings: Grouped<RowWarning>;
};

export type StockAnswer =
  | { outcome: 'none' | 'list_empty' | 'product_not_found' | 'file_unreadable' }
  | { outcome: 'checked' | 'not_checked'; report: ShownReport }
  | { outcome: 'added'; added: number; report: ShownReport };

/** The report without what the page does not need. */
export function shownReport(report: KeyListReport): ShownReport {
  const { form, rows, good, fingerprint, problems, warnings } = report;
  const byNote = [...warnings].sort((a, b) => b.note.localeCompare(a.note) || a.line - b.line);
  return {
    form,
    rows,
    good,
    fingerprint,
    left: problems.length,
    problems: groupRows(problems),
    warnings: groupRows(byNote),
  };
}
