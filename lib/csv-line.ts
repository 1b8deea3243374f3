export type CsvCell = string | number | Date | null | undefined;

/**
 * One line of a CSV file (RFC 4180, CRLF). A text that a spreadsheet would take for a formula (it begins with = + - @, tab
 * or carriage return) gets an apostrophe in front, which shows as plain text; instants are ISO 8601 in UTC.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  const harmless = /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
