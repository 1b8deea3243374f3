import { formatDate } from '../_ui/format-date';

/** A day on paper: a printed document cannot follow its reader's zone. */
export function invoiceDay(at: Date): string {
  return formatDate(at, 'day', 'UTC');
}
