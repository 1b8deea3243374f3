import type { HistoryEntry } from '@/lib/access-keys/list-history';
import { activity } from '../../_texts/en/activity';
import { type ChangeRow, changeRows, isChanged } from '../../admin/logs/audit/change-rows';

// Ids of the store's own rows, and what the page says elsewhere.
const UNTOLD = /(^|\.)(customerId|factorId|createdBy|view)$/;
const EMPTY = new Set([undefined, '', '[]', '{}', 'false']);

/** What an entry tells of before and after, without what is no news to people: ids, and what begins empty. */
export function toldRows({ before, after }: Pick<HistoryEntry, 'before' | 'after'>): ChangeRow[] {
  const rows = changeRows(inOneLine(before), inOneLine(after)).filter(
    (row) => isChanged(row) && !UNTOLD.test(row.field),
  );
  return rows.filter((row) => !EMPTY.has(row.before) || !EMPTY.has(row.after) || isTurned(row));
}

/** A field in words; one that has none is shown as the audit calls it. */
export function fieldText(field: string): string {
  const key = `field.${field}`;
  return Object.hasOwn(activity, key) ? activity[key as keyof typeof activity] : field; // just looked up
}

// A list of words (addresses, calls) is one value to people.
function inOneLine(facts: unknown): unknown {
  if (facts === null || typeof facts !== 'object') return facts;
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

// On to off is news, absent to off is not.
function isTurned({ before, after }: ChangeRow): boolean {
  return before !== undefined && after !== undefined;
}
